"""Every way in has a door that somebody would find: on the public page, or on the home of whoever opens it."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import ReferralSource

DOORS = {
    ReferralSource.PROFILING: "/frontdoor/candidates/",
    ReferralSource.PROFESSIONAL: "/frontdoor/send/",
    ReferralSource.JOBCENTRE: "/frontdoor/lists/",
    ReferralSource.WALK_IN: "/frontdoor/met/",
}
ON_THE_FORM = ("RS2", "RS3", "RS4", "RS6", "RS7", "WI")


@pytest.mark.parametrize("source", DOORS)
def test_the_centre_finds_it_from_home(world, as_, source):
    assert f'href="{DOORS[source]}"' in as_(world.central).get("/desk/").content.decode()


def test_a_worker_reports_whom_they_met_from_home(world, as_):
    assert 'href="/frontdoor/met/"' in as_(world.worker).get("/desk/").content.decode()


def test_anybody_asks_for_help_from_the_first_page(world, client):
    assert 'href="/help/"' in client.get("/").content.decode()


def test_whoever_sends_a_referral_says_by_which_way_it_comes(world, as_):
    page = as_(world.central).get("/frontdoor/send/").content.decode()
    assert [source for source in ReferralSource.values if f'value="{source}"' in page] == list(ON_THE_FORM)


def test_together_they_are_every_way_in():
    assert {*ON_THE_FORM, *DOORS, ReferralSource.SELF} == set(ReferralSource.values)
