from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused, Stale
from lynchpin.people.models import Involvement
from lynchpin.people.use_cases.restrict_resident import restrict_resident
from tests.support import recorded, refused, trail


def give(world, case, worker, **facts):
    given = {"reference": case.reference, "worker_id": worker.staff_id, "version": case.version, "at": clock.now()}
    return allocate_case(facts.pop("by", world.lead_worker), **given | facts)


def full(world, role="engagement-worker"):
    """A worker at half time with a limit that one steady case just fits."""
    return world.actor(role, cluster="porth", caseload_limit=12, works_percent=50)


def test_a_case_goes_to_a_worker_with_room_and_they_can_see_the_person(world):
    case = world.case()
    give(world, case, world.worker)
    case = world.again(case.reference)
    assert (case.worker_id, case.allocated_at) == (world.worker.staff_id, clock.now())
    assert case.next_contact_on.isoformat() == "2026-06-17", "five working days"
    holders = set(
        Involvement.unscoped.filter(reference=case.reference, ended_on=None).values_list("holder_id", flat=True)
    )
    assert holders == {world.lead_worker.staff_id, world.worker.staff_id}
    assert trail("casework.case_allocated")[-1] == {"worker": world.worker.staff_id, "load": case.weight}
    assert "frontdoor.timeline_extended" in recorded()


def test_a_full_caseload_refuses_another_case(world):
    worker = full(world)
    world.case(worker=worker)
    with refused("caseload_full"):
        give(world, world.case(), worker)


def test_the_limit_is_scaled_by_the_share_of_full_time(world):
    half = world.actor("engagement-worker", cluster="porth", caseload_limit=10, works_percent=50)
    with refused("caseload_full"):
        give(world, world.case(), half)
    give(world, world.case(complexity="light", intensity="monthly"), half)


def test_a_closed_case_weighs_nothing(world):
    worker = full(world)
    world.closed(world.case(worker=worker), worker)
    give(world, world.case(), worker)


def test_the_worker_before_leaves_and_the_lead_stays(world):
    case = world.case(worker=world.worker)
    second = world.actor("engagement-worker", cluster="porth")
    give(world, case, second)
    open_ones = Involvement.unscoped.filter(reference=case.reference, ended_on=None)
    assert set(open_ones.values_list("holder_id", flat=True)) == {world.lead_worker.staff_id, second.staff_id}


def test_a_stale_page_allocates_nothing(world):
    case = world.case()
    give(world, case, world.worker)
    with pytest.raises(Stale):
        give(world, case, world.actor("engagement-worker", cluster="porth"))


def test_a_colleague_who_holds_no_cases_gets_none(world):
    with refused("worker_holds_no_cases"):
        give(world, world.case(), world.actor("cluster-manager", cluster="porth"))


def test_a_colleague_kept_from_a_person_is_never_given_their_case(world):
    case = world.case()
    restrict_resident(
        world.data_protection_officer,
        reference=world.resident_of(case).reference,
        kind="exclusion",
        hidden_from=world.worker.staff_id,
        reason="Sister",
        at=clock.now(),
    )
    with refused("worker_kept_from_case"):
        give(world, case, world.worker)


def test_a_worker_of_another_cluster_is_not_found(world):
    with pytest.raises(NotFound):
        give(world, world.case(), world.actor("engagement-worker", cluster="taf-west"))


def test_another_clusters_case_is_not_found(world):
    other = world.actor("lead-worker", cluster="taf-west")
    theirs = world.actor("engagement-worker", cluster="taf-west")
    with pytest.raises(NotFound):
        give(world, world.case(), theirs, by=other)


def test_allocating_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        give(world, world.case(), world.worker, by=world.without(world.lead_worker, "casework.allocate_case"))


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_two_leads_at_once_never_pass_the_limit(world):
    worker = full(world)
    cases = [world.case(), world.case()]
    leads = [world.lead_worker, world.actor("lead-worker", cluster="porth")]
    ready = Barrier(2)

    def at_once(pair):
        case, lead = pair
        try:
            ready.wait(10)
            give(world, case, worker, by=lead)
            return "given"
        except Refused as no:
            return no.reason.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(at_once, zip(cases, leads, strict=True)))
    assert answers == ["caseload_full", "given"]
    assert Case.unscoped.open().filter(worker_id=worker.staff_id).weight() == 6


def test_a_full_worker_stands_disabled_with_the_sentence_beside(world, as_):
    worker = full(world)
    world.case(worker=worker)
    page = as_(world.lead_worker).get(f"/casework/{world.case().reference}/allocate/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "6 of 6 points are in use" in text and "This worker has no room" in text and "disabled" in text


def test_the_lead_allocates_on_the_page(world, as_):
    case = world.case()
    answer = as_(world.lead_worker).post(
        f"/casework/{case.reference}/allocate/", {"worker_id": world.worker.staff_id, "version": case.version}
    )
    assert answer.status_code == 303
    assert world.again(case.reference).worker_id == world.worker.staff_id


def test_a_worker_may_not_open_the_page(world, as_):
    assert as_(world.worker).get(f"/casework/{world.case().reference}/allocate/").status_code == 403


def test_a_colleague_hidden_from_another_record_of_the_person_is_kept_away(world):
    resident, double = world.resident(), world.resident()
    world.restrict(double, "exclusion", hidden_from=world.worker.staff_id)
    world.merged(resident, double)
    with refused("worker_kept_from_case"):
        give(world, world.case(resident), world.worker)
