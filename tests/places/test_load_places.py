from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.places.loading import load, load_file
from lynchpin.places.models import Area, Cluster, ClusterArea, Zone, ZoneArea
from lynchpin.places.use_cases.draw_cluster import draw_cluster
from lynchpin.places.use_cases.load_places import load_places
from lynchpin.reference import open_pack
from tests.support import recorded, trail

PACK = Path(str(resources.files("lynchpin.reference") / "cwm-taf"))


def test_the_pack_brings_clusters_zones_and_their_areas(world):
    load(open_pack("cwm-taf"), world.system_admin)
    assert Cluster.unscoped.filter(official_code__startswith="W33").count() == 8
    assert ClusterArea.unscoped.filter(cluster_id="lower_cynon").exists()
    gurnos = Area.unscoped.get(code="W01001299")
    assert (gurnos.name_en, gurnos.council_code) == ("Gurnos 1", "W06000024")
    assert recorded()[-1] == "places.places_loaded"


def test_an_area_is_in_a_zone_once_however_many_ways_a_pack_defines_it(world):
    load(open_pack("cwm-taf"), world.system_admin)
    held = list(ZoneArea.unscoped.filter(zone_id="upper_rhondda_fach_zone").values_list("area_id", flat=True))
    assert len(held) == len(set(held)) == 6


def test_loading_again_changes_nothing(world):
    for _ in range(2):
        load_file("clusters", PACK, world.system_admin)
    again = trail("places.places_loaded")[-1]
    assert (again["added"], again["changed"]) == (0, 0)


def test_a_cluster_drawn_on_screen_is_not_undone_by_loading_again(world):
    load(open_pack("cwm-taf"), world.system_admin)
    mine = list(ClusterArea.unscoped.filter(cluster_id="lower_cynon").values_list("area_id", flat=True))
    draw_cluster(world.system_admin, key="lower_cynon", version=1, areas=mine[1:], on=date(2026, 6, 10))
    load(open_pack("cwm-taf"), world.system_admin)
    open_ = ClusterArea.unscoped.filter(cluster_id="lower_cynon", valid_to__isnull=True)
    assert set(open_.values_list("area_id", flat=True)) == set(mine[1:])


def test_a_place_that_left_the_pack_stays_with_its_end(world):
    ended = {"key": "gurnos", "name_en": "Gurnos", "name_cy": "Gurnos", "valid_to": date(2026, 3, 31)}
    load_places(world.system_admin, zones=[ended])
    load_places(world.system_admin, zones=[])
    assert Zone.unscoped.get(key="gurnos").valid_to == date(2026, 3, 31)


def test_a_lead_worker_loads_no_places(world):
    with pytest.raises(NotPermitted):
        load_places(world.lead_worker)
