import json
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.places.boundaries import read_boundaries
from lynchpin.places.outlines import MOST_CORNERS, middle, simplified
from tests.places.samples import BOUNDARIES, needs_samples
from tests.support import refused

SQUARE = [[-3.3, 51.7], [-3.2, 51.7], [-3.2, 51.8], [-3.3, 51.8], [-3.3, 51.7]]
ONS = {"LSOA11CD": "W01001289", "LSOA11NM": "Merthyr Tydfil 006A", "LSOA11NMW": "Merthyr Tudful 006A"}


def geojson(properties=None, *, geometry=None, times=1):
    shape = {"type": "Polygon", "coordinates": [SQUARE]} if geometry is None else geometry
    feature = {"type": "Feature", "properties": ONS if properties is None else properties, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [feature] * times})


@pytest.mark.parametrize(
    ("properties", "kind", "vintage", "names"),
    [
        (ONS, "lsoa", 2011, ("Merthyr Tydfil 006A", "Merthyr Tudful 006A")),
        ({"LSOA21CD": "W01001289", "LSOA21NM": "A"}, "lsoa", 2021, ("A", "")),
        ({"MSOA11CD": "W02000252", "MSOA11NM": "A", "MSOA11NMW": "B"}, "msoa", 2011, ("A", "B")),
        ({"WD25CD": "W05001071", "WD25NM": "A", "WD25NMW": "B"}, "ward", 2025, ("A", "B")),
        ({"LAD24CD": "W06000024", "LAD24NM": "A", "LAD24NMW": "B"}, "council", 2024, ("A", "B")),
        ({"lsoa_code": "W01001289", "lsoa_name_en": "A", "lsoa_name_cy": "B"}, "lsoa", 2011, ("A", "B")),
        ({"lsoa11cd": "W01001289", "wg_name_en": "A", "wg_name_cy": "B"}, "lsoa", 2011, ("A", "B")),
    ],
)
def test_the_publishers_own_property_names_are_known(properties, kind, vintage, names):
    (found,) = read_boundaries(geojson(properties))
    assert (found.kind, found.vintage, (found.name_en, found.name_cy)) == (kind, vintage, names)


def test_the_publishers_centre_is_taken_where_it_is_given():
    (given_,) = read_boundaries(geojson(ONS | {"LONG": -3.25, "LAT": 51.71}))
    assert (given_.longitude, given_.latitude) == (-3.25, 51.71)
    (reckoned,) = read_boundaries(geojson())
    assert (reckoned.longitude, reckoned.latitude) == pytest.approx((-3.25, 51.75))


def test_each_part_of_an_area_keeps_its_outer_ring():
    hole = [[-3.26, 51.74], [-3.24, 51.74], [-3.24, 51.76], [-3.26, 51.74]]
    island = [[x - 1, y] for x, y in SQUARE]
    shape = {"type": "MultiPolygon", "coordinates": [[SQUARE, hole], [island]]}
    (found,) = read_boundaries(geojson(geometry=shape))
    assert [ring[0] for ring in found.rings] == [(-3.3, 51.7), (-4.3, 51.7)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("boundaries_not_json", "LSOA code,LSOA name"),
        ("boundaries_not_json", ""),
        ("boundaries_not_geojson", "[]"),
        ("boundaries_not_geojson", '{"type": "FeatureCollection", "features": []}'),
        ("boundaries_without_codes", geojson({"name": "Gurnos 1"})),
        ("boundaries_without_codes", '{"features": [7]}'),
        ("boundaries_wrong_code", geojson({"LSOA11CD": "E01000001"})),
        ("boundaries_code_twice", geojson(times=2)),
        ("boundaries_without_outline", geojson(geometry={"type": "Point", "coordinates": [-3.2, 51.7]})),
        ("boundaries_without_outline", geojson(geometry={"type": "Polygon", "coordinates": [[["x", "y"]]]})),
        (
            "boundaries_not_degrees",
            geojson(
                geometry={"type": "Polygon", "coordinates": [[[310116, 201833], [310117, 201833], [310116, 201834]]]}
            ),
        ),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(code, text):
    with refused(code):
        read_boundaries(text)


CORNERS = st.lists(
    st.tuples(st.floats(-4, -3, allow_nan=False), st.floats(51, 52, allow_nan=False)), min_size=3, max_size=120
)


@given(CORNERS)
def test_an_outline_has_few_corners_all_of_them_its_own_and_stays_closed(corners):
    ring = [*corners, corners[0]]
    plain = simplified(ring)
    assert len(plain) <= MOST_CORNERS and plain[0] == plain[-1]
    assert set(plain) <= {(round(x, 5), round(y, 5)) for x, y in ring}


def test_a_corner_that_stands_out_is_kept():
    circle = [(math.cos(turn / 100) / 10 - 3.3, math.sin(turn / 100) / 10 + 51.7) for turn in range(628)]
    spire = (-2.9, 51.7)
    assert spire in simplified([*circle[:300], spire, *circle[300:], circle[0]])


def test_the_middle_of_a_flat_ring_is_one_of_its_corners():
    assert middle([[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)]]) == (0.0, 0.0)


@needs_samples
def test_the_ons_file_of_merthyr_tydfil_is_read_whole():
    found = read_boundaries(BOUNDARIES.read_text("utf-8"))
    assert len(found) == 36 and {boundary.kind for boundary in found} == {"lsoa"}
    assert all(boundary.name_cy.startswith("Merthyr Tudful") for boundary in found)
    assert max(len(ring) for boundary in found for ring in boundary.rings) <= MOST_CORNERS


@needs_samples
def test_simplified_outlines_keep_nearly_all_of_their_ground():
    for feature in json.loads(BOUNDARIES.read_text("utf-8"))["features"]:
        if feature["geometry"]["type"] != "Polygon":
            continue
        ring = [(x, y) for x, y in feature["geometry"]["coordinates"][0]]
        assert ground(simplified(ring)) == pytest.approx(ground(ring), rel=0.12)


def ground(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))
