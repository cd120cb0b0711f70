from datetime import timedelta

import pytest

from lynchpin.casework.models import Case
from lynchpin.kernel import clock
from lynchpin.pathways.models import Pathway
from lynchpin.pathways.rules import why_not_re_enter
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from lynchpin.pathways.use_cases.load_pathways import load_pathways
from lynchpin.pathways.use_cases.re_enter_pathway import re_enter_pathway
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail
from tests.world.staff import machine


@pytest.fixture
def place(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    return world.moved(leave_pathway, place, world.worker, because="found-other")


def back(world, place, **facts):
    return world.moved(re_enter_pathway, place, world.worker, **{"to_step": "PH1", "they_asked": False} | facts)


def test_they_come_back_with_their_history(world, place):
    after = back(world, place)
    assert (after.state, after.step, after.ended_on, after.left_because) == ("on", "PH1", None, "")
    assert after.started_on == place.started_on
    assert trail("pathways.pathway_re_entered") == [{"step": "PH1", "before": "PH1"}]


def test_whoever_completed_it_can_come_back_to_a_step_on_offer(world):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    place = world.moved(complete_pathway, place, world.worker)
    with refused("no_such_move"):
        back(world, place, to_step="PH1")
    assert back(world, place, to_step="PH3").step == "PH3"


def test_a_persons_no_holds_for_a_year_unless_they_ask(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    place = world.moved(leave_pathway, place, world.worker, because="persons-no")
    with refused("persons_no_to_pathway"):
        back(world, place)
    assert back(world, place, they_asked=True).state == "on"


@pytest.mark.parametrize(("days", "code"), [(364, "persons_no_to_pathway"), (365, None)])
def test_a_no_ends_on_the_day_after_a_year(days, code):
    said = clock.today()
    on = said + timedelta(days=days)
    no = why_not_re_enter(may_re_enter=True, offered=True, already_on=False, said_no_on=said, on=on, they_asked=False)
    assert (no.code if no else None) == code


def test_a_pathway_may_be_entered_only_once_where_it_says_so(world, place):
    row = Pathway.unscoped.values().get(key="employability")
    kept = {name: value for name, value in row.items() if name not in ("id", "version")}
    load_pathways(machine("system-admin"), pathways=[kept | {"may_re_enter": False}])
    with refused("no_way_back_in"):
        back(world, place)


def test_nobody_comes_back_who_has_not_left(world):
    with refused("place_is_on"):
        back(world, world.place(world.case(worker=world.worker), world.worker))


def test_nobody_comes_back_to_where_they_have_begun_anew(world, place):
    world.place(Case.unscoped.get(pk=place.case_id), world.worker)
    with refused("already_on_pathway"):
        back(world, place)


def test_what_no_move_allows_is_refused(world, place):
    refuses_what_no_move_allows(world, re_enter_pathway, place, to_step="PH1", they_asked=False)


def test_the_worker_does_it_on_the_page(world, as_, place):
    works_on_its_page(world, as_, "re-enter", place, to_step="PH1", they_asked="yes")
