from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lynchpin.kernel.errors import NotFound
from lynchpin.places.queries import cluster_of_area, zone, zone_of_area
from lynchpin.places.ranks import Rank
from lynchpin.places.use_cases.load_places import load_places
from lynchpin.places.use_cases.load_ranks import load_ranks
from tests.world.staff import LONG_AGO

CLUSTERS = reverse("places:clusters")
PORTH = reverse("places:cluster", args=["porth"])
TODAY = date(2026, 6, 10)


def place(world, code, **known):
    load_places(world.system_admin, areas=[{"code": code} | known])


def rank(world, code, number, edition=2025):
    ranked = Rank(code, edition, "overall", number, 1917)
    load_ranks(world.admin_officer, ranks=[ranked])


def test_an_area_is_routed_by_the_cluster_or_zone_that_holds_it(world):
    actor = world.worker
    assert cluster_of_area(actor, world.IN_PORTH, TODAY) == "porth"
    assert cluster_of_area(actor, world.OUTSIDE, TODAY) == "" == cluster_of_area(actor, "", TODAY)
    assert cluster_of_area(actor, world.IN_PORTH, date(2016, 3, 31)) == ""
    assert zone_of_area(actor, world.IN_GURNOS, TODAY) == "gurnos"


def test_everyone_signed_in_sees_clusters_and_zones_and_the_public_does_not(world, as_, client):
    assert client.get(CLUSTERS).status_code == 302
    shown = as_(world.referrer).get(CLUSTERS).content.decode()
    assert "Taf West" in shown and "Gurnos" in shown and "No venue is kept yet." in shown


def test_the_list_of_places_takes_as_many_statements_for_many_as_for_few(world, as_):
    browser = as_(world.central)

    def statements():
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(CLUSTERS).status_code == 200
        return len(seen)

    browser.get(CLUSTERS)
    few = statements()
    more = [{"key": f"c{n}", "name_en": f"C {n}", "name_cy": f"C {n}", "valid_from": LONG_AGO} for n in range(9)]
    load_places(world.system_admin, clusters=more)
    assert statements() == few <= 15


def test_a_cluster_has_a_map_once_its_areas_are_placed(world, as_):
    browser = as_(world.worker)
    assert "There is no map yet" in browser.get(PORTH).content.decode()
    place(world, world.IN_PORTH, latitude=51.6, longitude=-3.4, population=1480)
    shown = browser.get(PORTH).content.decode()
    assert "<svg" in shown and "1,480" in shown and "1,000–1,499" in shown


def test_a_cluster_is_named_in_welsh(world, as_):
    assert "Y Porth" in as_(world.worker).get(PORTH, {"language": "cy"}).content.decode()


def test_a_cluster_that_is_missing_is_a_missing_page(world, as_):
    assert as_(world.worker).get(reverse("places:cluster", args=["elsewhere"])).status_code == 404


def test_a_zone_is_read_with_its_areas_and_residents(world):
    place(world, world.IN_GURNOS, population=1702)
    facts = zone(world.worker, "gurnos")
    assert ([area.name for area in facts.areas], facts.residents) == (["Area 4"], 1702)
    assert facts.candidate and facts.venues == ()
    with pytest.raises(NotFound):
        zone(world.worker, "elsewhere")


def test_residents_are_not_counted_where_one_area_is_unknown(world):
    assert zone(world.worker, "gurnos").residents is None


def test_staff_see_a_band_of_the_latest_edition_and_never_a_rank(world):
    rank(world, world.IN_GURNOS, 1900, edition=2019)
    rank(world, world.IN_GURNOS, 4)
    (area,) = zone(world.worker, "gurnos").areas
    assert area.band == "Among the 10% most deprived small areas of Wales"
    assert not any("rank" in name for name in area.__slots__)


@pytest.mark.parametrize("role", ["referrer", "board-member", "analyst", "scrutiny-member", "system-admin"])
def test_who_is_not_staff_of_the_service_sees_no_band(world, role):
    rank(world, world.IN_GURNOS, 4)
    (area,) = zone(world.actor(role), "gurnos").areas
    assert area.band == ""
