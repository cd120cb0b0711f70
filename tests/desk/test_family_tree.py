"""A person's family is drawn, and stands as a list with the same in it; whoever is out of sight leaves no trace."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.people.use_cases.gather_family import gather_family
from tests.casework.counting import statements
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def gathered(*members):
    with inside_a_use_case():
        parts = [(resident.pk, role) for resident, role in members]
        gather_family(machine("central-support"), members=parts, at=clock.now())


@pytest.fixture
def family(world):
    """A mother and a father, their son of six, and a daughter who has a second home here."""
    mother = world.resident(forename="Heulwen", birth_date=date(1990, 2, 1))
    father = world.resident(forename="Ieuan", birth_date=date(1988, 5, 4))
    son = world.resident(forename="Macsen", birth_date=date(2020, 1, 1))
    daughter = world.resident(forename="Tegwen", birth_date=date(2014, 1, 1))
    world.case(mother, worker=world.worker)
    gathered((mother, "adult"), (father, "adult"), (son, "child"), (daughter, "second-home"))
    return mother, father, son, daughter


def overview(browser, resident, ask=""):
    return browser.get(reverse("desk:overview", args=[resident.reference]) + ask).content.decode()


def picture(page: str) -> str:
    found = re.search(r'<div class="app-figure__picture".*?</svg>', page, re.DOTALL)
    return found.group() if found else ""


def test_everybody_is_in_the_picture_and_in_the_list(world, as_, family):
    page = overview(as_(world.central), family[0])
    listed = page.replace(picture(page), "")
    for each in family:
        assert each.forename in picture(page) and each.forename in listed
    assert "Child, aged 6" in listed and "with a second home here" in listed and "since 10 June 2026" in listed


def test_the_picture_has_a_name_and_words_and_a_broken_line_to_the_second_home(world, as_, family):
    drawn = picture(overview(as_(world.central), family[0]))
    assert 'role="img"' in drawn and "<title" in drawn and "<desc" in drawn
    assert drawn.count('stroke-dasharray="5 3"') == 1


def test_the_list_leads_to_everybody_else_and_not_to_the_person_themselves(world, as_, family):
    page = overview(as_(world.central), family[0])
    listed = page.split('class="app-family"')[1].split("</section>")[0]
    linked = [reverse("desk:overview", args=[each.reference]) in listed for each in family]
    assert linked == [False, True, True, True]


@pytest.mark.parametrize("kind", ["sealed"])
def test_a_sealed_member_is_absent_without_a_trace(world, as_, family, kind):
    mother, father, *_ = family
    world.restrict(father, kind)
    page = overview(as_(world.lead_worker), mother)
    assert father.forename not in page and father.reference not in page
    assert picture(page).count("<rect") == 3


def test_a_colleague_who_is_excluded_from_one_member_sees_the_others_only(world, as_, family):
    mother, _, son, _ = family
    world.restrict(son, "exclusion", hidden_from=world.lead_worker.staff_id)
    page = overview(as_(world.lead_worker), mother)
    assert son.forename not in page and picture(page).count("<rect") == 3


def test_no_address_of_anybody_stands_in_the_family(world, as_):
    mother, child = world.reachable("phone"), world.resident()
    gathered((mother, "adult"), (child, "second-home"))
    page = overview(as_(world.central), child)
    assert "7 Y Stryd" not in page


def test_an_engagement_worker_sees_of_the_family_whom_they_are_with(world, as_, family):
    page = overview(as_(world.worker), family[0])
    assert family[1].forename not in page and picture(page) == ""


def test_a_large_family_is_drawn_in_rows_of_four(world, as_):
    parent = world.resident()
    gathered((parent, "adult"), *((world.resident(), "child") for _ in range(6)))
    drawn = picture(overview(as_(world.central), parent))
    width = int(re.search(r'width="(\d+)"', drawn).group(1))
    assert drawn.count("<rect") == 7 and width == 4 * 144 + 12


def test_a_larger_family_takes_no_more_statements(world, as_, family):
    browser = as_(world.lead_worker)
    small = world.resident()
    gathered((small, "adult"), (world.resident(), "child"))
    world.case(small)
    few = statements(lambda: overview(browser, small))
    assert few <= 30
    gathered((small, "adult"), *((world.resident(), "child") for _ in range(3)))
    assert statements(lambda: overview(browser, small)) == few
