"""How far people live from the middle of their cluster, what that weighs, and what is said where it is not known."""

from datetime import date

import pytest

from lynchpin.casework.loading import SECOND_FORMULA
from lynchpin.casework.queries.distances import bases, homes_in_areas, km_from_centre
from lynchpin.casework.queries.sharing import sharing
from lynchpin.casework.queries.weighing import weighing
from lynchpin.casework.rules import travel_band
from lynchpin.casework.use_cases.record_duties import record_duties
from lynchpin.casework.use_cases.weigh_case import weigh_case
from lynchpin.kernel import clock
from lynchpin.places.use_cases.load_places import load_places
from tests.world.staff import LONG_AGO, machine

FERNDALE, TREHAFOD, NOWHERE = (
    "W01009001",
    "W01009002",
    "W01009003",
)  # made up; they share the cluster with IN_PORTH


@pytest.fixture
def world(world):
    """Porth has three areas in a row, six kilometres apart or so; the middle one is its centre."""
    middles = {world.IN_PORTH: (51.610, -3.410), FERNDALE: (51.664, -3.410), TREHAFOD: (51.556, -3.410)}
    areas = [
        {
            "code": code,
            "kind": "lsoa",
            "vintage": 2011,
            "name_en": code,
            "name_cy": code,
            "latitude": north,
            "longitude": east,
        }
        for code, (north, east) in middles.items()
    ]
    members = [{"cluster_id": "porth", "area_id": code, "valid_from": LONG_AGO} for code in (FERNDALE, TREHAFOD)]
    load_places(machine("system-admin"), areas=areas, cluster_areas=members)
    return world


def bound(world):
    return world.lead_worker.bound_to("casework.share_out_cases")


def weighed(case):
    return {line["part"]: (line["answer"], line["points"]) for line in case.weight_parts}


@pytest.mark.parametrize(
    ("km", "band"), [(0, "near"), (2, "near"), (2.1, "middle"), (5, "middle"), (5.1, "far"), (None, "unknown")]
)
def test_a_distance_falls_into_the_band_that_the_formula_draws(km, band):
    assert travel_band(km, SECOND_FORMULA["travel_bands"]) == band


def test_a_case_far_from_the_middle_of_its_cluster_weighs_more_and_says_so(world):
    near, far = world.case(world.resident()), world.case(world.resident(area_code=FERNDALE))
    assert weighed(near)["travel"] == ("near", 0) and weighed(far)["travel"] == ("far", 2)
    assert far.weight == near.weight + 2


def test_somebody_outside_every_area_has_no_distance_and_it_counts_nothing(world):
    nowhere, outside = world.resident(area_code=""), world.resident(area_code=world.OUTSIDE)
    central = world.central.bound_to("casework.share_out_cases")
    assert km_from_centre(central, nowhere.pk, "porth", clock.today()) is None
    answers = {"complexity": "steady", "family_size": 1, "intensity": "fortnightly"}
    told = weighing(central, on=clock.today(), resident_id=outside.pk, cluster="", **answers)
    assert (told.lines[-1].part, told.lines[-1].answer, told.lines[-1].points) == ("travel", "unknown", 0)


def test_of_a_protected_address_not_even_a_distance_is_told(world):
    resident = world.resident(area_code=FERNDALE)
    case = world.case(resident)
    world.restrict(resident, "protected-address")
    assert homes_in_areas(bound(world), [resident.pk]) == {}
    (shared,) = sharing(world.lead_worker, "porth").cases
    assert shared.case.reference == case.reference and shared.proposal.km is None


def test_a_worker_starts_from_the_area_recorded_or_else_from_the_middle_of_the_cluster(world):
    mine, other = world.worker, world.actor("engagement-worker", cluster="porth")
    given = {"staff_id": mine.staff_id, "version": 0, "from_on": clock.today(), "at": clock.now()}
    record_duties(world.lead_worker, base_area=FERNDALE, **given)
    found = bases(
        bound(world), {mine.staff_id: ("porth",), other.staff_id: ("porth",)}, {mine.staff_id: FERNDALE}, clock.today()
    )
    assert found[mine.staff_id].latitude == 51.664
    assert found[other.staff_id].latitude == pytest.approx(51.610)
    world.case(world.resident(area_code=FERNDALE))
    (shared,) = sharing(world.lead_worker, "porth").cases
    assert shared.proposal.worker_id == mine.staff_id and shared.proposal.km == 0


def test_a_case_weighed_under_an_earlier_edition_stays_as_it_was_until_it_is_weighed_again(world):
    with clock.held(clock.now().replace(year=2026, month=3, day=2)):
        world.colleagues_since(clock.now())
    case = world.case(world.resident(area_code=FERNDALE), at=clock.now().replace(month=3, day=2))
    assert case.weight_edition == 1 and "travel" not in weighed(case)
    told = {"complexity": "steady", "family_size": 1, "intensity": "fortnightly"}
    weigh_case(world.lead_worker, reference=case.reference, version=case.version, at=clock.now(), **told)
    case = world.again(case.reference)
    assert case.weight_edition == 2 and weighed(case)["travel"] == ("far", 2)
    assert date(2026, 4, 1) == SECOND_FORMULA["valid_from"]
