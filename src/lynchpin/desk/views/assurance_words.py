"""How the assurance of a run is told: warnings first, each a sentence, then feeds, decisions and contests in rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.desk.homes.words import in_words
from lynchpin.desk.queries.assurance import RunAssurance
from lynchpin.face.parts import SummaryRow
from lynchpin.frontdoor.choices import CandidateDecision, DecisionGround
from lynchpin.outcomes.periods import in_words as quarter_text
from lynchpin.profiles.choices import ContestAnswer
from lynchpin.profiles.measure_tables import Report
from lynchpin.profiles.views.freezes import found_in

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

__all__ = ["STAGE_WORDS", "alerts", "contest_rows", "decision_rows", "feed_rows", "quarter_text"]

STAGE_WORDS: Mapping[str, StrPromise] = {
    "suggested": gettext_lazy("Suggested"),
    "agreed": gettext_lazy("Agreed"),
    "contacted": gettext_lazy("Spoken with"),
    "accepted": gettext_lazy("Said yes"),
    "benefited": gettext_lazy("Better off"),
}


def alerts(found: RunAssurance, report: Report | None) -> list[str]:
    """Everything that somebody should look at, as sentences: the freeze, reviewers, feeds, answers that are late, measures."""
    freeze = found_in(found.freeze) if found.freeze and found.freeze.stands else []
    return [*freeze, *_of_reviewers(found), *_of_feeds(found), *_of_contests(found), *(report.alerts if report else ())]


def _of_reviewers(found: RunAssurance) -> list[str]:
    if found.shown(found.decisions.otherwise) != str(found.decisions.otherwise):
        return []  # beside the number of families a percentage would tell the one that is hidden
    told = {"percent": found.decisions.percent}
    return {
        "rubber_stamp": [
            _(
                "Reviewers decided otherwise in %(percent)s per cent of families. So near to none, the suggestion may be followed "
                "unread: read some decisions again without it."
            )
            % told
        ],
        "recalibrate": [
            _(
                "Reviewers decided otherwise in %(percent)s per cent of families. Over 40 per cent, the suggestions do not fit: look at "
                "the reasons below, and at the weights."
            )
            % told
        ],
    }.get(found.decisions.warning, [])


def _of_feeds(found: RunAssurance) -> list[str]:
    late = [line for line in found.facts.feeds if line.read and line.days_late]
    return [
        ngettext(
            "%(feed)s: a newer file is %(days)s day overdue.",
            "%(feed)s: a newer file is %(days)s days overdue.",
            line.days_late,
        )
        % {"feed": line.name, "days": line.days_late}
        for line in late
    ]


def _of_contests(found: RunAssurance) -> list[str]:
    late = found.facts.contests.overdue
    if not late:
        return []
    told = ngettext(
        "%(count)s contested fact has had no answer in time.",
        "%(count)s contested facts have had no answer in time.",
        late,
    )
    return [told % {"count": found.shown(late)}]


def feed_rows(found: RunAssurance) -> list[tuple[str, str, int, int, str]]:
    """(name, day of its file, rows, rows put aside, how late) of each feed; those not read first."""
    return [(line.name, _day(line), line.rows, line.put_aside, _late(line)) for line in found.facts.feeds]


def _day(line: Any) -> str:
    return in_words(line.as_at) if line.as_at else _("Not read")


def _late(line: Any) -> str:
    if not line.read:
        return ""
    if not line.days_late:
        return _("In time")
    return ngettext("%(days)s day overdue", "%(days)s days overdue", line.days_late) % {"days": line.days_late}


def decision_rows(found: RunAssurance) -> list[tuple[str, list[str]]]:
    """(reason, how often for each decision), for every reason that was given, then all of them."""
    given = found.decisions.by_ground
    grounds = [ground for ground in (*DecisionGround.values, "") if any(key[0] == ground for key in given)]
    columns = [_column(found, grounds, str(decision)) for decision in CandidateDecision]
    rows = [(_ground(ground), [column[ground] for column in columns]) for ground in grounds]
    whole = [found.shown(found.decisions.by_decision.get(str(decision), 0)) for decision in CandidateDecision]
    return [*rows, (_("All"), whole)]


def _column(found: RunAssurance, grounds: list[str], decision: str) -> dict[str, str]:
    given = found.decisions.by_ground
    return found.shown_together({ground: given.get((ground, decision), 0) for ground in grounds})


def _ground(ground: str) -> str:
    return str(DecisionGround(ground).label) if ground else _("Decided before reasons were counted")


def contest_rows(found: RunAssurance) -> list[SummaryRow]:
    """Facts that people contested, and what became of them."""
    told = found.facts.contests
    parts = found.shown_together({"": told.open, **told.answers})
    rows = [
        SummaryRow(_("Contested in all"), found.shown(told.all)),
        SummaryRow(_("With their source now"), parts[""]),
        *(SummaryRow(str(ContestAnswer(key).label), parts[key]) for key in told.answers),
    ]
    if told.days_to_answer is not None:
        days = ngettext("%(days)s day", "%(days)s days", told.days_to_answer) % {"days": told.days_to_answer}
        rows.append(SummaryRow(_("Usual time to an answer"), days))
    return rows
