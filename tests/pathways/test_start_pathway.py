from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.pathways.models import Place, PlaceMove, StepAnswer
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from lynchpin.pathways.use_cases.start_pathway import start_pathway
from tests.support import refused, trail


def test_somebody_starts_on_the_first_step_with_what_was_answered(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    assert (place.step, place.step_edition, place.state) == ("PH1", 1, "on")
    move = PlaceMove.unscoped.get()
    assert (move.kind, move.to_step, move.tests_met) == ("entered", "PH1", ["cfw_eligible"])
    assert StepAnswer.unscoped.get().answer is False
    assert trail("pathways.pathway_started")[0]["step"] == "PH1"


def test_whoever_is_eligible_for_communities_for_work_goes_there_instead(world):
    with refused("step_test_not_met"):
        world.place(world.case(worker=world.worker), world.worker, answers={"cfw_eligible": True})


def test_a_question_without_an_answer_is_asked_first(world):
    with refused("step_test_not_answered"):
        world.place(world.case(worker=world.worker), world.worker, answers={})


def test_a_care_need_is_passed_on_before_the_connection_pathway_begins(world):
    case = world.case(worker=world.worker)
    with refused("step_test_not_answered"):
        world.place(case, world.worker, "isolation", answers={"care_need_seen": True})
    passed_on = {"care_need_seen": True, "care_need_passed_on": True}
    assert world.place(case, world.worker, "isolation", answers=passed_on).step == "IS1"


def test_nobody_is_on_one_pathway_twice_but_may_be_on_two(world):
    case = world.case(worker=world.worker)
    world.place(case, world.worker)
    with refused("already_on_pathway"):
        world.place(case, world.worker)
    assert world.place(case, world.worker, "isolation").state == "on"


def test_a_closed_case_starts_nothing(world):
    case = world.closed(world.case(worker=world.worker), world.worker)
    with refused("pathway_case_closed"):
        world.place(case, world.worker)


@pytest.mark.parametrize(("days", "code"), [(1, "move_in_future"), (-1, "move_before_last")])
def test_a_day_that_cannot_be_is_refused(world, days, code):
    case = world.case(worker=world.worker)
    with refused(code):
        world.place(case, world.worker, started_on=clock.today() + timedelta(days=days))


def test_a_persons_own_no_holds_for_a_year_unless_they_ask(world):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    world.moved(leave_pathway, place, world.worker, because="persons-no")
    with refused("persons_no_to_pathway"):
        world.place(case, world.worker)
    assert world.place(case, world.worker, they_asked=True).state == "on"


def test_a_no_at_the_front_door_is_a_no(world):
    resident = world.resident()
    case = world.case(resident, worker=world.worker)
    world.said_no(world.screened(resident=resident))
    with refused("persons_no_to_pathway"):
        world.place(case, world.worker)


def test_a_pathway_that_is_not_offered_is_refused(world):
    world.pathways()
    given = {"pathway": "invented", "answers": {}, "started_on": clock.today(), "they_asked": False, "at": clock.now()}
    with refused("pathway_not_offered"):
        start_pathway(world.worker, reference=world.case(worker=world.worker).reference, **given)


def test_a_colleagues_case_is_not_found(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotFound):
        world.place(case, world.actor("engagement-worker", cluster="porth"))


def test_starting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.place(world.case(worker=world.worker), world.without(world.worker, "pathways.start_pathway"))


def test_the_worker_starts_it_on_the_page_and_a_second_press_is_the_same_place(world, as_):
    world.pathways()
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    assert "Employability pathway" in browser.get(f"/pathways/start/{case.reference}/").content.decode()
    address = f"/pathways/start/{case.reference}/employability/"
    assert browser.get(address).status_code == 200
    sent = {"test_cfw_eligible": "no", "they_asked": "no", "form_key": "once"}
    sent |= {f"started_on_{part}": getattr(clock.today(), part) for part in ("day", "month", "year")}
    refusal = browser.post(address, sent | {"test_cfw_eligible": ""})
    assert refusal.status_code == 422 and "Answer this question with yes or no." in refusal.content.decode()
    first, second = browser.post(address, sent), browser.post(address, sent)
    assert first.status_code == second.status_code == 303 and first.url == second.url
    assert Place.unscoped.count() == 1


def test_a_referrer_may_not_open_the_page(world, as_):
    assert as_(world.referrer).get(f"/pathways/start/{world.case().reference}/").status_code == 403
