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


class AliveBecause(TextChoices):
    """How a record of a death turned out to be mistaken."""

    SOMEBODY_ELSE = "somebody-else", _("It was somebody else who died")
    WRONG_NEWS = "wrong-news", _("What we were told was not so")
    WRONG_RECORD = "wrong-record", _("It was recorded on the wrong page")


class OwnBasis(TextChoices):
    """Why a young person's record is their own."""

    AGE = "age", _("They are 16 or over")
    ABLE = "able", _("They are younger, and a colleague has judged that they can decide this")


class Permission(StrEnum):
    READ_RESIDENT = "people.read_resident"
    SEARCH_RESIDENTS = "people.search_residents"
    CHECK_RESIDENT = "people.check_resident"
    ADD_RESIDENT = "people.add_resident"
    AMEND_RESIDENT = "people.amend_resident"
    MOVE_RESIDENT = "people.move_resident"
    RECORD_DEATH = "people.record_death"
    TAKE_BACK_DEATH = "people.take_back_death"
    RECORD_SAFE_CONTACT = "people.record_safe_contact"
    FORM_FAMILY = "people.form_family"
    MERGE_RESIDENTS = "people.merge_residents"
    PROPOSE_MERGE = "people.propose_merge"
    DECLINE_MERGE = "people.decline_merge"
    UNMERGE_RESIDENTS = "people.unmerge_residents"
    SETTLE_CHECK = "people.settle_check"
    RESTRICT_RESIDENT = "people.restrict_resident"
    LIFT_RESTRICTION = "people.lift_restriction"
    READ_RESTRICTIONS = "people.read_restrictions"
    BEGIN_OWN_RECORD = "people.begin_own_record"


class Verb(StrEnum):
    RESIDENT_ADDED = "people.resident_added"
    RESIDENT_WELCOMED = "people.resident_welcomed"
    RESIDENT_AMENDED = "people.resident_amended"
    RESIDENT_MOVED = "people.resident_moved"
    DEATH_RECORDED = "people.death_recorded"
    DEATH_KEPT = "people.death_kept"
    DEATH_TAKEN_BACK = "people.death_taken_back"
    DEATH_FORGOTTEN = "people.death_forgotten"
    SAFE_CONTACT_RECORDED = "people.safe_contact_recorded"
    FAMILY_FORMED = "people.family_formed"
    MERGE_PROPOSED = "people.merge_proposed"
    RESIDENTS_MERGED = "people.residents_merged"
    MERGE_DECLINED = "people.merge_declined"
    RESIDENTS_UNMERGED = "people.residents_unmerged"
    RESIDENT_CHECKED = "people.resident_checked"
    CHECK_SETTLED = "people.check_settled"
    FAMILY_GATHERED = "people.family_gathered"
    RESIDENT_RESTRICTED = "people.resident_restricted"
    RESTRICTION_LIFTED = "people.restriction_lifted"
    OWN_RECORD_BEGUN = "people.own_record_begun"
    INVOLVEMENT_BEGUN = "people.involvement_begun"
    INVOLVEMENT_ENDED = "people.involvement_ended"
    INVOLVEMENT_COVERED = "people.involvement_covered"
    COVER_ENDED = "people.cover_ended"
    CONTACT_HELD = "people.contact_held"
    CONTACT_RELEASED = "people.contact_released"


SENTENCES: dict[str, object] = {
    "name_unreadable": _("Type the name again in letters. It is empty, too long, or holds signs that cannot be seen."),
    "born_in_future": _("Check the date of birth. It is after today."),
    "born_long_ago": _("Check the date of birth. It is more than 125 years ago."),
    "moved_in_future": _("Give the day of the move when it has come. A record says where people live now."),
    "moved_before_last": _("Check the day of the move. It is before the day when they came to the home they have now."),
    "person_has_died": _(
        "This person has died, so nothing is begun for them. Be in touch with their family, and close what is still open."
    ),
    "died_in_future": _("Check the day on which they died. It is after today."),
    "died_before_birth": _("Check the day on which they died. It is before they were born."),
    "death_recorded_already": _("It is recorded already that this person has died."),
    "death_not_recorded": _("Nobody has recorded that this person died, so there is nothing to take back."),
    "contact_not_asked": _(
        "Ask how it is safe to make contact, and record the answer, before anyone writes, calls or visits."
    ),
    "contact_on_hold": _("Contact is paused at the moment. Ask the safeguarding lead before you go on."),
    "channel_not_safe": _("Choose another way. The person has not said that this one is safe."),
    "no_channel_given": _("Choose at least one safe way, or say that nobody may make contact."),
    "preferred_not_safe": _("Choose the best way from among the ways that are safe."),
    "family_too_small": _("Choose at least two people, or one person and someone already in the family."),
    "family_twice": _("Choose each person once."),
    "merge_of_one": _("Choose two different records."),
    "merge_already_proposed": _("These two records already wait for a decision. Look in the list of proposed merges."),
    "merge_already_decided": _("This proposal has been decided already."),
    "merge_by_proposer": _("Ask a colleague to decide. Whoever proposed a merge may not approve it."),
    "merge_goes_round": _("These records are already one person, the other way round. Nothing is left to merge."),
    "record_already_merged": _("One of these records was merged with another. Open that one and propose again."),
    "unmerge_later_first": _("Undo the later merge of these records first."),
    "merge_not_in_force": _("This merge is not in force, so there is nothing to undo."),
    "colleague_missing": _("Choose the colleague from whom the record is to be hidden."),
    "restriction_lifted_already": _("This restriction was lifted already."),
    "check_settled_already": _("A colleague has dealt with this question already."),
    "own_record_already": _("This young person has a record of their own already."),
    "own_record_too_young": _(
        "They are under 16. Say why they are able to decide this for themselves, or leave the record with the family."
    ),
    "own_record_age_unknown": _(
        "Their date of birth is not known. Find it out, or say why they are able to decide this for themselves."
    ),
    "own_record_agreed_in_future": _("Enter the day on which they asked for it or agreed. It cannot be after today."),
}
