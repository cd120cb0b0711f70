import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.safeguarding.queries import concerns, outreach_stopped
from lynchpin.safeguarding.use_cases.close_concern import close_concern
from tests.support import recorded, refused


def close(actor, concern, **facts):
    given = {"outcome": "Support was agreed", "feedback_given": True, "version": concern.version, "at": clock.now()}
    return close_concern(actor, reference=concern.reference, **given | facts)


@pytest.mark.parametrize("status", ["raised", "reported", "confirmed", "acknowledged"])
def test_closing_lets_contact_go_on_from_any_open_step(world, status):
    resident = world.resident()
    close(world.safeguarding_lead, world.concern(resident, status))
    assert outreach_stopped([resident.pk]) == set()
    assert concerns(world.safeguarding_lead, clock.now()) == ()
    assert recorded()[-2:] == ["people.contact_released", "safeguarding.concern_closed"]


def test_another_open_concern_still_stops_outreach(world):
    resident = world.resident()
    first, _second = world.concern(resident), world.concern(resident)
    close(world.safeguarding_lead, first)
    assert outreach_stopped([resident.pk]) == {resident.pk}


def test_a_concern_closes_with_an_outcome(world):
    with refused("concern_outcome_missing"):
        close(world.safeguarding_lead, world.concern(world.resident()), outcome=" ")


def test_a_stale_page_closes_nothing(world):
    concern = world.concern(world.resident(), "reported")
    concern.version -= 1
    with refused("changed_meanwhile"):
        close(world.safeguarding_lead, concern)


def test_whoever_is_shut_out_of_the_resident_finds_no_concern(world):
    resident = world.resident()
    concern = world.concern(resident)
    world.restrict(resident, "exclusion", hidden_from=world.safeguarding_lead.staff_id)
    with pytest.raises(NotFound):
        close(world.safeguarding_lead, concern)


def test_closing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        close(world.worker, world.concern(world.resident()))
