"""One person's place: where they are, what is needed next in words, where they can go, and how they came here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lynchpin.casework.choices import CaseStatus
from lynchpin.casework.models import Case
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound, Reason
from lynchpin.kernel.page import read
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Direction, Permission, PlaceState
from lynchpin.pathways.models import Guarantee, Place, PlaceMove
from lynchpin.pathways.models.places import LIVE
from lynchpin.pathways.queries.definitions import PathwayFact, pathway_facts, questions, steps_on
from lynchpin.pathways.queries.heads import PlaceRow, places_of, rows_of_places
from lynchpin.pathways.queries.standing import answers_of
from lynchpin.pathways.rules import Asked, Need, Question


@dataclass(frozen=True, slots=True)
class WayOn:
    """A step that can come next, what it needs, and the reason why not yet. Completing has no step."""

    kind: str
    step: str
    name: str
    needs: tuple[Need, ...]
    why_not: Reason | None

    @property
    def unmet(self) -> int:
        return sum(not need.met for need in self.needs)

    @property
    def first_unmet(self) -> Need | None:
        return next((need for need in self.needs if not need.met), None)


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One line of a place's history."""

    kind: str
    from_name: str
    to_name: str
    moved_on: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class GuaranteeFact:
    """Something a person was promised."""

    id: int
    version: int
    kind: str
    due_on: date
    given_on: date | None
    given_with: str
    offer: bool | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Everything that a place's page shows."""

    head: PlaceRow
    pathway: PathwayFact
    case_open: bool
    ways_on: tuple[WayOn, ...]
    ways_down: tuple[WayOn, ...]
    ways_back: tuple[WayOn, ...]
    history: tuple[MoveLine, ...]
    guarantees: tuple[GuaranteeFact, ...]


@dataclass(frozen=True, slots=True)
class PathwayToStart:
    """The person, the pathway, and what its first step asks, with whether it is asked of everybody."""

    head: CaseRow
    pathway: PathwayFact
    asks: tuple[tuple[Question, bool], ...]


@dataclass(frozen=True, slots=True)
class PathwaysToStart:
    """The person of a case, their places so far, and the pathways that they are not on."""

    head: CaseRow
    places: tuple[PlaceRow, ...]
    pathways: tuple[PathwayFact, ...]


@read(Permission.READ_PLACE)
def place_page(actor: Actor, reference: str) -> PlaceFacts:
    """One person's place."""
    place = Place.objects.visible_to(actor).find(reference=reference)
    head = rows_of_places(actor, [place])[0]
    pathway = pathway_facts(actor, actor.on, place.pathway_id)[0]
    case = Case.objects.visible_to(actor).find(pk=place.case_id)
    on, down, back = _ways(actor, place, pathway)
    return PlaceFacts(
        head=head,
        pathway=pathway,
        case_open=case.status == CaseStatus.OPEN,
        ways_on=on,
        ways_down=down,
        ways_back=back,
        history=_history(actor, place, pathway),
        guarantees=_guarantees(actor, place),
    )


def _ways(actor: Actor, place: Place, pathway: PathwayFact) -> tuple[tuple[WayOn, ...], ...]:
    steps, asks, answers = steps_on(actor, actor.on, pathway.key), questions(actor), answers_of(actor, place)
    here = steps[place.step]
    found: dict[str, list[WayOn]] = {kind: [] for kind in Direction.values}
    for move in pathway.moves:
        there = steps.get(move.to_step)
        if move.from_step != place.step or there is None:
            continue
        first = here.exit_tests if move.kind == Direction.UP else []
        needs = rules.needs_of([*first, *there.entry_tests], asks, answers)
        name = pathway.names()[there.step]
        found[move.kind].append(WayOn(move.kind, there.step, name, needs, rules.why_not_met(needs)))
    if here.may_complete:
        needs = rules.needs_of(here.exit_tests, asks, answers)
        found[Direction.UP].insert(0, WayOn("complete", "", "", needs, rules.why_not_met(needs)))
    if place.state == PlaceState.ON:
        return tuple(found[Direction.UP]), tuple(found[Direction.DOWN]), ()
    ended = place.state in (PlaceState.LEFT, PlaceState.COMPLETED) and pathway.may_re_enter
    return (), (), tuple(found[Direction.RE_ENTRY]) if ended else ()


def _history(actor: Actor, place: Place, pathway: PathwayFact) -> tuple[MoveLine, ...]:
    rows = list(PlaceMove.objects.visible_to(actor).filter(place=place).order_by("-recorded_at", "-pk"))
    colleagues, names = names_of(row.recorded_by for row in rows), pathway.names()
    return tuple(
        MoveLine(
            kind=row.kind,
            from_name=names.get(row.from_step, row.from_step),
            to_name=names.get(row.to_step, row.to_step),
            moved_on=row.moved_on,
            reason=row.reason if actor.shows("F3") else "",
            by=colleagues.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _guarantees(actor: Actor, place: Place) -> tuple[GuaranteeFact, ...]:
    rows = Guarantee.objects.visible_to(actor).filter(place=place).order_by("pk")
    return tuple(
        GuaranteeFact(
            id=row.pk,
            version=row.version,
            kind=row.kind,
            due_on=row.due_on,
            given_on=row.given_on,
            given_with=row.given_with,
            offer=row.offer,
            overdue=row.given_on is None and row.due_on < actor.on,
        )
        for row in rows
    )


@read(Permission.START_PATHWAY)
def pathways_to_start(actor: Actor, reference: str) -> PathwaysToStart:
    """The person of a case, where they stand already, and what else they can start."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    places = places_of(actor, [case.resident_id])
    live = {place.pathway for place in places if place.state in LIVE}
    offered = (each for each in pathway_facts(actor, actor.on) if each.offered and each.key not in live)
    return PathwaysToStart(rows_of(actor, [case])[0], places, tuple(offered))


@read(Permission.START_PATHWAY)
def pathway_to_start(actor: Actor, reference: str, key: str) -> PathwayToStart:
    """For the form: a question for each test of the first step."""
    facts = [each for each in pathway_facts(actor, actor.on, key) if each.offered and each.steps]
    if not facts:
        raise NotFound("pathways.Pathway")
    return PathwayToStart(_case(actor, reference), facts[0], tuple(_asked(facts[0].steps[0].entry)))


def _asked(entry: tuple[Asked, ...]) -> Iterator[tuple[Question, bool]]:
    """A condition before what hangs on it; only the latter may stay without an answer."""
    for each in entry:
        if each.when is not None:
            yield each.when, True
        yield each.question, each.when is None


def _case(actor: Actor, reference: str) -> CaseRow:
    return rows_of(actor, [Case.objects.visible_to(actor).find(reference=reference)])[0]
