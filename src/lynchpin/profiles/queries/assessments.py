"""The register of impact assessments: how each stands, how long it holds, and what stops with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.places.names import every_cluster, zone_names
from lynchpin.profiles import population, rules
from lynchpin.profiles.choices import AssessmentState, Permission, RunState
from lynchpin.profiles.models import ImpactAssessment, ProfileRun

ORDERS = {"review_on": "review_on", "title": "title"}
UNDER_WAY = (RunState.COMMISSIONED, RunState.RECEIVED)
TO_LOOK_AT = (AssessmentState.UNCONFIRMED, AssessmentState.REVIEW_SOON, AssessmentState.LAPSED)
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """An assessment in a list. `days_left` until its review, below 0 once that has passed.

    `under_way` are runs that stop when it lapses; `shown` are approved runs whose families reviewers see.
    """

    reference: str
    number: str
    title: str
    state: AssessmentState
    review_on: date
    days_left: int
    under_way: int
    shown: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment in full, with the runs (reference, purpose, state) under it. `why_not_…` are reasons, None where it may be."""

    row: AssessmentRow
    version: int
    answerable: str
    answerable_reference: str
    decided_on: date
    purposes: tuple[str, ...]
    everywhere: bool
    cluster_keys: tuple[str, ...]
    zone_keys: tuple[str, ...]
    places: tuple[str, ...]
    document_place: str
    recorded_by: str
    recorded_on: date
    confirmed_by: str
    confirmed_on: date | None
    ended_by: str
    ended_on: date | None
    ending: str
    runs: tuple[tuple[str, str, str], ...]
    why_not_confirm: Reason | None
    why_not_end: Reason | None


@dataclass(frozen=True, slots=True)
class AssessmentToRun:
    """An assessment in force, and what may be run under it: purposes, and (key, name) of clusters and of zones."""

    reference: str
    number: str
    title: str
    review_on: date
    purposes: tuple[str, ...]
    clusters: tuple[tuple[str, str], ...]
    zones: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlacesAndPeople:
    """Whom and what a new assessment may name: (reference, name) of colleagues, (key, name) of clusters and of zones."""

    colleagues: Pairs
    clusters: Pairs
    zones: Pairs


@read(Permission.READ_ASSESSMENTS)
def impact_assessments(actor: Actor, query: ListQuery) -> ListPage:
    """Every assessment, those reviewed first at the top unless another order is asked for; ended ones last."""
    seen = ImpactAssessment.objects.visible_to(actor)
    order = ORDERS.get(query.sort, "review_on")
    rows = sorted(seen.order_by(f"-{order}" if query.descending else order, "-pk"), key=_has_ended)
    page = rows[query.start : query.stop]
    return ListPage(_rows(actor, page), len(rows), query)


@read(Permission.READ_ASSESSMENTS)
def assessments_to_look_at(actor: Actor) -> tuple[AssessmentRow, ...]:
    """Assessments that wait to be confirmed, lapse soon or have lapsed; the first to be reviewed first."""
    standing = ImpactAssessment.objects.visible_to(actor).filter(ended_at__isnull=True).order_by("review_on", "pk")
    return tuple(row for row in _rows(actor, standing) if row.state in TO_LOOK_AT)


@read(Permission.READ_ASSESSMENTS)
def impact_assessment(actor: Actor, reference: str) -> Assessment:
    """One assessment in full. Raises `NotFound`."""
    row = ImpactAssessment.objects.visible_to(actor).find(reference=reference)
    people = {row.answerable_id, row.recorded_by, row.confirmed_by, row.ended_by} - {None}
    staff = {each.pk: each for each in Staff.objects.visible_to(actor).filter(pk__in=people)}
    names = {pk: each.name for pk, each in staff.items()}
    return Assessment(
        row=_rows(actor, [row])[0],
        version=row.version,
        answerable=names[row.answerable_id],
        answerable_reference=staff[row.answerable_id].reference,
        decided_on=row.decided_on,
        purposes=tuple(row.purposes),
        everywhere=row.everywhere,
        cluster_keys=tuple(row.cluster_keys),
        zone_keys=tuple(row.zone_keys),
        places=_places(actor, row),
        document_place=row.document_place,
        recorded_by=names.get(row.recorded_by, ""),
        recorded_on=local_date(row.recorded_at),
        confirmed_by=names.get(row.confirmed_by, ""),
        confirmed_on=local_date(row.confirmed_at) if row.confirmed_at else None,
        ended_by=names.get(row.ended_by, ""),
        ended_on=local_date(row.ended_at) if row.ended_at else None,
        ending=row.ending,
        runs=_runs(actor, row.number),
        why_not_confirm=rules.why_not_confirm_assessment(row, staff_id=actor.staff_id, on=actor.on),
        why_not_end=rules.why_not_end_assessment(row),
    )


