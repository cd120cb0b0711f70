"""What both ways of bringing a handover back to its sender share, so that each test module can ask it of its own verb."""

from __future__ import annotations

from typing import Any

import pytest

from lynchpin.casework.models import Case
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.people.models import Involvement
from tests.support import recorded, refused


def sent_to_an_organisation(world: Any) -> Handover:
    """A handover that the organisation has not answered."""
    handover = world.handover(world.case(worker=world.worker), world.worker)
    return world.handover_step(send_handover, handover, world.worker)


def sent_to_a_colleague(world: Any, colleague: Any, *, by: Any = None) -> Handover:
    """A handover that the colleague has not answered, by the worker or somebody else."""
    sender = by or world.worker
    given = {"to_organisation": "", "to_staff_id": colleague.staff_id}
    handover = world.handover(world.case(worker=sender), sender, **given)
    return world.handover_step(send_handover, handover, sender)


def comes_back_and_says_why(world: Any, verb: Any, state: str) -> None:
    """It is settled with its reason, the case goes on with the sender, and it does not come back twice."""
    sent = sent_to_an_organisation(world)
    after = world.handover_step(verb, sent, world.worker, because="No room before autumn")
    told = (after.state, after.because, after.settled_by)
    assert told == (state, "No room before autumn", world.worker.staff_id)
    assert f"pathways.handover_{state}" in recorded()
    assert Case.unscoped.get(pk=after.case_id).status == "open", "the sender walks with the person"
    with refused("handover_came_back"):
        world.handover_step(verb, after, world.worker, because="No room")


def ends_what_the_colleague_sees(world: Any, verb: Any, sent: Handover, by: Any) -> None:
    """The colleague it was sent to is with the person no longer."""
    world.handover_step(verb, sent, by, because="No room before autumn")
    assert not Involvement.unscoped.filter(reference=sent.reference, ended_on=None).exists()


def refuses_what_no_return_allows(world: Any, verb: Any, without_reason: str) -> None:
    """No reason, a stale page, a colleague's handover, a missing right, and one that is complete."""
    sent = sent_to_an_organisation(world)
    with refused(without_reason):
        world.handover_step(verb, sent, world.worker, because=" ")
    with pytest.raises(Stale):
        world.handover_step(verb, sent, world.worker, version=9, because="No room")
    with pytest.raises(NotFound):
        world.handover_step(verb, sent, world.actor("engagement-worker", cluster="porth"), because="No room")
    with pytest.raises(NotPermitted):
        world.handover_step(verb, sent, world.without(world.worker, f"pathways.{verb.__name__}"), because="No room")
    done = world.handed_over(world.case(worker=world.worker), world.worker)
    with refused("handover_is_settled"):
        world.handover_step(verb, done, world.worker, because="No room")


def works_on_its_page(world: Any, as_: Any, word: str, state: str) -> None:
    """The worker gives a reason and sends it; a referrer may not."""
    sent = sent_to_an_organisation(world)
    address = f"/pathways/handovers/{sent.reference}/{word}/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": sent.version, "because": ""}).status_code == 422
    assert browser.post(address, {"version": sent.version, "because": "No room"}).status_code == 303
    assert Handover.unscoped.get().state == state
