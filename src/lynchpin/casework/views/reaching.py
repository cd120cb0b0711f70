"""How safe contact is shown, before anybody knocks or rings."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lynchpin.casework.choices import ContactKind
from lynchpin.casework.queries.reaching import Reaching
from lynchpin.face.parts import SummaryRow
from lynchpin.kernel.reasons import sentence
from lynchpin.people.choices import Channel
from lynchpin.people.queries import SafeContactFact


@dataclass(frozen=True, slots=True)
class ReachingShown:
    """Warnings first, then what the person said."""

    stopped: bool
    died: bool
    visit_safety: str
    rows: tuple[SummaryRow, ...]
    unsafe: tuple[SummaryRow, ...]


def reaching_shown(facts: Reaching) -> ReachingShown:
    """Safe contact as a page shows it."""
    asked = facts.safe_contact
    return ReachingShown(
        stopped=facts.stopped,
        died=facts.died,
        visit_safety=asked.visit_safety if asked else "",
        rows=_said(asked) if asked else (),
        unsafe=_unsafe(facts),
    )


def _unsafe(facts: Reaching) -> tuple[SummaryRow, ...]:
    """Each unsafe way with its reason; ways that share one reason stand in one row."""
    ways: dict[str, list[str]] = {}
    for kind, why in facts.unsafe.items():
        ways.setdefault(sentence(why), []).append(str(ContactKind(kind).label))
    return tuple(SummaryRow(", ".join(kinds), why) for why, kinds in ways.items())


def _said(asked: SafeContactFact) -> tuple[SummaryRow, ...]:
    voicemail = _("A message may be left.") if asked.voicemail_ok else _("Leave no message.")
    rows = (
        (_("Safe ways"), ", ".join(str(Channel(channel).label) for channel in asked.channels) or _("None")),
        (_("Best way"), str(Channel(asked.preferred).label) if asked.preferred else ""),
        (_("When"), asked.when),
        (_("Voicemail"), voicemail),
        (_("Must not know"), asked.must_not_know),
    )
    return tuple(SummaryRow(key, value) for key, value in rows if value)
