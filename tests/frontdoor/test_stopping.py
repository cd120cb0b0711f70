"""Stopping profiling, seen from the front door: what waits is withdrawn, what a person decided stays, and the page says so first."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lynchpin.frontdoor.jobs import release_candidates
from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.frontdoor.queries.stopping import what_stops
from lynchpin.kernel import audit
from lynchpin.profiles.models import ProfilingStop
from lynchpin.site.wiring import followers
from tests.conftest import NOON
from tests.world.frontdoor import Profiled

HERE = reverse("frontdoor:stop_profiling")
PRESSED = {"reason": "harm", "words": "A worker saw something.", "form_key": ""}


@pytest.fixture(autouse=True)
def wired():
    before = dict(audit._followers)
    audit.wire(followers())
    yield
    audit.wire(before)


def test_every_undecided_family_of_every_run_is_withdrawn_and_nothing_else_is_touched(world):
    first, second = world.raised(Profiled(), Profiled(key="f2"))
    referral = world.agreed(first)
    others = world.raised(*(Profiled(key=f"g{n}") for n in range(7)))
    assert {each.state for each in others} == {"released", "withheld"}
    kept = Referral.unscoped.values().get(reference=referral)
    world.stopped()
    states = dict(Candidate.unscoped.values_list("pk", "state"))
    assert {states[each.pk] for each in others} == {"withdrawn"}
    assert (states[first.pk], states[second.pk]) == ("agreed", "lapsed")
    assert Referral.unscoped.values().get(reference=referral) == kept


def test_the_nightly_release_finds_nobody_afterwards(world):
    world.raised(*(Profiled(key=f"f{n}") for n in range(7)))
    world.stopped()
    assert release_candidates(room={"porth": 1000}, at=NOON) == 0


def test_the_page_counts_before_it_is_pressed(world, as_, django_assert_max_num_queries):
    first, *_rest = world.raised(*(Profiled(key=f"f{n}") for n in range(7)))
    world.rejected(first)
    facts = what_stops(world.head_of_service)
    assert (facts.taken.families, facts.released + facts.withheld, facts.decided) == (7, 6, 1)
    client = as_(world.head_of_service)
    with django_assert_max_num_queries(30):
        page = client.get(HERE).content.decode()
    assert "families are shown no longer" in page and "undecided families are withdrawn" in page


def test_one_press_with_a_reason_stops_it(world, as_):
    client = as_(world.data_protection_officer)
    assert client.post(HERE, PRESSED | {"reason": ""}).status_code == 422
    assert client.post(HERE, PRESSED | {"words": ""}).status_code == 422
    page = client.post(HERE, PRESSED, follow=True).content.decode()
    assert "Profiling is stopped." in page and "People may come to harm by it" in page
    assert ProfilingStop.unscoped.get().stopped_by == world.data_protection_officer.staff_id


def test_a_stopped_one_offers_no_second_press(world, as_):
    world.stopped()
    page = as_(world.commissioner).get(HERE).content.decode()
    main = page[page.index("<main") : page.index("</main")]
    assert "Profiling is stopped already." in main and "<form" not in main


@pytest.mark.parametrize("role", ["central-support", "system-admin", "analyst"])
def test_other_roles_have_no_such_page(world, as_, role):
    assert as_(world.actor(role)).get(HERE).status_code == 403
