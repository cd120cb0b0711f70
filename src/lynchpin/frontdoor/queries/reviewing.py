"""How reviewers decide about families that profiling suggests: how often otherwise, which way, and for which reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lynchpin.frontdoor.choices import CandidateDecision
from lynchpin.frontdoor.models import Candidate
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.page import read
from lynchpin.profiles.choices import Permission

LOOKED_BACK = timedelta(days=365)
OTHERWISE = (CandidateDecision.RAISE, CandidateDecision.LOWER, CandidateDecision.REJECT)
# Near nothing is a rubber stamp; over two fifths the suggestions are not fit (DOMAIN 4.3). Fewer decisions than this warn of nothing.
LEAST_PERCENT, MOST_PERCENT, LEAST_DECIDED = 2, 40, 20


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions of a year, counted: by what was decided, and by (ground, what was decided)."""

    since: date
    by_decision: dict[str, int]
    by_ground: dict[tuple[str, str], int]

    @property
    def decided(self) -> int:
        return sum(self.by_decision.values())

    @property
    def otherwise(self) -> int:
        """Raised, lowered or rejected: not as was suggested."""
        return sum(self.by_decision.get(decision, 0) for decision in OTHERWISE)

    @property
    def percent(self) -> int | None:
        """Share decided otherwise, in whole per cent; none where nothing was decided."""
        return round(100 * self.otherwise / self.decided) if self.decided else None

    @property
    def warning(self) -> str:
        """`rubber_stamp`, `recalibrate`, or nothing."""
        if self.percent is None or self.decided < LEAST_DECIDED:
            return ""
        if self.percent < LEAST_PERCENT:
            return "rubber_stamp"
        return "recalibrate" if self.percent > MOST_PERCENT else ""


@read(Permission.READ_ASSURANCE)
def decisions_of_reviewers(actor: Actor) -> Decisions:
    """The last year's. Unscoped: decisions are counted, and no family and no reviewer is shown."""
    since = actor.on - LOOKED_BACK
    made = Candidate.unscoped.filter(decided_at__gte=datetime.combine(since, time.min, LOCAL))
    return _counted(since, made.order_by("pk").values_list("decision", "ground"))


def _counted(since: date, made: Iterable[tuple[str, str]]) -> Decisions:
    pairs = [(ground, decision) for decision, ground in made]
    return Decisions(since, dict(Counter(decision for _ground, decision in pairs)), dict(Counter(pairs)))
