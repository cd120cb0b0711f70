"""Roles, scopes, and what may be done to organisations, staff and agreements."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Roles offered: those whose work is in rooms that exist. Codes are those of the access table."""

    CENTRAL_SUPPORT = "central-support", _("Central support team")
    CLUSTER_MANAGER = "cluster-manager", _("Cluster manager")
    LEAD_WORKER = "lead-worker", _("Lead worker")
    ENGAGEMENT_WORKER = "engagement-worker", _("Community engagement worker")
    ADMIN_OFFICER = "admin-officer", _("Administrative officer")
    REFERRER = "referrer", _("Partner referrer")
    DATA_PROTECTION_OFFICER = "data-protection-officer", _("Data protection officer")
    HEAD_OF_SERVICE = "head-of-service", _("Head of service")
    SAFEGUARDING_LEAD = "safeguarding-lead", _("Safeguarding lead")
    PROFILE_OWNER = "profile-owner", _("Profile owner")
    ZONE_COORDINATOR = "zone-coordinator", _("Zone co-ordinator")
    ANALYST = "analyst", _("Analyst")
    BOARD_MEMBER = "board-member", _("Board member")
    SCRUTINY_MEMBER = "scrutiny-member", _("Scrutiny member")
    SYSTEM_ADMIN = "system-admin", _("System administrator")


class OrganisationKind(TextChoices):
    COUNCIL = "council", _("Council")
    AGENCY = "agency", _("Public agency")
    HEALTH = "health", _("Health board")
    HOUSING = "housing", _("Housing association")
    VOLUNTARY = "voluntary", _("Voluntary organisation")
    PROVIDER = "provider", _("Provider")


class AgreementKind(TextChoices):
    PROTOCOL = "protocol", _("Information sharing protocol (regular, both ways)")
    DISCLOSURE = "disclosure", _("Data disclosure agreement (one way)")
    JOINT_CONTROLLER = "joint-controller", _("Joint controller agreement")


class Purpose(TextChoices):
    """What shared data may be used for; nothing else is allowed by being useful."""

    EARLY_HELP = "early_help", _("Finding families who may be helped early")
    DIRECT_HELP = "direct_help", _("Helping a person who has agreed to be helped")
    EVALUATION = "evaluation", _("Finding out what helps, from figures in which nobody can be recognised")


class LegalBasis(TextChoices):
    """Conditions of the UK GDPR on which an agreement may rest. A basis is not yet a power to disclose."""

    PUBLIC_TASK = "uk-gdpr-6-1-e", _("Public task (UK GDPR Article 6(1)(e))")
    LEGAL_DUTY = "uk-gdpr-6-1-c", _("Legal obligation (UK GDPR Article 6(1)(c))")
    PUBLIC_INTEREST = "uk-gdpr-9-2-g", _("Substantial public interest (UK GDPR Article 9(2)(g))")
    SOCIAL_CARE = "uk-gdpr-9-2-h", _("Health or social care (UK GDPR Article 9(2)(h))")


class RevocationReason(TextChoices):
    PARTNER_WITHDREW = "partner_withdrew", _("The partner withdrew")
    PURPOSE_ENDED = "purpose_ended", _("The purpose has ended")
    NO_POWER = "no_power", _("There is no power to disclose")
    BREACH = "breach", _("The agreement was broken")
    REPLACED = "replaced", _("Another agreement takes its place")


class ReachKind(TextChoices):
    """What an assignment's scope can be cut by."""

    CLUSTER = "cluster", _("Cluster")
    ZONE = "zone", _("Zone")
    ORGANISATION = "org", _("Organisation")


class Permission(StrEnum):
    CHOOSE_ROLE = "organisations.choose_role"
    READ_STAFF = "organisations.read_staff"
    ADD_ACCOUNT = "organisations.add_account"
    ASSIGN_ROLE = "organisations.assign_role"
    END_ROLE = "organisations.end_role"
    READ_AGREEMENTS = "organisations.read_agreements"
    SIGN_AGREEMENT = "organisations.sign_agreement"
    REVOKE_AGREEMENT = "organisations.revoke_agreement"
    READ_ROLES = "organisations.read_roles"
    LOAD_ORGANISATIONS = "organisations.load_organisations"
    READ_PROGRAMMES = "organisations.read_programmes"
    SWITCH_ON_PROGRAMME = "organisations.switch_on_programme"


class Verb(StrEnum):
    ACCOUNT_ADDED = "organisations.account_added"
    ROLE_ASSIGNED = "organisations.role_assigned"
    ROLE_ENDED = "organisations.role_ended"
    AGREEMENT_SIGNED = "organisations.agreement_signed"
    AGREEMENT_REVOKED = "organisations.agreement_revoked"
    ORGANISATIONS_LOADED = "organisations.organisations_loaded"
    PROGRAMME_SWITCHED_ON = "organisations.programme_switched_on"


SENTENCES: dict[str, object] = {
    "account_exists": _("There is already an account with this e-mail address. Use another one."),
    "role_not_offered": _("This role is not offered. Choose one of the roles on the page."),
    "role_ends_before_it_starts": _("The role ends before it starts. Choose a later last day."),
    "role_for_oneself": _("You cannot give yourself a role. Ask another person who may."),
    "role_already_held": _("This person already holds this role on those days. End it first, or choose other days."),
    "role_already_ended": _("This role has already ended."),
    "programme_not_running": _("The programme does not run on that day. Choose a day between its own dates."),
    "agreement_ends_before_it_starts": _("The agreement ends before it starts. Choose a later last day."),
    "agreement_review_outside": _("Choose a day for the review while the agreement is in force."),
    "agreement_says_too_little": _("Name at least one purpose, one field and one legal basis."),
    "agreement_overlaps": _(
        "Agreement %(reference)s with this partner covers some of these days for the same feed. Choose other days, or revoke it first."
    ),
    "agreement_already_revoked": _("This agreement was already revoked."),
    "agreement_missing": _("There is no sharing agreement for this feed. Ask the data protection officer for one."),
    "agreement_not_started": _("The sharing agreement for this feed starts on %(starts_on)s. Wait until then."),
    "agreement_expired": _(
        "The sharing agreement for this feed ended on %(ended_on)s. Ask the data protection officer to renew it."
    ),
    "agreement_revoked": _(
        "The sharing agreement for this feed was revoked on %(revoked_on)s. Delete the file and tell the partner."
    ),
}
