from datetime import timedelta

import pytest

from lynchpin.casework.queries.visits import alarms
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.casework.use_cases.extend_visit import extend_visit
from lynchpin.casework.visit_choices import VisitState
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.casework.visiting import again, start
from tests.support import refused, trail


def more(world, visit, at=None, by=None):
    version = again(visit.pk).version
    return extend_visit(by or world.worker, visit_id=visit.pk, version=version, at=at or clock.now())


def test_more_time_is_added_to_the_time_that_was_left(world):
    visit = start(world)
    more(world, visit)
    assert again(visit.pk).due_at == visit.due_at + timedelta(minutes=30)
    assert trail("casework.visit_extended")[-1] == {"late": False}


def test_after_the_time_it_counts_from_now_and_a_colleague_still_has_to_speak_with_them(world):
    visit = start(world)
    late = visit.due_at + timedelta(minutes=10)
    more(world, visit, late)
    assert again(visit.pk).due_at == late + timedelta(minutes=30)
    (told,) = alarms(world.lead_worker, late)
    assert told.state == VisitState.HEARD and [step.kind for step in told.steps] == ["asked-more"]
    (told,) = alarms(world.lead_worker, late + timedelta(minutes=31))
    assert told.state == VisitState.OVERDUE and told.alarm_at == visit.due_at, (
        "late twice, and the alarm is as old as the first"
    )


def test_nobody_lengthens_a_visit_without_end(world):
    visit = start(world, minutes=220)
    with refused("visit_back_too_late"):
        more(world, visit)


def test_a_visit_that_is_over_gets_no_more_time(world):
    visit = start(world)
    end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    with refused("visit_over_already"):
        more(world, visit)


def test_a_second_press_of_an_old_page_adds_nothing(world):
    visit = start(world)
    more(world, visit)
    with pytest.raises(Stale):
        extend_visit(world.worker, visit_id=visit.pk, version=visit.version, at=clock.now())


def test_another_colleagues_visit_is_not_found(world):
    with pytest.raises(NotFound):
        more(world, start(world), by=world.lead_worker)


def test_more_time_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        more(world, start(world), by=world.without(world.worker, "casework.extend_visit"))


def test_the_button_stands_beside_the_other(world, as_):
    visit = start(world)
    browser = as_(world.worker)
    address = f"/casework/visits/{visit.pk}/more-time/"
    assert address in browser.get("/desk/").content.decode()
    assert browser.post(address, {"version": visit.version}).status_code == 303
    assert as_(world.cluster_manager).post(address, {"version": 1}).status_code == 403