@read(Permission.RECORD_ASSESSMENT)
def to_record(actor: Actor) -> PlacesAndPeople:
    """The actor's colleagues at work, and the clusters and zones of the day, by name."""
    staff = Staff.objects.visible_to(actor).at_work(actor.on).filter(organisation_id=actor.organisation)
    clusters, zones = population.places_of_day(actor)
    return PlacesAndPeople(sorted(staff.values_list("reference", "name"), key=lambda pair: pair[1]), clusters, zones)


@read(Permission.COMMISSION_RUN)
def assessments_to_run(actor: Actor) -> tuple[AssessmentToRun, ...]:
    """Assessments in force with what may be run under each, the longest to hold first."""
    confirmed = ImpactAssessment.objects.visible_to(actor).filter(confirmed_at__isnull=False, ended_at__isnull=True)
    rows = confirmed.filter(review_on__gt=actor.on).order_by("-review_on", "pk")
    places = population.places_of_day(actor)
    return tuple(_to_run(actor, row, *places) for row in rows)


def _has_ended(row: ImpactAssessment) -> bool:
    return row.ended_at is not None


def _to_run(actor: Actor, row: ImpactAssessment, clusters: Pairs, zones: Pairs) -> AssessmentToRun:
    covered, asked = (row.cluster_keys, row.zone_keys), ([key for key, _ in clusters], [key for key, _ in zones])
    left_out = set() if row.everywhere else population.uncovered_places(actor, *asked, covered, actor.on)
    of = ([pair for pair in places if pair[0] not in left_out] for places in (clusters, zones))
    return AssessmentToRun(
        row.reference, row.number, row.title, row.review_on, tuple(row.purposes), *(tuple(pairs) for pairs in of)
    )


def _rows(actor: Actor, rows: Iterable[ImpactAssessment]) -> list[AssessmentRow]:
    found = list(rows)
    runs = ProfileRun.objects.visible_to(actor).filter(impact_assessment__in=[row.number for row in found])
    held = Counter(runs.order_by().values_list("impact_assessment", "state"))
    return [_row(row, held, actor.on) for row in found]


def _row(row: ImpactAssessment, held: Mapping[tuple[str, str], int], on: date) -> AssessmentRow:
    state = rules.assessment_state(row, on)
    ended = state == AssessmentState.ENDED
    return AssessmentRow(
        reference=row.reference,
        number=row.number,
        title=row.title,
        state=state,
        review_on=row.review_on,
        days_left=(row.review_on - on).days,
        under_way=0 if ended else sum(held[row.number, state] for state in UNDER_WAY),
        shown=0 if ended else held[row.number, RunState.APPROVED],
    )


def _runs(actor: Actor, number: str) -> tuple[tuple[str, str, str], ...]:
    runs = ProfileRun.objects.visible_to(actor).filter(impact_assessment=number).order_by("-commissioned_at", "-pk")
    return tuple(runs.values_list("reference", "purpose", "state")[:20])


def _places(actor: Actor, row: ImpactAssessment) -> tuple[str, ...]:
    return (*_named(row.cluster_keys, every_cluster(actor)), *_named(row.zone_keys, dict(zone_names(actor))))


def _named(keys: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return sorted(names.get(key, key) for key in keys)
