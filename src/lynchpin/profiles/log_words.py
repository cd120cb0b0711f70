"""The change log in words: what changed, in which role, and why."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.organisations.choices import Role
from lynchpin.organisations.feed_words import feeds
from lynchpin.profiles.choices import AssessmentEnding, StopReason
from lynchpin.profiles.drift_words import said
from lynchpin.profiles.queries.changes import Changed
from lynchpin.profiles.scoring_words import told


def log_lines(change: Changed) -> tuple[str, ...]:
    """What happened, in which role, why, and each thing that is different."""
    why = _why(change)
    told_why = (_("Why: %(why)s") % {"why": why},) if why else ()
    return (_what(change), *_by(change), *told_why, *_parts(change))


def _what(change: Changed) -> str:
    return WORDS[change.kind](dict(change.facts))


def _by(change: Changed) -> tuple[str, ...]:
    return (_("By: %(role)s") % {"role": str(Role(change.role).label)},) if change.role else ()


def _why(change: Changed) -> str:
    if change.kind == "stopped":
        return str(StopReason(change.why).label)
    return str(AssessmentEnding(change.why).label) if change.kind == "ended" else change.why


def _parts(change: Changed) -> tuple[str, ...]:
    names = {each.key: each.label for each in feeds()} if change.found else {}
    return (*(told(each) for each in change.changed), *(said(each, names) for each in change.found))


def _edition(facts: dict[str, Any]) -> str:
    facts["day"] = date_format(facts["day"], "j F Y")
    return _("Edition %(number)s of how factors count was approved; it holds from %(day)s.") % facts


def _stopped(facts: dict[str, Any]) -> str:
    runs = ngettext("%(runs)s run was withdrawn.", "%(runs)s runs were withdrawn.", facts["runs"]) % facts
    return f"{_('Profiling was stopped.')} {runs}"


WORDS = {
    "edition": _edition,
    "frozen": lambda facts: _("A run was frozen by itself: it differs from the one before by more than is allowed."),
    "looked": lambda facts: _("The first of two people looked into a frozen run."),
    "lifted": lambda facts: _("A second person looked into a frozen run and lifted the freeze."),
    "stopped": _stopped,
    "resumed": lambda facts: _("Two people let profiling go on. What had been withdrawn stays so."),
    "confirmed": lambda facts: _("Impact assessment %(number)s came into force: %(title)s.") % facts,
    "ended": lambda facts: _("Impact assessment %(number)s ended: %(title)s.") % facts,
}
