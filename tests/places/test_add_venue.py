import pytest
from django.urls import reverse

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.places.queries import zone
from lynchpin.places.use_cases.add_venue import add_venue
from tests.support import recorded, refused

HALL = {"name_en": "Invented Hall", "name_cy": "Neuadd Ddychmygol"}


def add(world, **changes):
    return add_venue(world.admin_officer, **HALL | {"area": world.IN_GURNOS} | changes)


def test_a_venue_stands_among_the_strengths_of_its_zone(world):
    reference = add(world, access_notes_en="Step-free")
    said = recorded()[-1]
    (venue,) = zone(world.worker, "gurnos").venues
    assert (venue.reference, venue.name, venue.area) == (reference, "Invented Hall", "Area 4")
    assert said == "places.venue_added"


def test_one_name_is_used_once_in_an_area(world):
    add(world)
    with refused("venue_exists"):
        add(world, name_en="INVENTED HALL")
    assert add(world, area=world.IN_PORTH)


def test_a_missing_area_has_no_venues(world):
    with pytest.raises(NotFound):
        add(world, area="W01009999")


def test_a_referrer_adds_no_venue(world):
    with pytest.raises(NotPermitted):
        add_venue(world.referrer, **HALL, area=world.IN_GURNOS)


def test_the_page_adds_a_venue_to_the_list(world, as_):
    page = as_(world.admin_officer)
    address = reverse("places:add_venue")
    assert page.get(address).status_code == 200
    assert page.post(address, {"form_key": "k"}).status_code == 422
    answer = page.post(address, HALL | {"area": world.IN_GURNOS, "form_key": "k"}, follow=True)
    assert "Invented Hall" in answer.content.decode()
    assert as_(world.referrer).get(address).status_code == 403
