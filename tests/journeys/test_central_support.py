"""A co-ordinator of the central team keeps the front door's clock."""

from __future__ import annotations

from datetime import timedelta

from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from tests.journeys import given


def at_the_breach(arrive):
    """A co-ordinator at the page of a referral that breaches today, and the referral."""
    with clock.held(clock.now() - timedelta(days=5)):
        sent = given.referral(routed=False, at=clock.now())
    centre = arrive("central-support")
    centre.follow(centre.section("breaches").locator(f"a[href$='/{sent.reference}/']"))
    return centre, sent


def say_who_it_is_about(centre, sent, cluster):
    forename, surname = sent.told_name.split()
    centre.follow("/screen/")
    centre.answer(forename=forename, surname=surname, area_code=given.area_of(cluster))
    centre.submit()


def test_what_breaches_today_stands_first_and_one_is_answered(arrive):
    # given a referral of last week
    centre, sent = at_the_breach(arrive)
    # when the co-ordinator says who it is about and what was advised
    say_who_it_is_about(centre, sent, "")
    centre.follow("/answer/")
    centre.answer(advice_given="Rang with them to the warm homes line.")
    centre.submit()
    # then it is answered, and breaches no longer
    assert kept(sent).status == "answered"
    centre.visit("/desk/")
    assert not centre.section("breaches").locator(f"a[href$='/{sent.reference}/']").count()


def test_one_that_breaches_is_routed_and_finds_its_lead_worker(arrive):
    # given a referral of last week
    centre, sent = at_the_breach(arrive)
    # when the co-ordinator routes somebody of Taf West
    say_who_it_is_about(centre, sent, "taf_west")
    centre.follow("/route/")
    centre.answer(route="caseload", route_reason="Would like company to the college")
    centre.submit()
    # then the lead worker of that cluster has it, and sees it at home
    assert kept(sent).owner_id == given.staff("lead-worker-2").pk
    lead = arrive("lead-worker-2")
    assert lead.section("to-open").locator(f"a[href$='/open/{sent.reference}/']").count() == 1


def test_somebody_outside_every_cluster_is_routed_to_the_centre(arrive):
    # given a referral of last week
    centre, sent = at_the_breach(arrive)
    # when the co-ordinator routes somebody whose area is in no cluster
    say_who_it_is_about(centre, sent, "")
    centre.follow("/route/")
    centre.answer(route="caseload", route_reason="Would like company to the college")
    centre.submit()
    # then it has an owner: the co-ordinator, who finds it at home
    assert kept(sent).owner_id == given.staff("central-support").pk
    centre.visit("/desk/")
    assert centre.section("outside").locator(f"a[href*='{sent.reference}']").count()


def kept(sent: Referral) -> Referral:
    return Referral.unscoped.get(reference=sent.reference)
