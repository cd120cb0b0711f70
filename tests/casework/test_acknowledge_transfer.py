from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Allocation, Case, Transfer
from lynchpin.casework.queries.transfers import transfers_on_my_desk
from lynchpin.casework.use_cases.acknowledge_transfer import acknowledge_transfer
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.withdraw_transfer import withdraw_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused, Stale
from lynchpin.people.models import Involvement
from tests.casework.asking import asked
from tests.casework.counting import statements
from tests.casework.leaving import leave
from tests.support import refused, trail

LATER = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def colleague(world):
    return world.actor("engagement-worker", cluster="porth")


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


def take(actor, transfer, **facts):
    return acknowledge_transfer(
        actor, **{"reference": transfer.reference, "version": transfer.version, "at": clock.now()} | facts
    )


def test_only_now_does_the_case_change_hands(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    assert take(colleague, transfer) == case.reference
    assert world.again(case.reference).worker_id == colleague.staff_id
    held = Involvement.unscoped.filter(reference=case.reference, ended_on=None).values_list("holder_id", flat=True)
    assert set(held) == {world.lead_worker.staff_id, colleague.staff_id}
    assert Allocation.unscoped.filter(case=case).order_by("-pk").first().worker_id == colleague.staff_id
    facts = {"case": case.pk, "worker": colleague.staff_id, "load": case.weight}
    assert trail("casework.transfer_acknowledged")[-1] == facts


def test_both_see_it_until_it_is_answered_and_the_receiver_is_told_whom(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    (sent,), (came,) = transfers_on_my_desk(world.worker), transfers_on_my_desk(colleague)
    assert (sent.reference, sent.sent, sent.mine) == (transfer.reference, True, False)
    assert (came.reference, came.sent, came.mine) == (transfer.reference, False, True)
    resident = world.resident_of(case)
    assert came.name == f"{resident.forename} {resident.surname}", "enough to answer"
    take(colleague, transfer)
    assert transfers_on_my_desk(world.worker) == transfers_on_my_desk(colleague) == ()


def test_silence_for_two_working_days_is_shown_to_the_lead_worker(world, case, colleague):
    asked(world.worker, case, colleague)
    assert transfers_on_my_desk(world.lead_worker) == ()
    with clock.held(LATER):
        (late,) = transfers_on_my_desk(replace(world.lead_worker, on=clock.today()))
    assert late.overdue and late.answer_by_on == date(2026, 6, 12)


def test_a_caseload_that_filled_meanwhile_refuses_and_nothing_changes(world, case):
    colleague = world.actor("engagement-worker", cluster="porth", caseload_limit=6)
    transfer = asked(world.worker, case, colleague)
    world.case(worker=colleague)
    with refused("no_room_to_take_on"):
        take(colleague, transfer)
    assert world.again(case.reference).worker_id == world.worker.staff_id
    assert Transfer.unscoped.get().state == "proposed"


def test_only_the_colleague_who_was_asked_can_answer(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    for other in (world.worker, world.lead_worker):
        with refused("transfer_not_for_you"):
            take(other, transfer)


def test_a_case_given_to_somebody_meanwhile_is_not_taken_on(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    other = world.actor("engagement-worker", cluster="porth")
    given = {"worker_id": other.staff_id, "version": case.version, "at": clock.now()}
    allocate_case(world.lead_worker, reference=case.reference, **given)
    assert Transfer.unscoped.get().state == "overtaken"
    with refused("transfer_is_overtaken"):
        take(colleague, transfer, version=Transfer.unscoped.get().version)


def test_a_withdrawn_transfer_is_not_taken_on(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    withdraw_transfer(world.worker, reference=transfer.reference, version=1, at=clock.now())
    with pytest.raises(Stale):
        take(colleague, transfer)
    with refused("transfer_is_withdrawn"):
        take(colleague, transfer, version=2)


def test_whoever_left_takes_nothing_on(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    leave(colleague, on=date(2026, 6, 9))
    with refused("worker_has_left"):
        take(colleague, transfer)


def test_a_double_click_takes_it_on_once(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    answers = {take(colleague, transfer, form_key="once") for _ in range(2)}
    assert answers == {case.reference}
    assert Allocation.unscoped.filter(case=case, worker_id=colleague.staff_id).count() == 1


def test_another_clusters_transfer_and_one_between_others_are_not_found(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    strangers = ("lead-worker", "taf-west"), ("engagement-worker", "porth")
    for role, cluster in strangers:
        with pytest.raises(NotFound):
            take(world.actor(role, cluster=cluster), transfer)


def test_it_needs_its_permission(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    with pytest.raises(NotPermitted):
        take(world.without(colleague, "casework.acknowledge_transfer"), transfer)


def test_nobody_takes_on_somebody_whom_they_must_not_see(world, case, colleague):
    transfer = asked(world.worker, case, colleague)
    world.restrict(world.resident_of(case), "exclusion", hidden_from=colleague.staff_id)
    assert transfers_on_my_desk(colleague) == ()
    with pytest.raises(NotFound):
        take(colleague, transfer)


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_two_cases_taken_on_at_once_and_one_given_never_pass_the_limit(world):
    colleague = world.actor("engagement-worker", cluster="porth", caseload_limit=6)
    first, second = (asked(world.worker, world.case(worker=world.worker), colleague) for _ in range(2))
    waiting = world.case()
    given = {"worker_id": colleague.staff_id, "version": waiting.version, "at": clock.now()}
    moves = (
        lambda: take(colleague, first),
        lambda: take(colleague, second),
        lambda: allocate_case(world.lead_worker, reference=waiting.reference, **given),
    )
    ready = Barrier(len(moves))

    def at_once(move):
        try:
            ready.wait(10)
            move()
            return "given"
        except Refused as no:
            return no.reason.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(moves)) as pool:
        answers = list(pool.map(at_once, moves))
    assert sorted(set(answers)) in (["given", "no_room_to_take_on"], ["caseload_full", "given", "no_room_to_take_on"])
    assert answers.count("given") == 1
    assert Case.unscoped.open().held_by(colleague.staff_id).weight() == 6


def test_the_receiver_takes_it_on_from_its_page(world, as_, case, colleague):
    transfer = asked(world.worker, case, colleague)
    page = as_(colleague).get(f"/casework/transfers/{transfer.reference}/").content.decode()
    assert "Take it on" in page and "They speak Welsh together" in page
    answer = as_(colleague).post(f"/casework/transfers/{transfer.reference}/take-on/", {"version": 1})
    assert (answer.status_code, answer.url) == (303, f"/casework/{case.reference}/")


def test_a_stale_press_says_so_and_changes_nothing(world, as_, case, colleague):
    transfer = asked(world.worker, case, colleague)
    withdraw_transfer(world.worker, reference=transfer.reference, version=1, at=clock.now())
    answer = as_(colleague).post(f"/casework/transfers/{transfer.reference}/take-on/", {"version": 1})
    assert answer.status_code == 422 and "Someone else changed this" in answer.content.decode()


def test_a_full_receiver_sees_why_beside_the_button(world, as_, case):
    colleague = world.actor("engagement-worker", cluster="porth", caseload_limit=6)
    transfer = asked(world.worker, case, colleague)
    world.case(worker=colleague)
    page = as_(colleague).get(f"/casework/transfers/{transfer.reference}/").content.decode()
    assert "You have no room: 6 of 6 points" in page and "disabled" in page


def test_a_manager_reads_and_may_not_answer(world, as_, case, colleague):
    transfer = asked(world.worker, case, colleague)
    assert as_(world.cluster_manager).get(f"/casework/transfers/{transfer.reference}/").status_code == 200
    assert as_(world.cluster_manager).get(f"/casework/transfers/{transfer.reference}/take-on/").status_code == 403


def test_the_list_runs_a_constant_number_of_statements(world, as_, case, colleague):
    asked(world.worker, case, colleague)
    browser = as_(world.worker)
    few = statements(lambda: browser.get("/casework/transfers/"))
    for _ in range(3):
        asked(world.worker, world.case(worker=world.worker), colleague)
    assert statements(lambda: browser.get("/casework/transfers/")) == few <= 15
    assert as_(world.admin_officer).get("/casework/transfers/").status_code == 403
