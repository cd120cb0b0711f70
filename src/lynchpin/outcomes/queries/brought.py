"""What a staged file would do: every row as new, already here or in error, checked against what the service knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from lynchpin.casework.models import Case
from lynchpin.framework.models import Measure
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.rows import FIRST_LINE, check_rows
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.outcomes.bringing.rows import CaseloadRow, OutcomeRow, read_row
from lynchpin.outcomes.choices import ImportKind
from lynchpin.outcomes.models import Achievement, StagedImport
from lynchpin.outcomes.queries.holders import Holders, holders
from lynchpin.places.models import Area


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that needs attention: line of the file, their column, and the code of a sentence."""

    line: int
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class NewCase:
    """A row that becomes a person and a case."""

    row: CaseloadRow
    cluster: str
    lead_id: int
    worker_id: int | None


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """A row that becomes an achievement."""

    row: OutcomeRow
    case: Case
    measure_key: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A whole file judged. Rows = new + already here + in error."""

    rows: int
    already_here: int
    new: tuple[Any, ...] = ()
    faults: tuple[CellFault, ...] = ()

    @property
    def in_error(self) -> int:
        return len({fault.line for fault in self.faults})


Judged = Any  # a new record, None for one that is here already, or faults as (column, code) pairs


@dataclass(slots=True)
class Seen:
    """References of earlier lines, so that one file does not bring one thing twice."""

    references: set[str] = field(default_factory=set)

    def again(self, reference: str) -> bool:
        known = reference in self.references
        self.references.add(reference)
        return known


def assess(actor: Actor, staged: StagedImport) -> Assessment:
    """Judge every row of a staged file, for a bound actor that sees all."""
    cells = [_mapped(staged, row["cells"]) for row in staged.rows]
    lines = [row["line"] for row in staged.rows]
    if staged.kind == ImportKind.REFERRALS:
        return _referrals(actor, staged, cells, lines)
    judge = (_judge_caseload if staged.kind == ImportKind.CASELOAD else _judge_outcomes)(actor, cells)
    return _gathered(staged, [(line, judge(row)) for line, row in zip(lines, cells, strict=True)])


def _mapped(staged: StagedImport, cells: Sequence[str]) -> dict[str, str]:
    theirs = dict(zip(staged.header, cells, strict=True))
    return {ours: theirs[column] for ours, column in staged.mapping.items()}


def _gathered(staged: StagedImport, judged: Sequence[tuple[int, Judged]]) -> Assessment:
    faults = [
        CellFault(line, staged.mapping.get(column, column), code)
        for line, answer in judged
        if isinstance(answer, tuple)
        for column, code in answer
    ]
    new = tuple(answer for _, answer in judged if isinstance(answer, NewCase | NewOutcome))
    return Assessment(len(judged), sum(answer is None for _, answer in judged), new, tuple(faults))


def _judge_caseload(actor: Actor, cells: Sequence[Mapping[str, str]]) -> Callable[[Mapping[str, str]], Judged]:
    given = [row.get("former_reference", "") for row in cells]
    here = set(Case.unscoped.filter(former_reference__in=given).values_list("former_reference", flat=True))
    codes = {row["area_code"] for row in cells if row.get("area_code")}
    areas = set(Area.objects.visible_to(actor).filter(code__in=codes).values_list("code", flat=True))
    return partial(_case, here=here, areas=areas, known=holders(actor), today=actor.on, seen=Seen())


def _case(
    cells: Mapping[str, str], *, here: set[str], areas: set[str], known: Holders, today: date, seen: Seen
) -> Judged:
    row, faults = read_row(CaseloadRow, cells)
    if row is None:
        return faults
    if seen.again(row.former_reference):
        return (("former_reference", "cell_reference_twice"),)
    if row.former_reference in here:
        return None
    return _case_faults(row, areas, known, today) or _new_case(row, known)


def _case_faults(row: CaseloadRow, areas: set[str], known: Holders, today: date) -> tuple[tuple[str, str], ...]:
    cluster = known.cluster_for(row.worker, row.cluster)
    checks = (
        ("opened_on", "cell_date_impossible", row.opened_on > today),
        ("birth_date", "cell_date_impossible", row.birth_date is not None and row.birth_date > today),
        ("area_code", "cell_area_unknown", bool(row.area_code) and row.area_code not in areas),
        ("worker", "cell_worker_unknown", bool(row.worker) and known.worker(row.worker) is None),
        ("cluster", "cell_cluster_unknown", bool(row.cluster) and known.cluster(row.cluster) is None),
        ("cluster", "cell_missing", not row.cluster and not row.worker),
        ("cluster", "cell_no_lead", cluster is not None and known.lead(cluster) is None),
    )
    return tuple((column, code) for column, code, wrong in checks if wrong)


def _new_case(row: CaseloadRow, known: Holders) -> NewCase:
    cluster = known.cluster_for(row.worker, row.cluster) or ""
    return NewCase(row, cluster, known.lead(cluster) or 0, known.worker(row.worker))


def _judge_outcomes(actor: Actor, cells: Sequence[Mapping[str, str]]) -> Callable[[Mapping[str, str]], Judged]:
    given = [row.get("former_reference", "") for row in cells]
    here = set(Achievement.unscoped.filter(former_reference__in=given).values_list("former_reference", flat=True))
    wanted = {row["case"] for row in cells if row.get("case")}
    cases = {case.former_reference: case for case in Case.unscoped.filter(former_reference__in=wanted)}
    counted = Achievement.unscoped.filter(case_id__in=[case.pk for case in cases.values()])
    measures: dict[str, str] = {}
    for measure in Measure.objects.visible_to(actor):
        measures |= dict.fromkeys(
            (name.casefold() for name in (measure.key, measure.label_en, measure.label_cy)), measure.key
        )
    taken = set(counted.values_list("case_id", "measure_key"))
    return partial(_outcome, here=here, cases=cases, measures=measures, taken=taken, today=actor.on, seen=Seen())


def _outcome(
    cells: Mapping[str, str],
    *,
    here: set[str],
    cases: Mapping[str, Case],
    measures: Mapping[str, str],
    taken: set[tuple[int, str]],
    today: date,
    seen: Seen,
) -> Judged:
    row, faults = read_row(OutcomeRow, cells)
    if row is None:
        return faults
    if seen.again(row.former_reference):
        return (("former_reference", "cell_reference_twice"),)
    if row.former_reference in here:
        return None
    case, measure = cases.get(row.case), measures.get(row.measure.casefold())
    if case is None or measure is None:
        unknown = (("case", "cell_case_unknown", case), ("measure", "cell_measure_unknown", measure))
        return tuple((column, code) for column, code, found in unknown if found is None)
    if not local_date(case.opened_at) <= row.achieved_on <= today:
        return (("achieved_on", "cell_date_impossible"),)
    if (case.pk, measure) in taken:
        return (("measure", "cell_outcome_counted"),)
    taken.add((case.pk, measure))
    return NewOutcome(row, case, measure)


def _referrals(
    actor: Actor, staged: StagedImport, cells: Sequence[Mapping[str, str]], lines: Sequence[int]
) -> Assessment:
    """The front door judges its own rows; here their lines become those of the file."""
    checked = check_rows(cells, actor.on)
    given = [row.former_reference for row in checked.rows]
    here = set(Referral.unscoped.filter(former_reference__in=given).values_list("former_reference", flat=True))
    faults = (
        CellFault(lines[fault.line - FIRST_LINE], staged.mapping.get(fault.column, fault.column), fault.code)
        for fault in checked.faults
    )
    new = tuple(row for row in checked.rows if row.former_reference not in here)
    return Assessment(len(cells), len(checked.rows) - len(new), new, tuple(faults))
