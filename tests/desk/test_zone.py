"""A zone's page: strengths first, and numbers that give nobody away."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.kernel import clock
from tests.casework.counting import statements


def zone(browser, key: str = "gurnos"):
    return browser.get(reverse("desk:zone", args=[key]))


def helped(world, people: int) -> None:
    """Cases of this many people who live in the zone."""
    for _ in range(people):
        referral = world.referral_to_open(world.resident(area_code=world.IN_GURNOS))
        open_case(world.central, referral=referral.reference, at=clock.now())


@pytest.fixture
def coordinator(world):
    return world.actor("zone-coordinator", zone="gurnos")


def test_strengths_stand_before_help(world, as_, coordinator):
    page = zone(as_(coordinator)).content.decode()
    assert page.index("What is strong here") < page.index("Help going on here") < page.index("The areas of the zone")


def test_areas_are_named_in_the_language_of_the_page(world, as_, coordinator):
    browser = as_(coordinator)
    assert "Area 4" in zone(browser).content.decode()
    browser.cookies["language"] = "cy"
    assert "Ardal 4" in zone(browser).content.decode()


def test_a_zone_that_is_not_there_is_missing(world, as_, coordinator):
    assert zone(as_(coordinator), "nowhere").status_code == 404


@pytest.mark.parametrize("role", ["referrer", "admin_officer", "data_protection_officer"])
def test_other_roles_may_not_open_it(world, as_, role):
    assert zone(as_(getattr(world, role))).status_code == 403


def test_nobody_helped_is_shown_as_none(world, as_, coordinator):
    page = zone(as_(coordinator)).content.decode()
    assert "1 to 4" not in page


@pytest.mark.parametrize(("people", "shown"), [(1, "1 to 4"), (4, "1 to 4"), (5, "5")])
def test_a_small_number_of_people_is_hidden(world, as_, coordinator, people, shown):
    helped(world, people)
    page = zone(as_(coordinator)).content.decode()
    tiles = re.findall(r'app-tile__value">([^<]+)<', page)
    assert tiles == [shown, shown, "0"]
    assert ("is not told exactly" in page) is (people < 5)


def test_people_of_other_places_are_not_counted(world, as_, coordinator):
    world.case()
    assert re.findall(r'app-tile__value">([^<]+)<', zone(as_(coordinator)).content.decode()) == ["0", "0", "0"]


def test_it_needs_as_many_statements_for_many_as_for_few(world, as_, coordinator):
    browser = as_(coordinator)
    helped(world, 1)
    few = statements(lambda: zone(browser))
    helped(world, 3)
    assert statements(lambda: zone(browser)) == few <= 30
