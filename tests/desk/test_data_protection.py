"""The data protection officer sees what may be shared until when, and who looked; nobody else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.desk.looking import ROOMS
from lynchpin.kernel import clock
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Staff
from tests.casework.counting import statements
from tests.house.test_routes import ROUTES

AGREEMENTS, LOOKED = "/desk/data-protection/", "/desk/data-protection/looked/"


def read_by(world, as_, actor, resident):
    as_(actor).get(reverse("people:resident", args=[resident.reference]))


def name_of(actor) -> str:
    return Staff.unscoped.get(pk=actor.staff_id).name


def rows(page) -> str:
    """The table alone: the filters name every colleague."""
    content = page.content.decode()
    return content[content.index('id="list-results"') :]


def test_an_agreement_that_ends_is_counted_and_its_feed_is_shown(world, as_):
    world.feed(agreed=False)
    world.agreement(ends_on=clock.today() + timedelta(days=20), review_on=clock.today())
    page = as_(world.data_protection_officer).get(AGREEMENTS).content.decode()
    assert "agreement ends soon or has ended" in page and "Ends soon" in page and "Education" in page


def test_a_feed_without_an_agreement_is_counted(world, as_):
    world.feed(agreed=False)
    page = as_(world.data_protection_officer).get(AGREEMENTS).content.decode()
    assert "feed has no agreement in force" in page


@pytest.mark.parametrize("address", [AGREEMENTS, LOOKED])
@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.DATA_PROTECTION_OFFICER])
def test_nobody_else_may_open_it(world, as_, role, address):
    reach = {"cluster": "porth"} if role in ("cluster-manager", "lead-worker", "engagement-worker") else {}
    reach |= {"zone": "gurnos"} if role == "zone-coordinator" else {}
    assert as_(world.actor(role, **reach)).get(address).status_code == 403


def test_who_looked_is_named_and_the_person_only_by_reference(world, as_):
    resident = world.resident(surname="Llywelyn")
    read_by(world, as_, world.central, resident)
    page = rows(as_(world.data_protection_officer).get(LOOKED))
    assert name_of(world.central) in page and resident.reference in page and "Llywelyn" not in page


def test_looks_can_be_asked_for_by_person(world, as_):
    one, other = world.resident(), world.resident()
    read_by(world, as_, world.central, one)
    read_by(world, as_, world.head_of_service, other)
    page = rows(as_(world.data_protection_officer).get(LOOKED, {"person": one.reference.lower()}))
    assert name_of(world.central) in page and name_of(world.head_of_service) not in page


def test_looks_at_a_merged_record_are_found_under_the_person(world, as_):
    kept, merged = world.resident(), world.resident()
    read_by(world, as_, world.lead_worker, merged)
    world.merged(kept, merged)
    page = rows(as_(world.data_protection_officer).get(LOOKED, {"person": kept.reference}))
    assert name_of(world.lead_worker) in page


def test_an_unknown_person_is_said_to_be_unknown(world, as_):
    page = as_(world.data_protection_officer).get(LOOKED, {"person": "P-2222-2222"}).content.decode()
    assert "No person with this reference is kept." in page


def test_looks_can_be_asked_for_by_colleague_action_and_day(world, as_):
    resident = world.resident()
    read_by(world, as_, world.central, resident)
    read_by(world, as_, world.head_of_service, resident)
    browser = as_(world.data_protection_officer)
    today, yesterday = clock.today(), clock.today() - timedelta(days=1)
    asked = {"staff_id": world.central.staff_id, "action": "read"}
    page = rows(browser.get(LOOKED, asked | _day(today)))
    assert name_of(world.central) in page and name_of(world.head_of_service) not in page
    assert "Nobody has looked, as far as these filters ask." in rows(browser.get(LOOKED, asked | _day(yesterday)))


def test_a_refusal_is_shown(world, as_):
    as_(world.referrer).get(AGREEMENTS)
    page = rows(as_(world.data_protection_officer).get(LOOKED, {"action": "refused"}))
    assert name_of(world.referrer) in page and "Home and overviews" in page and "desk:" not in page


def test_fifty_are_shown_on_a_page(world, as_):
    browser = as_(world.data_protection_officer)
    for _ in range(52):
        browser.get(reverse("privacy"))
    assert "Showing 1 to 50 of 52" in browser.get(LOOKED).content.decode()


def test_both_pages_need_as_many_statements_for_many_as_for_few(world, as_):
    browser = as_(world.data_protection_officer)
    world.feed()
    read_by(world, as_, world.central, world.resident())
    browser = as_(world.data_protection_officer)
    few = _asked(browser)
    world.feed("housing")
    for _ in range(4):
        read_by(world, as_, world.central, world.resident())
    browser = as_(world.data_protection_officer)
    assert _asked(browser) == few and max(few) <= 15


def _asked(browser) -> tuple[int, int]:
    return statements(lambda: browser.get(AGREEMENTS)), statements(lambda: browser.get(LOOKED))


def _day(day) -> dict[str, int]:
    return {"on_day": day.day, "on_month": day.month, "on_year": day.year}


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "' OR 1=1 --", "P" * 5000, "\u202e", "99999999999999999999"]
)
@pytest.mark.parametrize("asked", ["person", "staff_id", "action", "on_year", "page", "sort"])
def test_a_filter_that_cannot_be_read_filters_nothing_and_breaks_nothing(world, as_, asked, typed):
    page = as_(world.data_protection_officer).get(LOOKED, {asked: typed})
    assert page.status_code == 200 and "<script>alert" not in page.content.decode()


def test_where_somebody_looked_is_said_in_the_language_of_the_page(world, as_):
    browser = as_(world.data_protection_officer)
    browser.get(reverse("people:search_residents"))
    browser.cookies["language"] = "cy"
    assert "desk:" not in browser.get(LOOKED).content.decode().partition("<tbody")[2]


def test_every_room_with_pages_has_its_words_for_who_looked():
    probes = {"healthz", "readyz"}
    assert {name.partition(":")[0] for name in ROUTES} - probes <= ROOMS.keys()


def test_what_was_done_is_told_as_done_and_not_as_a_button_asks_for_it(world, as_):
    as_(world.central).get(reverse("people:search_residents"), {"q": "Prosser"})
    page = rows(as_(world.data_protection_officer).get(LOOKED, {"action": "search"}))
    assert "Searched" in page and ">Search<" not in page
