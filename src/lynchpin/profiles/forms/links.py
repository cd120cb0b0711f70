"""Parsing of answers about records in doubt; nothing here saves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, EditForm, FilterForm, ReasonField
from lynchpin.profiles.choices import DecisionState, DoubtKind, LinkAnswer, LinkWhy

CHILD = [("yes", _("Somebody under 18"))]


class DecideLinkForm(EditForm):
    """Whether two records are of one person, and why."""

    answer = ChoiceField(
        label=_("Are these records about one person?"),
        choices=LinkAnswer.choices,
        error_messages={"required": _("Say whether they are about one person, about two, or that you cannot tell.")},
    )
    why = ChoiceField(
        label=_("What does your answer rest on?"),
        choices=LinkWhy.choices,
        error_messages={"required": _("Choose what your answer rests on.")},
    )
    words = ReasonField(
        label=_("In your words"),
        help_text=_("What decided it for you. Colleagues read this; name nobody."),
        max_length=400,
    )


class LookAgainForm(EditForm):
    """What a second person saw."""

    looked_words = ReasonField(
        label=_("What did you see?"),
        help_text=_("Look at both records first. Name nobody."),
        max_length=400,
    )


class UndoLinkForm(EditForm):
    undone_words = ReasonField(
        label=_("Why is it undone?"), help_text=_("What came to light. Name nobody."), max_length=400
    )


class LinkFilter(FilterForm):
    kind = ChoicesField(label=_("What is in doubt"), choices=DoubtKind.choices)
    child = ChoicesField(label=_("Whose records"), choices=CHILD)


class AnswerFilter(FilterForm):
    state = ChoicesField(label=_("State"), choices=DecisionState.choices)
