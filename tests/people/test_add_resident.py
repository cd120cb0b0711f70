import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.models import Residence, Resident
from lynchpin.people.use_cases.add_resident import add_resident
from tests.support import recorded, refused


def add(actor, **facts):
    return add_resident(actor, **{"forename": "Nerys", "surname": "Vaughan", "at": clock.now()} | facts)


def test_a_resident_is_added_in_the_cluster_of_their_area(world):
    reference = add(world.central, area_code=world.IN_PORTH, address="1 Stryd Fawr", postcode="cf399aa")
    resident = Resident.unscoped.get(reference=reference)
    assert (resident.cluster_id, resident.added_by) == ("porth", world.central.staff_id)
    assert Residence.unscoped.filter(resident_id=resident.pk, to_on__isnull=True).exists()
    assert recorded()[-2:] == ["people.resident_welcomed", "people.resident_added"]


def test_somebody_outside_every_cluster_is_added_too(world):
    assert Resident.unscoped.get(reference=add(world.central, area_code=world.OUTSIDE)).cluster_id is None


@pytest.mark.parametrize("name", ["", "   ", "\u202eevil", "a" * 81, "\u200b\u200b", "123"])
def test_a_name_that_cannot_be_read_is_refused(world, name):
    with refused("name_unreadable"):
        add(world.central, surname=name)


@pytest.mark.parametrize("name", ["Ŵyn-Jones", "O’Brien", "محمد", "ap Dafydd", "W\u0302yn"])
def test_a_name_is_kept_as_it_is_written_in_composed_letters(world, name):
    import unicodedata

    kept = Resident.unscoped.get(reference=add(world.central, surname=name)).surname
    assert kept == unicodedata.normalize("NFC", name)


def test_a_birth_to_come_is_refused(world):
    with refused("born_in_future"):
        add(world.central, birth_date=clock.today().replace(year=2027))


def test_an_engagement_worker_adds_nobody_without_a_referral(world):
    with pytest.raises(NotPermitted):
        add(world.worker)
