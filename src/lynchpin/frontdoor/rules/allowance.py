"""How many families a cluster's reviewers may have before them: no more than review time and room in caseloads allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.errors import Reason


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a month allows, for each cluster. Until the service sets its own: half an hour a family, five families a month,
    and seven points of caseload a new case.

    Source: a proposal of November 2026, by the first formula of caseloads (fourteen ordinary cases to a hundred points); to be
    confirmed by the council.
    """

    minutes_a_candidate: int = 30
    minutes_a_month: int = 150
    points_a_case: int = 7


@dataclass(frozen=True, slots=True)
class Use:
    """What has been taken of it in a cluster: families before reviewers now, decided this month, and agreed without a case yet.

    `room` is in points of caseload, None where casework has not counted it.
    """

    released: int = 0
    decided: int = 0
    coming: int = 0
    room: int | None = None


def by_time(allowance: Allowance, use: Use) -> int:
    """How many more there is review time for this month; below 0 where it was overdrawn."""
    return allowance.minutes_a_month // allowance.minutes_a_candidate - use.decided - use.released


def by_room(allowance: Allowance, use: Use) -> int | None:
    """How many more the caseloads have room for, were every family agreed; None where that is not known."""
    return None if use.room is None else use.room // allowance.points_a_case - use.released - use.coming


def may_release(allowance: Allowance, use: Use) -> int:
    """How many more families may be put before a cluster's reviewers."""
    time, room = by_time(allowance, use), by_room(allowance, use)
    return max(0, time if room is None else min(time, room))


def released(clusters: Iterable[str], left: Mapping[str, int], otherwise: int) -> list[bool]:
    """Of families in their order, by their clusters: which are put up for review. `otherwise` is left where nothing was taken."""
    taken: Counter[str] = Counter()
    answers = []
    for cluster in clusters:
        taken[cluster] += 1
        answers.append(taken[cluster] <= left.get(cluster, otherwise))
    return answers


def why_waiting(allowance: Allowance, use: Use) -> Reason:
    """What the families of a cluster that wait are waiting for."""
    room = by_room(allowance, use)
    if by_time(allowance, use) <= 0:
        return Reason("waits_for_review_time")
    return Reason("waits_for_room") if room is not None and room <= 0 else Reason("waits_for_next_release")


def why_not_allow(from_on: date, on: date) -> Reason | None:
    """An allowance holds from a day to come, or from today."""
    return Reason("allowance_from_the_past") if from_on < on else None
