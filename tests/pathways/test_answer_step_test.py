from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.pathways.models import StepAnswer
from lynchpin.pathways.queries.standing import answers_of
from lynchpin.pathways.use_cases.answer_step_test import answer_step_test
from tests.support import refused, trail


@pytest.fixture
def place(world):
    return world.place(world.case(worker=world.worker), world.worker)


def answer(world, place, key="wants_to_start", *, by=None, **facts):
    given = {"test_key": key, "answer": True, "answered_on": clock.today(), "at": clock.now()} | facts
    return answer_step_test(by or world.worker, reference=place.reference, **given)


def test_the_newest_answer_holds_and_the_earlier_stays(world, place):
    answer(world, place, answer=False)
    answer(world, place)
    bound = world.worker.bound_to("pathways.read_place")
    assert answers_of(bound, place)["wants_to_start"] is True
    assert StepAnswer.unscoped.filter(test_key="wants_to_start").count() == 2
    assert trail("pathways.step_test_answered")[-1] == {"test": "wants_to_start", "answer": True}


def test_a_condition_is_a_question_too(world, place):
    assert answer(world, place, "confidence_low") == place.reference


@pytest.mark.parametrize("key", ["what_matters_heard", "invented", ""])
def test_a_question_of_another_pathway_is_refused(world, place, key):
    with refused("step_test_unknown"):
        answer(world, place, key)


@pytest.mark.parametrize(("days", "code"), [(1, "move_in_future"), (-1, "move_before_last")])
def test_a_day_that_cannot_be_is_refused(world, place, days, code):
    with refused(code):
        answer(world, place, answered_on=clock.today() + timedelta(days=days))


def test_a_closed_case_takes_no_answer(world):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    world.closed(case, world.worker)
    with refused("pathway_case_closed"):
        answer(world, place)


def test_a_colleagues_person_is_not_found(world, place):
    with pytest.raises(NotFound):
        answer(world, place, by=world.actor("engagement-worker", cluster="porth"))


def test_answering_needs_its_permission(world, place):
    with pytest.raises(NotPermitted):
        answer(world, place, by=world.without(world.worker, "pathways.answer_step_test"))


def test_the_worker_answers_on_the_page(world, as_, place):
    browser, address = as_(world.worker), f"/pathways/places/{place.reference}/answer/wants_to_start/"
    assert "Does the person want to start?" in browser.get(address).content.decode()
    day = {f"answered_on_{part}": getattr(clock.today(), part) for part in ("day", "month", "year")}
    assert browser.post(address, day).status_code == 422
    assert browser.post(address, day | {"answer": "yes"}).status_code == 303
    assert browser.get(f"/pathways/places/{place.reference}/answer/invented/").status_code == 404


def test_a_referrer_may_not_open_the_page(world, as_, place):
    address = f"/pathways/places/{place.reference}/answer/wants_to_start/"
    assert as_(world.referrer).get(address).status_code == 403
