from dataclasses import replace

from lynchpin.people.queries import brief
from tests.support import trail


def seen(actor, resident):
    return bool(brief(actor.bound_to("people.read_resident"), [resident.pk]))


def test_a_worker_sees_whom_they_are_with(world):
    resident = world.resident(area_code=world.OUTSIDE)
    reference = world.involve(world.worker, resident)
    assert seen(world.worker, resident)
    assert not seen(world.actor("engagement-worker", cluster="porth"), resident)
    kept = {"room": "casework", "reference": reference, "holder": world.worker.staff_id}
    assert trail("people.involvement_begun") == [kept]


def test_an_actor_without_a_colleague_behind_it_is_with_nobody(world):
    resident, nobody = world.resident(area_code=world.OUTSIDE), replace(world.worker, staff_id=None)
    world.involve(nobody, resident)
    assert not seen(nobody, resident)
