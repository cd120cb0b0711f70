from datetime import timedelta

import pytest

from lynchpin.casework.models import VisitStep
from lynchpin.casework.queries.visits import alarms, alarms_for_centre, alarms_for_manager, visits_out
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.casework.visit_choices import VisitState
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.models import Staff
from lynchpin.organisations.use_cases.end_role import end_role
from tests.casework.counting import statements
from tests.casework.visiting import again, answer, start, visitable
from tests.support import refused, trail

MINUTE = timedelta(minutes=1)


def states(found):
    return [visit.state for visit in found]


def test_there_is_no_alarm_until_the_time_has_passed_and_the_clock_alone_raises_it(world):
    visit = start(world)
    assert alarms(world.lead_worker, visit.due_at) == ()
    assert states(alarms(world.lead_worker, visit.due_at + MINUTE)) == [VisitState.OVERDUE]


@pytest.mark.parametrize("kind", ["rang", "went", "police"])
def test_what_was_tried_is_kept_and_the_alarm_goes_on(world, kind):
    visit = start(world)
    assert answer(world, visit, kind, note="Left a message") is False
    (told,) = alarms(world.lead_worker, visit.due_at + timedelta(hours=3))
    (step,) = told.steps
    assert (step.kind, step.note, step.at) == (kind, "Left a message", visit.due_at + timedelta(minutes=5))
    assert step.by == Staff.unscoped.get(pk=world.lead_worker.staff_id).name
    assert trail("casework.visit_answered")[-1] == {"kind": kind, "ended": False}


@pytest.mark.parametrize("kind", ["safe", "harmed"])
def test_an_answer_ends_the_alarm_and_the_visit(world, kind):
    visit = start(world)
    answer(world, visit)
    assert answer(world, visit, kind, after=timedelta(minutes=9)) is True
    assert alarms(world.lead_worker, visit.due_at + timedelta(hours=3)) == ()
    assert again(visit.pk).ended_by == world.lead_worker.staff_id and VisitStep.unscoped.count() == 2


def test_somebody_who_is_safe_and_still_there_is_watched_again(world):
    visit = start(world)
    answer(world, visit, "still-there")
    later = again(visit.pk)
    assert (later.alarm_at, later.ended_at) == (None, None)
    assert later.due_at == visit.due_at + timedelta(minutes=35)
    assert states(alarms(world.lead_worker, later.due_at + MINUTE)) == [VisitState.OVERDUE]


def test_whoever_said_late_that_they_are_safe_is_spoken_with(world):
    visit = start(world)
    end_visit(world.worker, visit_id=visit.pk, at=visit.due_at + MINUTE)
    with refused("visitor_has_come_away"):
        answer(world, visit, "still-there")
    assert answer(world, visit, "safe") is True
    assert again(visit.pk).ended_by == world.worker.staff_id, "they ended it themselves"


def test_moves_that_are_none_are_refused(world):
    visit = start(world)
    with refused("visit_not_overdue"):
        answer(world, visit, after=-MINUTE)
    with refused("alarm_step_not_theirs"):
        answer(world, visit, "said-safe")
    answer(world, visit, "safe")
    with refused("alarm_answered_already"):
        answer(world, visit, "safe")


def test_a_lead_answers_no_alarm_of_their_own_and_the_manager_hears_at_once(world):
    visit = start(world, visitable(world, world.lead_worker), world.lead_worker)
    with refused("alarm_is_ones_own"):
        answer(world, visit, "safe")
    assert states(alarms_for_manager(world.cluster_manager, visit.due_at + MINUTE)) == [VisitState.OVERDUE]
    assert answer(world, visit, "safe", by=world.cluster_manager) is True


def test_the_manager_hears_after_a_quarter_of_an_hour_and_the_centre_after_three(world):
    visit = start(world)
    heard = {
        minutes: tuple(
            len(ask(actor, visit.due_at + minutes * MINUTE))
            for ask, actor in ((alarms_for_manager, world.cluster_manager), (alarms_for_centre, world.central))
        )
        for minutes in (14, 15, 44, 45)
    }
    assert heard == {14: (0, 0), 15: (1, 0), 44: (1, 0), 45: (1, 1)}
    answer(world, visit, "rang")
    assert len(alarms_for_manager(world.cluster_manager, visit.due_at + 16 * MINUTE)) == 1, (
        "counted from the time, not the try"
    )


def test_a_visit_left_open_overnight_is_still_an_alarm_in_the_morning(world):
    visit = start(world)
    (told,) = alarms(world.lead_worker, visit.due_at + timedelta(hours=18))
    assert told.state == VisitState.OVERDUE


def test_a_worker_who_left_is_still_looked_for(world):
    visit = start(world)
    end_role(world.system_admin, assignment_id=world.worker.assignment_id, version=1, at=clock.now())
    (told,) = alarms(world.lead_worker, visit.due_at + MINUTE)
    assert told.worker == Staff.unscoped.get(pk=world.worker.staff_id).name
    assert answer(world, visit, "safe") is True


