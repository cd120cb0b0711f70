from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lynchpin.casework.rules import why_not_resume
from lynchpin.casework.use_cases.resume_case import resume_case
from lynchpin.frontdoor.models import TimelineEntry
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.pathways.use_cases.record_check_in import record_check_in
from lynchpin.people.models import Involvement
from lynchpin.people.use_cases.restrict_resident import restrict_resident
from tests.support import trail

LATER = datetime(2026, 7, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def case(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.closed(case, world.worker, reason="goals-reached", no_outcome_because="Too early to say")
    return case


def relapsed(world, case):
    """The one way to it: the person says that things have slipped back."""
    with clock.held(LATER):
        first = world.check_ins_of(case)[0]
        actor = replace(world.lead_worker, on=clock.today())
        given = {"version": first.version, "asked_on": clock.today(), "at": clock.now()}
        record_check_in(actor, reference=first.reference, state="relapsed", **given)
        return world.again(case.reference)


def test_a_closed_case_is_taken_up_where_it_was_left(world, case):
    after = relapsed(world, case)
    assert (after.status, after.worker_id, after.opened_at) == ("open", world.worker.staff_id, case.opened_at)
    assert after.next_contact_on.isoformat() == "2026-07-29", "five working days"
    assert TimelineEntry.unscoped.order_by("-pk").first().kind == "reopened"
    assert trail("casework.case_resumed") == [{"worker": world.worker.staff_id, "lead": world.lead_worker.staff_id}]


def test_a_worker_who_must_not_see_the_person_is_not_given_them_again(world, case):
    restrict_resident(
        world.data_protection_officer,
        reference=world.resident_of(case).reference,
        kind="exclusion",
        hidden_from=world.worker.staff_id,
        reason="Asked for",
        at=clock.now(),
    )
    after = relapsed(world, case)
    assert (after.status, after.worker_id, after.lead_id) == ("open", None, world.lead_worker.staff_id)
    held = Involvement.unscoped.filter(reference=case.reference, ended_on=None).values_list("holder_id", flat=True)
    assert list(held) == [world.lead_worker.staff_id]


def test_a_worker_without_room_is_not_given_the_case(world):
    full = world.actor("engagement-worker", cluster="porth", caseload_limit=6)
    case = world.case(worker=full)
    world.conversation(case, full)
    world.closed(case, full, reason="goals-reached", no_outcome_because="Too early to say")
    world.case(worker=full)
    assert relapsed(world, case).worker_id is None


def test_an_open_case_is_not_taken_up(world):
    assert why_not_resume(world.case(), has_open_case=False).code == "case_open_already"


def test_only_a_use_case_may_ask_for_it(world, case):
    with pytest.raises(NestedUseCase):
        resume_case(world.lead_worker, reference=case.reference, at=clock.now())
