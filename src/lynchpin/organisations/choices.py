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


class Verb(StrEnum):
    ACCOUNT_ADDED = "organisations.account_added"
    ROLE_ASSIGNED = "organisations.role_assigned"
    ROLE_ENDED = "organisations.role_ended"
    AGREEMENT_SIGNED = "organisations.agreement_signed"
    AGREEMENT_REVOKED = "organisations.agreement_revoked"
    ORGANISATIONS_LOADED = "organisations.organisations_loaded"


SENTENCES: dict[str, object] = {}
