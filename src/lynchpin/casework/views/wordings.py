"""What was written before a correction, as pages show it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lynchpin.casework.queries.corrections import ToCorrect
from lynchpin.face.parts import TimelineEvent

TEXTS = ("note", "next_step", "strengths", "outcomes", "circumstances", "barriers", "risks")


def wordings_shown(facts: ToCorrect) -> list[TimelineEvent]:
    """The earlier wordings, newest first, in the order in which the page asks."""
    return [
        TimelineEvent(
            title=_("As it was written before"),
            at=each.at,
            by=each.by,
            text="\n".join(each.answers[name] for name in TEXTS if each.answers.get(name)),
        )
        for each in facts.before
    ]
