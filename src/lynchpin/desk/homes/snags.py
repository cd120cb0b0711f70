"""What is missing or not working, at home: what to answer, and what was answered to oneself."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.forms.snags import SeenForm
from lynchpin.casework.queries.snags import SnagFact, answers_to_me, snags_waiting
from lynchpin.casework.views.snag_words import answer_lines, answer_tag, snag_lines, told_tag
from lynchpin.desk.homes.home import Item, Part, Press, Section
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor

SHOWN = 3


def answered_to_me(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Answers to what this colleague told, until they have seen them."""
    found = answers_to_me(actor)
    section = Section("answers", _("Answers to what you told us"), tuple(_answer(snag) for snag in found))
    return (section,) if found else ()


def _answer(snag: SnagFact) -> Item:
    seen = Press(_("I have seen it"), reverse("casework:see_snag_answer", args=[snag.id]), SeenForm())
    return Item(snag.kind, "", answer_tag(snag), answer_lines(snag), presses=(seen,))


def to_answer(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The oldest few that wait for an answer."""
    section = Section(
        key="snags",
        title=_("Missing or not working"),
        items=tuple(
            Item(snag.kind, reverse("casework:answer_snag", args=[snag.id]), told_tag(snag), snag_lines(snag))
            for snag in snags_waiting(actor, limit=SHOWN)
        ),
        empty=_("Nothing waits for an answer. What workers tell us is missing is shown here."),
        more=Link(_("Everything that was told, and how often"), reverse("casework:snags")),
    )
    return (section,)


TO_ANSWER: Part = (Casework.READ_SNAGS, to_answer)
ANSWERED: Part = (Casework.SEE_SNAG_ANSWER, answered_to_me)
