"""Words of records in doubt: what a run doubts, and what people decide about two records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class DoubtKind(TextChoices):
    """Why a run doubts what it made of two records."""

    NEAR = "near", _("Neither way is sure")
    PARTED = "parted", _("Kept apart, though much speaks for one person")
    JOINED = "joined", _("Joined, though something speaks against")


class LinkAnswer(TextChoices):
    """What a person says of two records."""

    SAME = "same", _("One person")
    DIFFERENT = "different", _("Two people")
    CANNOT_TELL = "cannot_tell", _("I cannot tell")


class LinkWhy(TextChoices):
    """What an answer rests on."""

    RECORDS = "records", _("The records themselves show it")
    KNOWN = "known", _("A colleague knows the person or the family")
    ASKED = "asked", _("An agency was asked")
    TOO_LITTLE = "too_little", _("The records say too little")
    OTHER = "other", _("Something else")


class DecisionState(TextChoices):
    """How far an answer has come."""

    WAITS = "waits", _("Waits for a second look")
    STANDS = "stands", _("Stands")
    UNSURE = "unsure", _("Left open")
    DECLINED = "declined", _("Not agreed with")
    UNDONE = "undone", _("Undone")


LIVE = (DecisionState.WAITS, DecisionState.STANDS, DecisionState.UNSURE)  # two records have one answer at a time

OF_LINKS: dict[str, StrPromise] = {
    "link_needs_a_named_person": _("Who is who is decided by named people, not by the service itself."),
    "link_answered_already": _(
        "A colleague answered about these two records while you looked. Their answer is below and stands; yours is not kept. "
        "If they are wrong, undo their answer first."
    ),
    "link_no_longer_asked": _("A newer run has taken the place of this question. Go back to the list."),
    "link_answer_contradicts": _(
        "This cannot be so together with what was decided before: %(decisions)s. Look at those again, and undo what is wrong."
    ),
    "link_not_waiting": _("This answer does not wait for a second look any more. Open its page again."),
    "link_needs_a_second_person": _("You gave this answer. Someone else has to look at it."),
    "link_answer_not_in_force": _("This answer is not in force any more, so there is nothing to undo."),
}
