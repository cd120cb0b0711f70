from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.models import Programme
from lynchpin.organisations.queries import programmes_live
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from lynchpin.organisations.use_cases.switch_on_programme import switch_on_programme
from tests.support import recorded, refused

FUND = {
    "key": "fund",
    "name_en": "Invented Fund",
    "name_cy": "Cronfa Ddychmygol",
    "funder_en": "Council",
    "funder_cy": "Cyngor",
    "valid_to": date(2027, 3, 31),
}


@pytest.fixture
def fund(world):
    load_organisations(world.system_admin, programmes=[FUND])
    return Programme.unscoped.get(key="fund")


def switch_on(world, **changes):
    given = {"key": "fund", "version": 1, "live_from": date(2026, 6, 10)} | changes
    return switch_on_programme(world.head_of_service, **given)


def test_a_programme_is_offered_from_the_day_it_is_switched_on(world, fund):
    assert programmes_live(world.worker, date(2026, 6, 10)) == []
    switch_on(world)
    assert programmes_live(world.worker, date(2026, 6, 9)) == []
    assert programmes_live(world.worker, date(2026, 6, 10)) == [("fund", "Invented Fund")]
    assert programmes_live(world.worker, date(2027, 4, 1)) == [], "its own last day ends it"
    assert recorded()[-1] == "organisations.programme_switched_on"


def test_a_programme_is_not_switched_on_after_its_last_day(world, fund):
    with refused("programme_not_running"):
        switch_on(world, live_from=date(2027, 4, 1))


def test_an_older_state_or_a_missing_programme_is_refused(world, fund):
    with pytest.raises(Stale):
        switch_on(world, version=0)
    with pytest.raises(NotFound):
        switch_on(world, key="elsewhere")


def test_a_lead_worker_switches_nothing_on(world, fund):
    with pytest.raises(NotPermitted):
        switch_on_programme(world.lead_worker, key="fund", version=1, live_from=date(2026, 6, 10))


def test_the_page_switches_a_programme_on(world, as_, fund, django_assert_max_num_queries):
    page = as_(world.head_of_service)
    address = reverse("organisations:switch_on_programme", args=["fund"])
    assert page.get(address).status_code == 200
    typed = {"form_key": "k", "version": 1, "live_from_day": 1, "live_from_month": 7, "live_from_year": 2026}
    assert page.post(address, typed).status_code == 303
    with django_assert_max_num_queries(15):
        assert "1 July 2026" in page.get(reverse("organisations:programmes")).content.decode()
    assert page.get(reverse("organisations:switch_on_programme", args=["elsewhere"])).status_code == 404


def test_everyone_reads_programmes_and_only_some_switch_them_on(world, as_, fund):
    page = as_(world.referrer)
    assert "Set the first day" not in page.get(reverse("organisations:programmes")).content.decode()
    assert page.get(reverse("organisations:switch_on_programme", args=["fund"])).status_code == 403
