"""A partner's link: its address is shown once, and only a fingerprint of its secret is kept."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lynchpin.frontdoor.models import PartnerLink
from lynchpin.frontdoor.queries.links import secret_for
from lynchpin.frontdoor.use_cases.give_partner_link import give_partner_link
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.kernel.models import AuditEvent, FormKey
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.frontdoor.links import GIVEN, SECRET, given
from tests.support import trail

TYPED = {name: str(value) for name, value in GIVEN.items()} | {"form_key": "one-form"}


def address_on(page):
    return re.search(r"/frontdoor/partner/(\w+)/", page.content.decode())[1]


def test_a_link_is_kept_with_its_organisation_its_uses_and_its_last_day(world):
    link = given(world)
    assert (link.organisation_id, link.uses_left, local_date(link.expires_at)) == ("school", 2, date(2026, 6, 24))
    assert trail("frontdoor.partner_link_given") == [{"organisation": "school", "days": 14, "uses": 2}]


def test_the_secret_is_in_no_record(world, as_):
    secret = address_on(as_(world.central).post("/frontdoor/links/give/", TYPED))
    kept = [list(model.unscoped.values_list()) for model in (PartnerLink, AuditEvent, FormKey)]
    assert len(secret) == 64 and secret not in str(kept)


def test_pressing_twice_makes_one_link_and_shows_its_one_address(world, as_):
    browser = as_(world.central)
    first, second = (address_on(browser.post("/frontdoor/links/give/", TYPED)) for _ in range(2))
    assert first == second and PartnerLink.unscoped.count() == 1


def test_no_two_forms_make_one_secret(world):
    assert len({secret_for(key) for key in ("a", "b", "", "")}) == 4


def test_an_organisation_that_nobody_knows_gets_none(world):
    with pytest.raises(NotFound):
        given(world, organisation="nobody")


def test_giving_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        give_partner_link(world.lead_worker, secret=SECRET, at=NOON, **GIVEN)


@pytest.mark.parametrize("changed", [{"days": "91"}, {"days": "0"}, {"uses": "51"}, {"uses": ""}, {"given_to": ""}])
def test_a_link_for_ever_or_for_nobody_is_not_made(world, as_, changed):
    assert as_(world.central).post("/frontdoor/links/give/", TYPED | changed).status_code == 422
    assert PartnerLink.unscoped.count() == 0


@pytest.mark.parametrize("address", ["/frontdoor/links/", "/frontdoor/links/give/"])
def test_only_the_centre_gives_and_lists_links(world, as_, address):
    given(world)
    browser = as_(world.central)
    assert browser.get(address).status_code == 200
    assert statements(lambda: browser.get(address)) <= 15
    assert as_(world.actor("referrer", organisation="school")).get(address).status_code == 403


def test_the_list_says_how_each_link_stands_and_shows_no_address(world, as_):
    link = given(world)
    page = as_(world.central).get("/frontdoor/links/").content.decode()
    assert "Can be used" in page and "Nest Probert" in page
    assert SECRET not in page and link.secret not in page
