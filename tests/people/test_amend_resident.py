import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.amend_resident import amend_resident
from tests.support import recorded, refused


def amend(actor, resident, **facts):
    given = {"forename": resident.forename, "surname": resident.surname, "version": resident.version}
    return amend_resident(actor, reference=resident.reference, at=clock.now(), **given | facts)


def test_what_is_given_now_is_what_is_kept(world):
    resident = world.resident()
    amend(world.central, resident, surname="Ŵyn", language="cy")
    kept = Resident.unscoped.get(pk=resident.pk)
    assert (kept.surname, kept.language, kept.version) == ("Ŵyn", "cy", 2)
    assert recorded()[-1] == "people.resident_amended"


def test_a_stale_version_changes_nothing(world):
    resident = world.resident()
    amend(world.central, resident, forename="Cyntaf")
    with refused("changed_meanwhile"):
        amend(world.central, resident, forename="Ail")
    assert Resident.unscoped.get(pk=resident.pk).forename == "Cyntaf"


def test_a_worker_amends_only_those_they_are_with(world):
    mine, other = world.resident(), world.resident()
    world.involve(world.worker, mine)
    amend(world.worker, mine, phone="01443 000000")
    with pytest.raises(NotFound):
        amend(world.worker, other)


def test_amending_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        amend(world.without(world.central, "people.amend_resident"), world.resident())