def test_a_case_that_went_to_another_worker_keeps_its_visit_in_sight(world):
    case = visitable(world)
    visit = start(world, case)
    world.allocated(case.reference, world.actor("engagement-worker", cluster="porth"))
    assert states(alarms(world.lead_worker, visit.due_at + MINUTE)) == [VisitState.OVERDUE]


def test_a_seal_hides_the_person_and_never_the_colleague(world, as_):
    case = visitable(world)
    resident = world.resident_of(case)
    visit = start(world, case)
    world.restrict(resident, "sealed")
    with clock.held(visit.due_at + MINUTE):
        home = as_(world.lead_worker).get("/desk/").content.decode()
    assert Staff.unscoped.get(pk=world.worker.staff_id).name in home and "Ring the visitor." in home
    assert resident.surname not in home and case.reference not in home and "Two dogs" not in home


def test_it_stands_first_on_the_leads_home_with_all_that_is_needed(world, as_):
    case = visitable(world)
    visit = start(world, case)
    with clock.held(visit.due_at + 7 * MINUTE):
        answer(world, visit, "rang", note="It went to voicemail")
        home = as_(world.lead_worker).get("/desk/").content.decode()
    first = home[home.index('id="alarms"') : home.index("Everybody who is on a visit")]
    person = world.resident_of(case)
    for told in (Staff.unscoped.get(pk=world.worker.staff_id).name, person.surname, "7 minutes overdue", "Two dogs in the yard",
                 'href="tel:07700900123"', "I rang, and nobody answered. It went to voicemail"):  # fmt: skip
        assert told in first, told
    assert home.index('id="alarms"') < home.index("Not spoken with for two weeks")


def test_the_lead_says_on_the_page_what_they_did(world, as_):
    visit = start(world)
    browser = as_(world.lead_worker)
    address = f"/casework/visits/{visit.pk}/answer/"
    with clock.held(visit.due_at + MINUTE):
        assert browser.get(address).context["form"]["version"].value() == visit.version
        assert browser.post(address, {"version": visit.version}).status_code == 422
        stale = browser.post(address, {"version": visit.version + 1, "kind": "rang"})
        assert stale.status_code == 422 and "Someone else changed this" in stale.content.decode()
        done = browser.post(address, {"version": visit.version, "kind": "safe", "note": "Rang back"})
    assert done.status_code == 303 and done["Location"] == "/casework/visits/"


def test_another_clusters_alarm_is_not_found(world):
    visit = start(world)
    elsewhere = world.actor("lead-worker", cluster="taf-west")
    assert alarms(elsewhere, visit.due_at + MINUTE) == ()
    with pytest.raises(NotFound):
        answer(world, visit, by=elsewhere)


def test_answering_needs_its_permission(world, as_):
    visit = start(world)
    with pytest.raises(NotPermitted):
        answer(world, visit, by=world.worker)
    assert as_(world.worker).get(f"/casework/visits/{visit.pk}/answer/").status_code == 403


def test_two_who_answer_at_once_do_not_answer_twice(world):
    visit = start(world)
    seen = visit.version
    answer(world, visit, "safe", version=seen)
    with pytest.raises(Stale):
        answer(world, visit, "harmed", by=world.cluster_manager, version=seen)


def test_everybody_out_is_listed_alarms_first_with_as_many_statements_for_many_as_for_few(world, as_):
    colleagues = [world.actor("engagement-worker", cluster="porth") for _ in range(4)]
    quiet = start(world, visitable(world, colleagues[0]), colleagues[0], minutes=30)
    with clock.held(quiet.due_at - MINUTE):
        late = start(world, visitable(world, colleagues[1]), colleagues[1], minutes=5)
    browser = as_(world.lead_worker)
    with clock.held(late.due_at + MINUTE):
        few = statements(lambda: browser.get("/casework/visits/"))
        for colleague in colleagues[2:]:
            start(world, visitable(world, colleague), colleague)
        assert statements(lambda: browser.get("/casework/visits/")) == few <= 15
        found = visits_out(world.lead_worker, clock.now())
    assert [visit.alarm_at is None for visit in found] == [False, False, True, True]


def test_those_who_watch_nobody_may_not_open_the_list(world, as_):
    assert as_(world.worker).get("/casework/visits/").status_code == 403
    assert "Nobody is out alone now." in as_(world.cluster_manager).get("/casework/visits/").content.decode()


def test_the_home_of_those_who_watch_asks_again_without_keeping_a_session_alive(world, as_):
    page = as_(world.lead_worker).get("/desk/").content.decode()
    assert 'hx-trigger="every 60s"' in page and "X-Unattended" in page
    assert "every 60s" not in as_(world.admin_officer).get("/desk/").content.decode()


def test_an_alarm_is_a_minute_old_from_its_first_second(world, as_):
    visit = start(world)
    with clock.held(visit.due_at + timedelta(seconds=20)):
        page = as_(world.lead_worker).get("/casework/visits/").content.decode()
    assert "1 minute overdue" in page
