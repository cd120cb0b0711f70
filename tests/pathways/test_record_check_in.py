from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from lynchpin.face.lists import ListQuery
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.outcomes.models import Closure
from lynchpin.pathways.models import CheckIn
from lynchpin.pathways.queries.check_ins import check_ins, check_ins_due, sustained_rate
from lynchpin.pathways.use_cases.record_check_in import record_check_in
from lynchpin.people.models import Involvement
from lynchpin.people.use_cases.record_death import record_death
from tests.pathways.moving import today_typed
from tests.support import recorded, refused

SIX_WEEKS_ON = datetime(2026, 7, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def case(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.contact(case, world.worker)
    world.closed(case, world.worker, reason="goals-reached", no_outcome_because="Too early to say")
    return case


@pytest.fixture
def later(world):
    """Six weeks later: long after a closed case has gone out of its worker's sight."""
    with clock.held(SIX_WEEKS_ON):
        for name in ("worker", "lead_worker"):
            world.__dict__[name] = replace(getattr(world, name), on=clock.today())
        yield


def told(world, case, state="sustained", *, place=0, by=None, **facts):
    check_in = world.check_ins_of(case)[place]
    given = {"version": check_in.version, "asked_on": clock.today(), "at": clock.now()} | facts
    record_check_in(by or world.worker, reference=check_in.reference, state=state, **given)
    return world.check_ins_of(case)


def test_an_answer_is_kept_with_the_persons_words(world, case, later):
    first, *rest = told(world, case, in_their_words="Dwi'n dal i fynd")
    assert (first.state, first.asked_on, first.in_their_words) == ("sustained", clock.today(), "Dwi'n dal i fynd")
    assert [each.state for each in rest] == ["due", "due"]
    assert "pathways.check_in_recorded" in recorded()


def test_silence_is_kept_as_silence_and_they_are_asked_again(world, case, later):
    assert [each.state for each in told(world, case, "no-reply")] == ["no-reply", "due", "due"]


def test_a_persons_no_ends_the_asking(world, case, later):
    assert [each.state for each in told(world, case, "persons-no")] == ["persons-no", "dropped", "dropped"]
    assert not Involvement.unscoped.filter(room="pathways", ended_on=None).exists()


def test_nobody_was_asked_before_the_work_ended(world, case):
    with refused("check_in_before_end"):
        told(world, case, "relapsed", asked_on=clock.today() - timedelta(days=1))


def test_a_persons_no_is_heard_at_any_time(world, case):
    assert told(world, case, "persons-no")[0].state == "persons-no"


def test_a_relapse_opens_the_case_again_with_its_history(world, case, later):
    told(world, case, "relapsed")
    again = world.again(case.reference)
    assert (again.status, again.ended_on, again.end_reason) == ("open", None, "")
    assert (again.worker_id, again.lead_id) == (world.worker.staff_id, world.lead_worker.staff_id)
    assert Closure.unscoped.filter(case=again).count() == 1, "how it ended before is kept"
    held = Involvement.unscoped.filter(reference=case.reference, ended_on=None).values_list("holder_id", flat=True)
    assert set(held) == {world.worker.staff_id, world.lead_worker.staff_id}


def test_a_case_that_goes_on_can_close_again_and_is_asked_about_again(world, case, later):
    told(world, case, "relapsed")
    world.closed(case, world.worker, reason="goals-reached", no_outcome_because="Too early to say")
    assert Closure.unscoped.count() == 2
    assert [each.state for each in world.check_ins_of(case)].count("due") == 3


def test_a_handover_before_a_relapse_closes_nothing_after_it(world, later):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.handed_over(case, world.worker)
    world.closed(case, world.worker, reason="stepped-down", no_outcome_because="Too early to say")
    with clock.held(SIX_WEEKS_ON + timedelta(weeks=6)):
        told(world, case, "relapsed")
        with refused("handover_missing"):
            world.closed(case, world.worker, reason="stepped-down", no_outcome_because="Too early to say")


def test_whoever_has_a_new_case_meanwhile_goes_on_with_that(world, case, later):
    other = world.case(world.resident_of(case))
    told(world, case, "relapsed")
    assert (world.again(case.reference).status, world.again(other.reference).status) == ("closed", "open")


@pytest.mark.parametrize(
    ("state", "days", "code"),
    [
        ("sustained", 1, "check_in_in_future"),
        ("sustained", -15, "check_in_too_early"),
        ("dropped", 0, "check_in_result_unknown"),
        ("due", 0, "check_in_result_unknown"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(world, case, later, state, days, code):
    with refused(code):
        told(world, case, state, asked_on=clock.today() + timedelta(days=days))


def test_an_answer_is_kept_once(world, case, later):
    told(world, case)
    with refused("check_in_done_already"):
        told(world, case)


def test_a_stale_page_records_nothing(world, case, later):
    with pytest.raises(Stale):
        told(world, case, version=9)


def test_a_colleagues_check_in_is_not_found(world, case, later):
    with pytest.raises(NotFound):
        told(world, case, by=world.actor("engagement-worker", cluster="porth"))


def test_recording_needs_its_permission(world, case, later):
    with pytest.raises(NotPermitted):
        told(world, case, by=world.without(world.worker, "pathways.record_check_in"))


def test_the_worker_records_it_on_the_page_though_the_case_is_out_of_sight(world, as_, case, later):
    browser, first = as_(world.worker), world.check_ins_of(case)[0]
    assert browser.get(f"/casework/{case.reference}/").status_code == 404
    address = f"/pathways/check-ins/{first.reference}/"
    assert world.resident_of(case).forename in browser.get(address).content.decode()
    sent = today_typed("asked_on") | {"version": first.version, "state": "relapsed"}
    assert browser.post(address, sent | {"state": ""}).status_code == 422
    assert browser.post(address, sent).status_code == 303
    assert browser.get(f"/casework/{case.reference}/").status_code == 200, "it is theirs again"


def test_only_what_was_answered_stands_as_said_before(world, as_, case, later):
    second = world.check_ins_of(case)[1]
    browser, address = as_(world.worker), f"/pathways/check-ins/{second.reference}/"
    assert "What was said before" not in browser.get(address).content.decode()
    told(world, case, "partly", in_their_words="Dwi'n trio")
    text = browser.get(address).content.decode()
    assert "What was said before" in text and "trio" in text


def test_a_referrer_may_not_open_the_page(world, as_, case, later):
    address = f"/pathways/check-ins/{world.check_ins_of(case)[0].reference}/"
    assert as_(world.referrer).get(address).status_code == 403


def test_a_sealed_persons_check_in_is_out_of_sight(world, case, later):
    world.restrict(world.resident_of(case), "sealed")
    with pytest.raises(NotFound):
        told(world, case)
    assert CheckIn.unscoped.due().count() == 3


def test_nobody_is_asked_to_ring_somebody_who_died_and_no_rate_waits_for_their_answer(world, case, later):
    lately = SimpleNamespace(starts_on=clock.today() - timedelta(days=1), ends_on=clock.today())
    rate = sustained_rate(world.lead_worker, "porth", lately).overall
    assert (len(check_ins_due(world.worker)), rate.denominator) == (1, 1)
    person = world.resident_of(case)
    told = {"version": person.version, "died_on": clock.today(), "at": clock.now()}
    record_death(world.central, reference=person.reference, **told)
    assert check_ins_due(world.worker) == () and not check_ins(world.worker, ListQuery("due_on")).total
    assert not sustained_rate(world.lead_worker, "porth", lately).overall.denominator
