"""The way about: each role is shown only what it may open, where it is, and under which role it acts."""

from __future__ import annotations

import re

import pytest
from django.urls import resolve, reverse

from lynchpin.organisations.choices import Role
from lynchpin.site.context import LEFT_TO_HOME, WAYS

BUSIEST = 9  # ways that stand on one line of a desk's screen


def reach_of(role: str) -> dict[str, str]:
    if role in ("cluster-manager", "lead-worker", "engagement-worker"):
        return {"cluster": "porth"}
    return {"zone": "gurnos"} if role == "zone-coordinator" else {}


def menu(page) -> list[str]:
    """Addresses in the service navigation, in order."""
    listed = re.search(r'id="navigation">(.*?)</ul>', page.content.decode(), re.DOTALL)
    return re.findall(r'href="([^"]+)"', listed[1]) if listed else []


@pytest.mark.parametrize("role", Role.values)
def test_every_way_shown_opens(world, as_, role):
    browser = as_(world.actor(role, **reach_of(role)))
    ways = menu(browser.get(reverse("privacy")))
    assert 0 < len(ways) <= BUSIEST
    assert {way: browser.get(way, follow=True).status_code for way in ways} == dict.fromkeys(ways, 200)


@pytest.mark.parametrize(("label", "name", "code"), WAYS)
def test_a_way_asks_for_the_permission_of_the_page_it_leads_to(label, name, code):
    assert str(resolve(reverse(name)).func.permission) == code


def test_what_is_left_to_the_home_is_a_way():
    assert {name for names in LEFT_TO_HOME.values() for name in names} <= {name for _label, name, _code in WAYS}


def test_the_present_page_is_marked_and_no_other(world, as_):
    page = as_(world.lead_worker).get(reverse("casework:allocation_board")).content.decode()
    assert re.findall(r'href="([^"]+)" aria-current="true"', page) == [reverse("casework:allocation_board")]


def test_a_persons_page_of_the_desk_is_not_taken_for_home(world, as_):
    case = world.case(worker=world.worker)
    person = world.resident_of(case).reference
    page = as_(world.worker).get(reverse("desk:overview", args=[person])).content.decode()
    assert f'href="{reverse("desk:home")}" aria-current' not in page


def test_the_role_and_its_places_are_named_in_the_language_of_the_page(world, as_):
    browser = as_(world.lead_worker)
    assert "Lead worker – Porth" in browser.get(reverse("privacy")).content.decode()
    browser.cookies["language"] = "cy"
    assert "– Y Porth" in browser.get(reverse("privacy")).content.decode()


def test_whoever_is_signed_in_may_change_role_and_sign_out(world, as_):
    page = as_(world.central).get(reverse("privacy")).content.decode()
    assert reverse("organisations:choose_role") in page and f'action="{reverse("account_logout")}"' in page


def test_a_visitor_is_shown_no_menu_and_no_way_out(world, client):
    page = client.get(reverse("privacy"))
    assert menu(page) == [] and reverse("account_logout") not in page.content.decode()


def test_home_is_the_desk_for_colleagues_and_the_front_page_for_visitors(world, as_, client):
    assert 'href="/" class="app-header__home"' in client.get(reverse("privacy")).content.decode()
    assert 'href="/desk/" class="app-header__home"' in as_(world.central).get(reverse("privacy")).content.decode()
