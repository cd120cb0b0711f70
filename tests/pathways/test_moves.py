"""Whatever is tried with a place: legal moves leave it with an owner or an end, and every other move is refused in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from lynchpin.casework.choices import CaseStatus
from lynchpin.casework.models import Case
from lynchpin.kernel.errors import Refused
from lynchpin.kernel.reasons import SENTENCES, sentence
from lynchpin.pathways.choices import HandoverState, PlaceMoveKind, PlaceState
from lynchpin.pathways.models import Place, PlaceMove
from lynchpin.pathways.models.places import LIVE
from lynchpin.pathways.rules import (
    HANDOVER_TRANSITIONS,
    PLACE_MOVES,
    PLACE_TRANSITIONS,
    why_not_move,
    why_not_move_handover,
)
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.pathways.use_cases.re_enter_pathway import re_enter_pathway
from lynchpin.pathways.use_cases.resume_pathway import resume_pathway
from lynchpin.pathways.use_cases.step_down import step_down
from lynchpin.pathways.use_cases.step_up import step_up

STEPS = ("PH1", "PH2", "PH3", "PH4", "PH5", "PA1", "nowhere")
TESTS = ("wants_to_start", "needs_screened", "confidence_low", "mentoring_first", "skills_gathered", "ready_for_route")

tries = some.one_of(
    some.tuples(some.just(step_up), some.fixed_dictionaries({"to_step": some.sampled_from(STEPS)})),
    some.tuples(
        some.just(step_down),
        some.fixed_dictionaries({"to_step": some.sampled_from(STEPS), "reason": some.just("Less")}),
    ),
    some.tuples(some.just(pause_pathway), some.fixed_dictionaries({"reason": some.sampled_from(("", "Ill"))})),
    some.tuples(some.just(resume_pathway), some.just({})),
    some.tuples(
        some.just(leave_pathway),
        some.fixed_dictionaries({"because": some.sampled_from(("persons-no", "found-other", "invented"))}),
    ),
    some.tuples(
        some.just(re_enter_pathway),
        some.fixed_dictionaries({"to_step": some.sampled_from(STEPS), "they_asked": some.booleans()}),
    ),
    some.tuples(some.just(complete_pathway), some.just({})),
    some.tuples(some.none(), some.dictionaries(some.sampled_from(TESTS), some.booleans(), min_size=1)),
)


@dataclass
class Standing:
    """As much of a place, or of its case, as a rule looks at."""

    state: str
    status: str = CaseStatus.OPEN
    taken_on: date | None = None
    path: list[str] = field(default_factory=list)


@given(walk=some.lists(some.sampled_from([kind for kind in PlaceMoveKind if kind != PlaceMoveKind.ENTERED])))
def test_a_move_is_made_exactly_where_the_table_has_it_and_refused_in_words_elsewhere(walk):
    place, case = Standing(PlaceState.ON), Standing("", CaseStatus.OPEN)
    for kind in walk:
        sources, target = PLACE_MOVES[kind]
        no = why_not_move(place, case, kind)
        assert (no is None) == (place.state in sources)
        if no is not None:
            assert no.code in SENTENCES and sentence(no)
            continue
        assert target in PLACE_TRANSITIONS[PlaceState(place.state)]
        place.state = target


def test_the_moves_and_the_table_of_states_say_the_same():
    led_to = {state: {to for froms, to in PLACE_MOVES.values() if state in froms} for state in PlaceState}
    assert led_to == {state: set(ends) for state, ends in PLACE_TRANSITIONS.items()}


@pytest.mark.parametrize("kind", PLACE_MOVES)
def test_under_a_closed_case_nothing_moves(kind):
    state = min(PLACE_MOVES[kind][0])
    assert why_not_move(Standing(state), Standing("", CaseStatus.CLOSED), kind).code == "pathway_case_closed"


@given(state=some.sampled_from(HandoverState), to=some.sampled_from(HandoverState))
def test_a_handover_goes_where_the_table_leads_and_every_other_step_is_refused_in_words(state, to):
    no = why_not_move_handover(Standing(state), to)
    assert (no is None) == (to in HANDOVER_TRANSITIONS[state])
    assert no is None or sentence(no)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=some.lists(tries, min_size=5, max_size=25))
def test_no_walk_leaves_a_place_without_an_owner_or_an_end(world, walk):
    worker = world.actor("engagement-worker", cluster="porth")
    place = world.place(world.case(worker=worker), worker)
    for verb, facts in walk:
        before, lines = world.place_again(place.reference), PlaceMove.unscoped.filter(place=place).count()
        try:
            if verb is None:
                world.tested(place, worker, **facts)
            else:
                world.moved(verb, place, worker, **facts)
        except Refused as no:
            assert sentence(no.reason)
            assert world.place_again(place.reference).version == before.version, "a refusal changes nothing"
            continue
        assert PlaceMove.unscoped.filter(place=place).count() == lines + (verb is not None), "each move is a line"
        has_owner_or_end(world.place_again(place.reference))


def has_owner_or_end(place: Place) -> None:
    """Live: its case is open, and has a lead. Ended: it says when; and why, when somebody left."""
    case = Case.unscoped.get(pk=place.case_id)
    if place.state in LIVE:
        assert case.status == CaseStatus.OPEN and (case.worker_id or case.lead_id) and place.ended_on is None
    else:
        assert place.ended_on is not None and bool(place.left_because) == (place.state == PlaceState.LEFT)
