from datetime import date

import pytest

from lynchpin.casework.models import Allocation, Contact, Reopening
from lynchpin.casework.use_cases.reopen_case import reopen_case
from lynchpin.frontdoor.models import TimelineEntry
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.people.models import Involvement
from tests.casework.leaving import leave
from tests.support import refused, trail


def closed(world, reason="goals-reached", **facts):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.contact(case, world.worker)
    given = {"no_outcome_because": "Too early to say"} if reason == "goals-reached" else {}
    world.closed(case, world.worker, reason=reason, **given | facts)
    return world.again(case.reference)


def reopen(world, case, **facts):
    given = {"reference": case.reference, "version": case.version, "at": clock.now()}
    told = {"reason": "slipped-back", "because": "They rang: the bills are back"}
    return reopen_case(facts.pop("by", world.lead_worker), **given | told | facts)


def test_a_closed_case_waits_for_a_worker_again_with_all_that_was_written(world):
    case = closed(world)
    reopen(world, case)
    after = world.again(case.reference)
    assert (after.status, after.worker_id, after.lead_id) == ("open", None, world.lead_worker.staff_id)
    assert Contact.unscoped.filter(case=case).exists() and Allocation.unscoped.filter(case=case).count() == 1
    kept = Reopening.unscoped.get()
    assert (kept.former_end_reason, kept.former_ended_on) == ("goals-reached", clock.today())
    assert TimelineEntry.unscoped.order_by("-pk").first().kind == "reopened"
    held = Involvement.unscoped.filter(reference=case.reference, ended_on=None).values_list("holder_id", flat=True)
    assert list(held) == [world.lead_worker.staff_id]
    assert trail("casework.case_reopened") == [{"reason": "slipped-back", "lead": world.lead_worker.staff_id}]


@pytest.mark.parametrize("reason", ["moved-away", "no-reply"])
def test_other_ends_are_no_obstacle(world, reason):
    case = closed(world, reason)
    reopen(world, case, reason="asked-again")
    assert world.again(case.reference).status == "open"


def test_it_never_goes_to_a_lead_who_left(world):
    case = closed(world)
    second = world.actor("lead-worker", cluster="porth")
    leave(world.lead_worker, on=date(2026, 6, 9))
    reopen(world, case, by=second)
    assert world.again(case.reference).lead_id == second.staff_id


def test_an_open_case_is_not_opened(world):
    with refused("case_open_already"):
        reopen(world, world.case())


def test_another_open_case_of_the_person_is_named(world):
    case = closed(world)
    other = world.case(world.resident_of(case))
    with refused("other_case_is_open"):
        reopen(world, case)
    assert world.again(case.reference).status == "closed" and world.again(other.reference).status == "open"


def test_a_persons_no_stands(world):
    case = closed(world, "persons-no")
    with refused("persons_no_stands"):
        reopen(world, case, reason="asked-again")


def test_a_death_is_undone_only_as_a_mistake(world):
    case = closed(world, "died")
    with refused("died_is_an_end"):
        reopen(world, case)
    reopen(world, case, reason="closed-in-error")
    assert world.again(case.reference).status == "open"


def test_a_reason_is_needed(world):
    with refused("reopened_without_reason"):
        reopen(world, closed(world), because=" ")


def test_a_stale_page_and_a_double_click_open_it_once(world):
    case = closed(world)
    with pytest.raises(Stale):
        reopen(world, case, version=case.version - 1)
    assert {reopen(world, case, form_key="once") for _ in range(2)} == {case.reference}
    assert Reopening.unscoped.count() == 1


def test_another_clusters_case_is_not_found(world):
    with pytest.raises(NotFound):
        reopen(world, closed(world), by=world.actor("lead-worker", cluster="taf-west"))


def test_it_needs_its_permission(world):
    case = closed(world)
    with pytest.raises(NotPermitted):
        reopen(world, case, by=world.worker)


def test_the_lead_worker_opens_it_on_the_page_and_its_history_says_so(world, as_):
    case = closed(world)
    assert "Open it again" in as_(world.lead_worker).get(f"/casework/{case.reference}/").content.decode()
    told = {"version": case.version, "reason": "slipped-back", "because": "The bills are back"}
    assert as_(world.lead_worker).post(f"/casework/{case.reference}/reopen/", told).status_code == 303
    page = as_(world.lead_worker).get(f"/casework/{case.reference}/").content.decode()
    assert "Things slipped back" in page and "It had ended on" in page


def test_a_worker_may_not_open_the_page(world, as_):
    assert as_(world.worker).get(f"/casework/{closed(world).reference}/reopen/").status_code == 403


def test_it_can_be_closed_again(world):
    case = closed(world)
    reopen(world, case)
    given = {"no_outcome_because": "Too early to say"}
    world.closed(world.again(case.reference), world.lead_worker, reason="goals-reached", **given)
    assert world.again(case.reference).status == "closed"
