from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError

from lynchpin.casework.choices import CaseStatus
from lynchpin.casework.models import LoneVisit
from lynchpin.casework.rules import VISIT_TRANSITIONS
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.casework.visit_choices import VisitState
from lynchpin.casework.visit_rules import due_by, due_in, visit_state
from lynchpin.kernel import clock
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.visiting import NUMBER, start, visitable
from tests.conftest import NOON
from tests.frontdoor.test_find_owners import left
from tests.support import refused, trail


def test_a_visit_says_with_whom_where_and_until_when(world):
    case = visitable(world)
    visit = start(world, case)
    assert (visit.case_id, visit.worker_id, visit.lead_id) == (case.pk, world.worker.staff_id, case.lead_id)
    assert visit.due_at == NOON + timedelta(hours=1) and visit.cluster_id == "porth"
    assert trail("casework.visit_started")[-1] == {"case": case.pk, "place": "home", "despite": False}


def test_nobody_is_on_two_visits_at_once(world):
    start(world)
    with refused("visit_under_way"):
        start(world)
    assert LoneVisit.unscoped.count() == 1


def test_two_colleagues_may_visit_at_once(world):
    start(world)
    other = world.actor("engagement-worker", cluster="porth")
    start(world, visitable(world, other), other)
    assert LoneVisit.unscoped.count() == 2


def test_a_visit_left_open_overnight_stands_in_the_way_of_the_next_until_they_say_that_they_are_safe(world):
    case = visitable(world)
    visit = start(world, case)
    morning = NOON + timedelta(hours=20)
    with refused("visit_under_way"):
        start(world, case, at=morning)
    end_visit(world.worker, visit_id=visit.pk, at=morning)
    assert start(world, case, at=morning + timedelta(minutes=1)).ended_at is None


def test_a_visit_goes_to_a_home_that_is_marked_safe_or_says_why(world):
    case = world.case(worker=world.worker)
    with refused("contact_not_asked"):
        start(world, case)
    world.safe_contact(world.resident_of(case), channels=["phone"])
    with refused("channel_not_safe"):
        start(world, case)
    assert start(world, case, made_despite="They asked me in").made_despite == "They asked me in"


def test_meeting_somewhere_else_needs_a_place_that_somebody_can_find(world):
    case = world.case(worker=world.worker)
    with refused("visit_without_place"):
        start(world, case, place="elsewhere", where=" ")
    assert start(world, case, place="elsewhere", where="Canolfan Garth").where == "Canolfan Garth"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"minutes": 0}, "visit_back_too_soon"),
        ({"minutes": 241}, "visit_back_too_late"),
        ({"ring_on": " "}, "visit_without_number"),
    ],
)
def test_what_would_leave_nobody_to_notice_is_refused(world, told, code):
    with refused(code):
        start(world, **told)


def test_a_closed_case_is_not_visited(world):
    case = visitable(world)
    world.conversation(case, world.worker)
    world.closed(case, world.worker)
    assert world.again(case.reference).status == CaseStatus.CLOSED
    with refused("case_closed"):
        start(world, case)


def test_whoever_has_left_goes_on_no_visit(world):
    case = visitable(world)
    left(world.worker, clock.today() - timedelta(days=1))
    with refused("visitor_not_at_work"):
        start(world, case)


def test_the_hour_that_comes_twice_in_october_moves_no_alarm():
    half_past_one = datetime(2026, 10, 25, 1, 30, tzinfo=LOCAL)  # the first of two
    assert due_in(half_past_one, 60) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC), (
        "an hour passes, and it is 1:30 again"
    )
    before = datetime(2026, 10, 24, 23, 50, tzinfo=UTC)
    assert due_by(before, time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "the earlier of the two is meant"
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert due_by(between, time(1, 30)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "only the later is left"


def test_a_visit_over_the_change_of_the_clocks_is_overdue_after_its_minutes(world):
    before = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    with clock.held(before):
        visit = start(world, minutes=30)
    assert visit_state(visit, before + timedelta(minutes=30)) == VisitState.OUT
    assert visit_state(visit, before + timedelta(minutes=31)) == VisitState.OVERDUE


def test_a_time_after_midnight_is_tomorrows():
    late = datetime(2026, 6, 10, 22, 30, tzinfo=UTC)  # 23:30 on a clock on the wall
    assert due_by(late, time(0, 15)) == datetime(2026, 6, 10, 23, 15, tzinfo=UTC)


def test_every_state_can_be_left_but_the_last():
    assert [state for state, after in VISIT_TRANSITIONS.items() if not after] == [VisitState.ENDED]


def test_the_database_itself_keeps_one_visit_a_colleague(world):
    from lynchpin.kernel import guard

    visit = start(world)
    visit.pk = None
    with guard.resting(), pytest.raises(IntegrityError):
        visit.save(force_insert=True)


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        start(world, visitable(world), world.actor("engagement-worker", cluster="porth"))


def test_starting_a_visit_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        start(world, visitable(world), world.without(world.worker, "casework.start_visit"))


def test_two_taps_start_it_with_the_safety_note_before_the_button(world, as_):
    case = visitable(world)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/visit/"
    assert address in browser.get("/desk/").content.decode(), "the first tap"
    page = browser.get(address)
    text = page.content.decode()
    assert text.index("Two dogs in the yard") < text.index("Start the visit")
    form = page.context["form"]
    sent = {name: form[name].value() for name in ("form_key", "back_in", "place")} | {"ring_on": NUMBER}
    assert [browser.post(address, sent).status_code for _ in range(2)] == [303, 303]
    assert LoneVisit.unscoped.get().due_at == NOON + timedelta(minutes=60)
    home = browser.get("/desk/").content.decode()
    assert home.index("You are on a visit") < home.index("Today’s people") and "I am safe" in home


def test_the_number_is_asked_for_once(world, as_):
    visit = start(world)
    end_visit(world.worker, visit_id=visit.pk, at=clock.now())
    page = as_(world.worker).get(f"/casework/{visitable(world).reference}/visit/")
    assert page.context["form"]["ring_on"].value() == NUMBER


def test_a_time_that_was_not_said_and_a_number_that_is_none_are_said_beside_the_field(world, as_):
    address = f"/casework/{visitable(world).reference}/visit/"
    told = {"back_in": "time", "place": "home", "ring_on": "ask Non"}
    page = as_(world.worker).post(address, told)
    text = page.content.decode()
    assert page.status_code == 422 and "Enter the time at which you will be back." in text
    assert "Enter a telephone number in figures" in text


def test_a_protected_address_is_not_on_the_page_and_not_in_the_alarm(world, as_):
    resident = world.resident(address="1 Heol Wen", postcode="CF39 9AA")
    case = visitable(world, resident=resident)
    address = f"/casework/{case.reference}/visit/"
    assert "At their home:" in as_(world.worker).get(address).content.decode()
    world.restrict(resident, "protected-address")
    assert "At their home:" not in as_(world.worker).get(address).content.decode()
    visit = start(world, case)
    with clock.held(visit.due_at + timedelta(minutes=1)):
        home = as_(world.lead_worker).get("/desk/").content.decode()
    assert "The address may not be shown to you." in home


def test_a_manager_starts_no_visits(world, as_):
    assert as_(world.cluster_manager).get(f"/casework/{visitable(world).reference}/visit/").status_code == 403


def test_the_visit_that_is_still_open_is_named_where_the_next_would_start(world, as_):
    open_one, next_one = visitable(world), visitable(world)
    start(world, open_one)
    page = as_(world.worker).get(f"/casework/{next_one.reference}/visit/").content.decode()
    assert world.resident_of(open_one).surname in page and "Out since" in page
