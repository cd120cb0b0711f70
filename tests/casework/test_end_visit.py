from datetime import timedelta

import pytest

from lynchpin.casework.models import VisitStep
from lynchpin.casework.queries.visits import alarms, own_visit
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.casework.use_cases.extend_visit import extend_visit
from lynchpin.casework.visit_choices import VisitState
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.visiting import again, start, visitable
from tests.support import refused, trail


def test_whoever_is_safe_in_time_raises_nothing(world):
    visit = start(world)
    case = end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    assert case == world.again(case).reference and again(visit.pk).ended_by == world.worker.staff_id
    assert trail("casework.visit_ended")[-1] == {"late": False}
    assert alarms(world.lead_worker, visit.due_at + timedelta(days=1)) == ()


def test_safe_after_the_time_ends_the_visit_and_not_the_alarm(world):
    visit = start(world)
    late = visit.due_at + timedelta(minutes=20)
    end_visit(world.worker, visit_id=visit.pk, at=late)
    assert own_visit(world.worker, late) is None
    (told,) = alarms(world.lead_worker, late)
    assert (told.state, told.alarm_at) == (VisitState.HEARD, visit.due_at)
    assert [step.kind for step in told.steps] == ["said-safe"]


def test_it_is_said_whatever_was_changed_meanwhile(world):
    visit = start(world)
    extend_visit(world.worker, visit_id=visit.pk, version=visit.version, at=clock.now())
    end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    assert again(visit.pk).ended_at == clock.now()


def test_it_is_said_once(world):
    visit = start(world)
    end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    with refused("visit_over_already"):
        end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    assert VisitStep.unscoped.count() == 0


def test_a_case_that_went_to_somebody_else_meanwhile_keeps_nobody_out(world):
    case = visitable(world)
    visit = start(world, case)
    world.allocated(case.reference, world.actor("engagement-worker", cluster="porth"))
    assert own_visit(world.worker, clock.now()).person == ""
    assert end_visit(world.worker, visit_id=visit.pk, at=clock.now()) == ""


def test_nobody_says_it_for_another(world):
    visit = start(world)
    for other in (world.actor("engagement-worker", cluster="porth"), world.lead_worker):
        with pytest.raises(NotFound):
            end_visit(other, visit_id=visit.pk, at=clock.now())


def test_ending_a_visit_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        end_visit(world.without(world.worker, "casework.end_visit"), visit_id=start(world).pk, at=clock.now())


def test_one_tap_at_home_ends_it_and_leads_to_the_contact(world, as_):
    case = visitable(world)
    visit = start(world, case)
    browser = as_(world.worker)
    address = f"/casework/visits/{visit.pk}/safe/"
    home = browser.get("/desk/").content.decode()
    assert f'action="{address}"' in home
    answers = [browser.post(address, {"form_key": "a-key-of-one-button"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303], "a double press is one"
    assert answers[0]["Location"] == f"/casework/{case.reference}/contact/"
    assert "You are on a visit" not in browser.get("/desk/").content.decode()
    again_pressed = browser.post(address, {})
    assert again_pressed.status_code == 409 and "This visit is over already." in again_pressed.content.decode()


def test_the_button_is_not_a_page(world, as_):
    assert as_(world.worker).get(f"/casework/visits/{start(world).pk}/safe/").status_code == 405
    assert as_(world.cluster_manager).post("/casework/visits/1/safe/", {}).status_code == 403
