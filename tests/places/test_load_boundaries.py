import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.places.loading import load_file
from lynchpin.places.models import Area
from lynchpin.places.use_cases.load_boundaries import load_boundaries
from tests.places.samples import BOUNDARIES, needs_samples
from tests.places.test_reading_boundaries import ONS, geojson
from tests.support import recorded, refused, trail


@pytest.fixture
def outlines(tmp_path):
    file = tmp_path / "outlines.geojson"
    file.write_text(geojson(), "utf-8")
    return file


def test_an_area_gets_its_outline_and_its_middle(world, outlines):
    load_file("boundaries", outlines, world.admin_officer)
    area = Area.unscoped.get(code=ONS["LSOA11CD"])
    assert (area.kind, area.vintage, area.name_cy) == ("lsoa", 2011, "Merthyr Tudful 006A")
    assert area.rings[0][0] == [-3.3, 51.7] and area.latitude == pytest.approx(51.75)
    assert recorded()[-1] == "places.boundaries_loaded"


def test_loading_the_same_file_again_changes_nothing(world, outlines):
    for _ in range(2):
        load_file("boundaries", outlines, world.admin_officer)
    assert trail("places.boundaries_loaded")[-1] == {"added": 0, "changed": 0, "unchanged": 1}


def test_an_area_keeps_the_name_that_people_know(world, tmp_path):
    file = tmp_path / "outlines.geojson"
    file.write_text(geojson(ONS | {"LSOA11CD": world.IN_PORTH}), "utf-8")
    load_file("boundaries", file, world.admin_officer)
    area = Area.unscoped.get(code=world.IN_PORTH)
    assert area.name_en == "Area 1" and area.rings


def test_a_bad_file_leaves_nothing_behind(world, tmp_path):
    before = Area.unscoped.count()
    file = tmp_path / "outlines.geojson"
    file.write_bytes(geojson().replace("Tudful", "Tŵdful").encode("latin-1", "replace") + b"\xff")
    with refused("place_file_unreadable"):
        load_file("boundaries", file, world.admin_officer)
    assert Area.unscoped.count() == before
    with refused("place_kind_unknown"):
        load_file("castles", file, world.admin_officer)
    with refused("place_file_unreadable"):
        load_file("boundaries", tmp_path / "missing.geojson", world.admin_officer)


def test_a_lead_worker_loads_no_boundaries(world):
    with pytest.raises(NotPermitted):
        load_boundaries(world.lead_worker, boundaries=[])


@needs_samples
def test_the_ons_file_of_merthyr_tydfil_loads(world):
    assert load_file("boundaries", BOUNDARIES, world.system_admin)["added"] == 36
