import pytest

from lynchpin.casework.loading import FIRST_FORMULA
from lynchpin.casework.rules import weight_lines
from lynchpin.casework.use_cases.weigh_case import weigh_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail

HEAVY = {"complexity": "intensive", "family_size": 4, "intensity": "weekly"}


def test_a_case_gets_the_points_of_its_answers(world):
    case = world.case()
    assert weigh_case(world.lead_worker, reference=case.reference, version=case.version, at=clock.now(), **HEAVY) == 15
    assert world.again(case.reference).weight == 15
    assert trail("casework.case_weighed")[-1] == {"weight": 15, "edition": 2}


@pytest.mark.parametrize(("people", "points"), [(1, 0), (2, 1), (4, 3), (11, 3)])
def test_a_family_of_four_or_more_has_the_points_of_four(people, points):
    lines = weight_lines(FIRST_FORMULA["points"], complexity="light", family_size=people, intensity="monthly")
    assert {line.part: line.points for line in lines}["family"] == points


def test_an_answer_that_the_formula_does_not_know_is_refused(world):
    case = world.case()
    with refused("weight_answer_unknown"):
        weigh_case(
            world.lead_worker,
            reference=case.reference,
            version=case.version,
            at=clock.now(),
            **HEAVY | {"intensity": "hourly"},
        )


def test_a_stale_page_weighs_nothing(world):
    case = world.case()
    weigh_case(world.lead_worker, reference=case.reference, version=case.version, at=clock.now(), **HEAVY)
    with pytest.raises(Stale):
        weigh_case(world.lead_worker, reference=case.reference, version=case.version, at=clock.now(), **HEAVY)


def test_another_clusters_case_is_not_found(world):
    case = world.case()
    other = world.actor("lead-worker", cluster="taf-west")
    with pytest.raises(NotFound):
        weigh_case(other, reference=case.reference, version=case.version, at=clock.now(), **HEAVY)


def test_weighing_needs_its_permission(world):
    case = world.case()
    with pytest.raises(NotPermitted):
        weigh_case(world.worker, reference=case.reference, version=case.version, at=clock.now(), **HEAVY)


def test_the_case_page_shows_the_sum_line_by_line(world, as_):
    case = world.case(complexity="intensive")
    text = as_(world.lead_worker).get(f"/casework/{case.reference}/").content.decode()
    assert "Intensive: a lot is happening" in text and ">8</td>" in text and ">10</td>" in text


def test_a_stale_form_keeps_what_was_typed_and_can_be_saved_next(world, as_):
    case = world.case()
    browser = as_(world.lead_worker)
    address = f"/casework/{case.reference}/weigh/"
    weigh_case(world.lead_worker, reference=case.reference, version=case.version, at=clock.now(), **HEAVY)
    typed = HEAVY | {"family_size": "2", "version": case.version}
    page = browser.post(address, typed)
    assert page.status_code == 422 and "Someone else changed this" in page.content.decode()
    assert page.context["form"]["family_size"].value() == "2"
    renewed = typed | {"version": page.context["form"]["version"].value()}
    assert browser.post(address, renewed).status_code == 303
    assert world.again(case.reference).family_size == 2


def test_a_worker_may_not_open_the_page(world, as_):
    assert as_(world.worker).get(f"/casework/{world.case().reference}/weigh/").status_code == 403
