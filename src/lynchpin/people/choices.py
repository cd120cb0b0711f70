"""Words about people, and what may be done to their records."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    WELSH = "cy", _("Welsh")
    ENGLISH = "en", _("English")
    BSL = "bsl", _("British Sign Language")
    OTHER = "other", _("Another language")


class Sex(TextChoices):
    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    NOT_KNOWN = "", _("Not known")


class FamilyRole(TextChoices):
    ADULT = "adult", _("Adult")
    CHILD = "child", _("Child")
    SECOND_HOME = "second-home", _("Child with a second home here")


class IdentifierKind(TextChoices):
    NHS = "nhs", _("NHS number")
    UPN = "upn", _("Unique pupil number")
    NINO = "nino", _("National Insurance number")
    FORMER = "former", _("Reference in a former system")


class Channel(TextChoices):
    PHONE = "phone", _("Phone call")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    VISIT = "visit", _("Visit at home")


class RestrictionKind(TextChoices):
    SEALED = "sealed", _("Sealed record")
    PROTECTED_ADDRESS = "protected-address", _("Protected address")
    EXCLUSION = "exclusion", _("Hidden from one colleague")


class Permission(StrEnum):
    READ_RESIDENT = "people.read_resident"
    SEARCH_RESIDENTS = "people.search_residents"
    CHECK_RESIDENT = "people.check_resident"
    ADD_RESIDENT = "people.add_resident"
    AMEND_RESIDENT = "people.amend_resident"
    MOVE_RESIDENT = "people.move_resident"
    RECORD_SAFE_CONTACT = "people.record_safe_contact"
    FORM_FAMILY = "people.form_family"
    MERGE_RESIDENTS = "people.merge_residents"
    PROPOSE_MERGE = "people.propose_merge"
    RESTRICT_RESIDENT = "people.restrict_resident"
    LIFT_RESTRICTION = "people.lift_restriction"
    READ_RESTRICTIONS = "people.read_restrictions"


class Verb(StrEnum):
    RESIDENT_ADDED = "people.resident_added"
    RESIDENT_AMENDED = "people.resident_amended"
    RESIDENT_MOVED = "people.resident_moved"
    SAFE_CONTACT_RECORDED = "people.safe_contact_recorded"
    FAMILY_FORMED = "people.family_formed"
    MERGE_PROPOSED = "people.merge_proposed"
    RESIDENTS_MERGED = "people.residents_merged"
    RESIDENT_RESTRICTED = "people.resident_restricted"
    RESTRICTION_LIFTED = "people.restriction_lifted"
    INVOLVEMENT_BEGUN = "people.involvement_begun"
    INVOLVEMENT_ENDED = "people.involvement_ended"
    CONTACT_HELD = "people.contact_held"
    CONTACT_RELEASED = "people.contact_released"


SENTENCES: dict[str, object] = {}
