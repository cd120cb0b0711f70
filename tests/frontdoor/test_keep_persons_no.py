"""A no said in a case that no referral began is a no for a year like any other."""

from __future__ import annotations

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.receive_case import receive_case
from lynchpin.frontdoor.models import Referral
from tests.conftest import NOON
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case


def brought(world):
    """A case that came over from a former system, on a worker's caseload."""
    resident = world.resident()
    held = {"lead_id": world.lead_worker.staff_id, "worker_id": world.worker.staff_id, "former_reference": "OLD-1"}
    bringing = world.central.bound_to("outcomes.apply_import")
    with inside_a_use_case():
        receive_case(bringing, resident_id=resident.pk, opened_at=NOON, at=NOON, cluster="porth", **held)
    return resident, Case.unscoped.get()


def test_it_stops_the_next_referral_of_somebody_who_did_not_ask(world):
    resident, case = brought(world)
    world.closed(case, world.worker, reason="persons-no")
    assert Referral.unscoped.get().status == "declined-by-person" and "frontdoor.persons_no_kept" in recorded()
    with refused("no_within_a_year"):
        world.routed(resident=resident, person_agrees=False)


def test_any_other_end_of_such_a_case_is_no_no(world):
    _, case = brought(world)
    world.closed(case, world.worker, reason="moved-away")
    assert not Referral.unscoped.exists()
