from datetime import date

import pytest

from lynchpin.casework.choices import TransferState
from lynchpin.casework.models import Transfer
from lynchpin.casework.rules import TRANSFER_TRANSITIONS
from lynchpin.casework.use_cases.propose_transfer import propose_transfer
from lynchpin.casework.use_cases.record_duties import record_duties
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.models import Staff
from tests.casework.counting import statements
from tests.casework.leaving import leave
from tests.support import recorded, refused, trail


@pytest.fixture
def colleague(world):
    return world.actor("engagement-worker", cluster="porth")


def ask(world, case, to, **facts):
    given = {"reference": case.reference, "version": case.version, "to_staff_id": to.staff_id}
    told = {"why": "They speak Welsh together", "at": clock.now()}
    return propose_transfer(facts.pop("by", world.worker), **given | told | facts)


def test_a_colleague_is_asked_and_the_case_stays_where_it_is(world, colleague):
    case = world.case(worker=world.worker)
    transfer = Transfer.unscoped.get(reference=ask(world, case, colleague))
    assert (transfer.state, transfer.from_staff_id) == (TransferState.PROPOSED, world.worker.staff_id)
    assert transfer.answer_by_on == date(2026, 6, 12), "two working days"
    assert world.again(case.reference).worker_id == world.worker.staff_id
    assert trail("casework.transfer_proposed")[-1] == {"case": case.pk, "to": colleague.staff_id}


def test_their_lead_worker_can_ask_too(world, colleague):
    case = world.case(worker=world.worker)
    ask(world, case, colleague, by=world.lead_worker)
    assert "casework.transfer_proposed" in recorded()


def test_nobody_is_asked_twice_about_a_case(world, colleague):
    case = world.case(worker=world.worker)
    ask(world, case, colleague)
    with refused("transfer_under_way"):
        ask(world, case, world.actor("engagement-worker", cluster="porth"))


def test_a_double_click_asks_once(world, colleague):
    case = world.case(worker=world.worker)
    assert ask(world, case, colleague, form_key="once") == ask(world, case, colleague, form_key="once")
    assert Transfer.unscoped.count() == 1


def test_a_case_that_nobody_holds_is_given_and_not_passed_on(world, colleague):
    with refused("transfer_without_worker"):
        ask(world, world.case(), colleague, by=world.lead_worker)


def test_a_closed_case_is_not_passed_on(world, colleague):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker)
    with refused("case_closed"):
        ask(world, world.again(case.reference), colleague)


def test_nobody_is_asked_for_their_own_case_or_asks_themselves(world):
    case = world.case(worker=world.worker)
    with refused("case_already_theirs"):
        ask(world, case, world.worker)
    with refused("transfer_to_yourself"):
        ask(world, case, world.lead_worker, by=world.lead_worker)


def test_a_full_colleague_is_not_asked(world):
    full = world.actor("engagement-worker", cluster="porth", caseload_limit=12, works_percent=50)
    world.case(worker=full)
    with refused("caseload_full"):
        ask(world, world.case(worker=world.worker), full)


def test_what_a_colleague_does_beside_cases_counts_though_the_worker_does_not_see_it(world):
    busy = world.actor("engagement-worker", cluster="porth", caseload_limit=12)
    given = {"from_on": clock.today(), "version": 0, "group_hours": 4, "at": clock.now()}
    record_duties(world.lead_worker, staff_id=busy.staff_id, **given)
    with refused("caseload_full"):
        ask(world, world.case(worker=world.worker), busy)


def test_a_worker_who_left_is_not_asked(world, colleague):
    case = world.case(worker=world.worker)
    leave(colleague, on=date(2026, 6, 9))
    with refused("worker_has_left"):
        ask(world, case, colleague)


def test_a_colleague_of_another_cluster_is_not_asked(world):
    with refused("worker_not_in_cluster"):
        ask(world, world.case(worker=world.worker), world.actor("engagement-worker", cluster="taf-west"))


def test_a_colleague_whose_role_holds_no_cases_is_not_asked(world):
    with refused("worker_holds_no_cases"):
        ask(world, world.case(worker=world.worker), world.cluster_manager)


def test_a_colleague_kept_from_the_person_is_not_asked(world, colleague):
    case = world.case(worker=world.worker)
    world.restrict(world.resident_of(case), "exclusion", hidden_from=colleague.staff_id)
    with refused("worker_kept_from_case"):
        ask(world, case, colleague)


def test_a_reason_is_needed(world, colleague):
    with refused("transfer_without_reason"):
        ask(world, world.case(worker=world.worker), colleague, why="  ")


def test_another_clusters_case_and_another_workers_case_are_not_found(world, colleague):
    case = world.case(worker=world.worker)
    for other in (world.actor("lead-worker", cluster="taf-west"), colleague):
        with pytest.raises(NotFound):
            ask(world, case, world.actor("engagement-worker", cluster="porth"), by=other)


def test_a_stale_page_asks_nobody(world, colleague):
    case = world.case(worker=world.worker)
    with pytest.raises(Stale):
        ask(world, case, colleague, version=case.version - 1)


def test_it_needs_its_permission(world, colleague):
    by = world.without(world.worker, "casework.propose_transfer")
    with pytest.raises(NotPermitted):
        ask(world, world.case(worker=world.worker), colleague, by=by)


def test_every_transfer_ends_once():
    assert {str(state) for state, ends in TRANSFER_TRANSITIONS.items() if not ends} == {
        "acknowledged",
        "declined",
        "withdrawn",
        "overtaken",
    }


def test_the_page_offers_those_with_room_by_name_and_shows_nobodys_load(world, as_, colleague):
    full = world.actor("engagement-worker", cluster="porth", caseload_limit=6, name="Full Up")
    world.case(worker=full)
    case = world.case(worker=world.worker)
    page = as_(world.worker).get(f"/casework/{case.reference}/pass-on/").content.decode()
    assert Staff.unscoped.get(pk=colleague.staff_id).name in page and "Full Up" not in page
    assert "points are in use" not in page


def test_the_worker_asks_on_the_page(world, as_, colleague):
    case = world.case(worker=world.worker)
    told = {"version": case.version, "to_staff_id": colleague.staff_id, "why": "They speak Welsh together"}
    assert as_(world.worker).post(f"/casework/{case.reference}/pass-on/", told).status_code == 303
    answer = as_(world.worker).get(f"/casework/{case.reference}/pass-on/")
    assert (answer.status_code, answer.url) == (302, f"/casework/transfers/{Transfer.unscoped.get().reference}/")


def test_a_manager_may_not_open_the_page(world, as_):
    case = world.case(worker=world.worker)
    assert as_(world.cluster_manager).get(f"/casework/{case.reference}/pass-on/").status_code == 403


def test_the_number_of_statements_does_not_grow_with_colleagues(world, as_, colleague):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    few = statements(lambda: browser.get(f"/casework/{case.reference}/pass-on/"))
    for _ in range(3):
        world.actor("engagement-worker", cluster="porth")
    assert statements(lambda: browser.get(f"/casework/{case.reference}/pass-on/")) == few <= 30
