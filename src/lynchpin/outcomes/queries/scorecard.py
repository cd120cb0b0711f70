"""Scorecards: the same counts for colleagues, for boards and for the public, each under its own disclosure standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lynchpin.casework.queries.caseload import caseload
from lynchpin.face.context import in_language
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.framework.models import Measure
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import read
from lynchpin.organisations.models import in_force
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.counting import CaseTrace, Count, counted
from lynchpin.outcomes.disclosure import BOARD, PUBLIC, Shown, Standard, disclosed, disclosed_share, hidden_beside_total
from lynchpin.outcomes.models import ReportedResult
from lynchpin.outcomes.periods import worded
from lynchpin.outcomes.queries.traces import traces
from lynchpin.outcomes.rules import Quarter
from lynchpin.places.names import cluster_names

OPEN = Standard(hides_to=0, rounds_to=1)  # for those who may see the records themselves
HIDDEN = Shown(None)


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: how many, of how many and in per cent where that has a meaning."""

    key: str
    number: Shown
    of: Shown | None
    share: Shown | None


@dataclass(frozen=True, slots=True)
class MeasureNumber:
    """A measure with its figure; `denominator` is the framework's own definition of its whole."""

    label: str
    denominator: str
    number: Number


@dataclass(frozen=True, slots=True)
class Reported:
    """A total as it was published before this service began."""

    label: str
    value: int
    period: str
    period_known: bool
    is_result: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The three questions for one quarter, of one cluster or of the whole area (no cluster)."""

    quarter: Quarter
    cluster: str
    clusters: tuple[tuple[str, str], ...]
    how_much: tuple[Number, ...]
    how_well: tuple[Number, ...]
    better_off: tuple[MeasureNumber, ...]
    reported: tuple[Reported, ...]
    opens: bool


@read(Permission.READ_SCORECARD)
def scorecard(actor: Actor, quarter: Quarter, cluster: str = "") -> Scorecard:
    """The staff scorecard. Roles that see no records get small counts hidden and no lists."""
    standard = BOARD if actor.scope == "agg" else OPEN
    return _scorecard(actor, quarter, cluster, standard)


@read(Permission.READ_PUBLIC_SCORECARD)
def public_scorecard(actor: Actor, quarter: Quarter) -> Scorecard:
    """The public's scorecard: the whole area only, small counts hidden, the others rounded."""
    return _scorecard(actor, quarter, "", PUBLIC)


# What a case must have left for it to stand behind a number; how many people they are is not asked again.
BEHIND = {
    key: frozenset({key}) for key in ("people", "contacts", "conversations", "plans", "asked", "planned", "rhythm")
}
OF_A_MEASURE = frozenset({"achieved"})


@read(Permission.READ_SCORECARD)
def cases_counted(actor: Actor, key: str, quarter: Quarter, cluster: str = "") -> frozenset[int]:
    """Ids of the cases behind a number; none for those who see no records. NotFound for a number that does not exist."""
    if actor.scope == "agg":
        raise NotFound("number")
    left = BEHIND.get(key)
    measures = [key] if left is None and key in {measure.key for measure in _measures(actor)} else []
    counts = counted(_of_cluster(traces(quarter, left or OF_A_MEASURE), cluster), quarter, actor.on, measures)
    if key not in counts:
        raise NotFound("number")
    return counts[key].cases


def counted_cases(actor: Actor, query: ListQuery, *, key: str, quarter: Quarter, cluster: str = "") -> ListPage:
    """The cases behind a number, as far as this actor may see them in lists."""
    return caseload(actor, query, status="all", case_ids=cases_counted(actor, key, quarter, cluster))


def _scorecard(actor: Actor, quarter: Quarter, cluster: str, standard: Standard) -> Scorecard:
    measures = _measures(actor)
    keys = [measure.key for measure in measures]
    found = traces(quarter)
    counts = counted(_of_cluster(found, cluster), quarter, actor.on, keys)
    hidden = (
        _revealing(found, quarter, actor, keys, cluster, standard) if cluster and standard is BOARD else frozenset()
    )
    numbers = {key: _number(count, standard, key in hidden) for key, count in counts.items()}
    return Scorecard(
        quarter=quarter,
        cluster=cluster,
        clusters=tuple(cluster_names(actor)) if standard is not PUBLIC else (),
        how_much=tuple(numbers[key] for key in ("people", "contacts", "conversations", "plans")),
        how_well=tuple(numbers[key] for key in ("asked", "planned", "rhythm")),
        better_off=tuple(_measured(measure, numbers[measure.key]) for measure in measures),
        reported=_reported(actor),
        opens=standard is OPEN,
    )


def _number(count: Count, standard: Standard, hide: bool) -> Number:
    if hide:
        return Number(count.key, HIDDEN, None if count.of is None else HIDDEN, None if count.of is None else HIDDEN)
    if count.of is None:
        return Number(count.key, disclosed(count.number, standard), None, None)
    return Number(
        count.key,
        disclosed(count.number, standard),
        disclosed(count.of, standard),
        disclosed_share(count.number, count.of, standard),
    )


def _revealing(
    found: Iterable[CaseTrace], quarter: Quarter, actor: Actor, keys: list[str], cluster: str, standard: Standard
) -> frozenset[str]:
    """Keys of the numbers that would give away another cluster's hidden count, as the whole area's total is shown too."""
    by_cluster: dict[str, list[CaseTrace]] = defaultdict(list)
    for trace in found:
        by_cluster[trace.cluster].append(trace)
    counts = {name: counted(rows, quarter, actor.on, keys) for name, rows in by_cluster.items()}
    every: Mapping[str, Count] = next(iter(counts.values()), {})
    cells = {key: {name: numbers[key].number for name, numbers in counts.items()} for key in every}
    return frozenset(key for key in every if cluster in hidden_beside_total(cells[key], standard))


def _of_cluster(found: Iterable[CaseTrace], cluster: str) -> list[CaseTrace]:
    return [trace for trace in found if not cluster or trace.cluster == cluster]


def _measures(actor: Actor) -> list[Measure]:
    return list(Measure.objects.visible_to(actor).filter(in_force(actor.on)).order_by("sort", "key"))


def _measured(measure: Measure, number: Number) -> MeasureNumber:
    label = in_language({"en": measure.label_en, "cy": measure.label_cy})
    return MeasureNumber(label, in_language({"en": measure.denominator_en, "cy": measure.denominator_cy}), number)


def _reported(actor: Actor) -> tuple[Reported, ...]:
    rows = ReportedResult.objects.visible_to(actor).order_by("sort", "key")
    return tuple(
        Reported(
            in_language({"en": row.label_en, "cy": row.label_cy}),
            row.value,
            worded(row.period),
            row.period_basis == "stated",
            row.is_result,
        )
        for row in rows
    )
