"""Routing always finds an owner, and approaches nobody who is to be left in peace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.models import TimelineEntry
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from lynchpin.people.use_cases.form_family import form_family
from tests.conftest import NOON
from tests.support import recorded, refused


def route(actor, kept, **given):
    told = {"reference": kept.reference, "version": kept.version, "route": "caseload", "route_reason": "Company."}
    return route_referral(actor, at=NOON, **told | given)


def test_somebody_in_a_cluster_goes_to_its_lead(world):
    lead = world.lead_worker
    kept = world.routed()
    assert (kept.status, kept.owner_id) == (ReferralStatus.ROUTED, lead.staff_id)
    assert recorded()[-2:] == ["frontdoor.referral_routed", "notices.notice_held"]


def test_somebody_outside_every_cluster_has_an_owner_at_the_centre(world):
    assert world.lead_worker.staff_id != world.routed(area_code=world.OUTSIDE).owner_id == world.central.staff_id


def test_a_cluster_without_a_lead_goes_to_the_centre(world):
    assert world.routed(area_code=world.IN_TAF_WEST).owner_id == world.central.staff_id


def test_a_family_that_has_somebody_keeps_them(world):
    resident = world.resident()
    world.involve(world.worker, resident)
    assert world.routed(resident=resident).owner_id == world.worker.staff_id


def steps(kept):
    return list(TimelineEntry.unscoped.filter(referral_id=kept.pk).order_by("pk").values_list("kind", flat=True))


def test_whoever_has_a_worker_gets_no_second_one_and_the_worker_is_told(world, as_):
    case = world.case(worker=world.worker)
    kept = world.routed(resident=world.resident_of(case), name="Known Person")
    assert (kept.status, kept.owner_id, kept.due_at) == ("taken-up", case.lead_id, None)
    assert steps(kept)[-3:] == ["routed", "lead-told", "joined"]
    assert "Known Person" in as_(world.lead_worker).get("/desk/").content.decode()


def test_somebody_of_a_family_that_has_a_lead_goes_to_that_lead_whatever_their_cluster(world):
    case = world.case()
    sister = world.resident(area_code=world.IN_TAF_WEST)
    members = [(world.resident_of(case).reference, "adult"), (sister.reference, "adult")]
    form_family(world.central, members=members, at=NOON)
    kept = world.routed(resident=sister)
    assert (kept.status, kept.owner_id, steps(kept)[-1]) == ("routed", case.lead_id, "lead-told")


def test_somebody_without_a_family_lead_is_nobodys_news(world):
    assert world.lead_worker
    assert "lead-told" not in steps(world.routed())


def test_the_lead_of_a_family_is_told_before_its_other_workers(world):
    resident = world.resident()
    world.involve(world.worker, resident, on=clock.today() - timedelta(days=30))
    world.involve(world.lead_worker, resident)
    assert world.routed(resident=resident).owner_id == world.lead_worker.staff_id


def test_what_nobody_has_looked_at_is_not_routed(world):
    with refused("screen_first"):
        route(world.central, world.referral())


def test_nobody_is_approached_within_a_year_of_their_no(world):
    resident = world.resident()
    world.said_no(world.screened(resident=resident))
    with refused("no_within_a_year"):
        route(world.central, world.screened(resident=resident, person_agrees=False))


def test_whoever_says_yes_to_a_referrer_after_a_no_is_welcome(world):
    resident = world.resident()
    world.said_no(world.screened(resident=resident))
    assert world.routed(resident=resident, person_agrees=True).status == ReferralStatus.ROUTED


def test_whoever_asks_after_a_no_is_welcome(world):
    resident = world.resident()
    world.said_no(world.screened(resident=resident))
    asked = world.kept(world.asks_for_help())
    assert world.routed(referral=asked, resident=resident).status == ReferralStatus.ROUTED


def test_nobody_is_approached_while_outreach_is_stopped(world):
    kept = world.screened()
    world.contact_stopped(world.resident_behind(kept))
    with refused("outreach_stopped"):
        route(world.central, kept)


def test_nobody_is_approached_a_fourth_time_in_six_weeks(world):
    resident = world.resident()
    before = world.routed(resident=resident)
    for _ in range(3):
        world.extended(before, "approach")
    with refused("approached_three_times"):
        route(world.central, world.screened(resident=resident, person_agrees=False))


def test_a_sealed_persons_referral_cannot_be_routed(world):
    kept = world.screened()
    world.restrict(world.resident_behind(kept), "sealed")
    with pytest.raises(NotFound):
        route(world.central, kept)


def test_routing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        route(world.lead_worker, world.screened())


def test_the_page_shows_why_not_in_place_of_the_form(world, as_):
    kept = world.screened()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/route/"
    assert 'name="route_reason"' in browser.get(address).content.decode()
    world.contact_stopped(world.resident_behind(kept))
    page = browser.get(address).content.decode()
    assert "Outreach to this person is stopped" in page and 'name="route_reason"' not in page


def test_the_page_is_not_for_a_lead_worker(world, as_):
    assert as_(world.lead_worker).get(f"/frontdoor/referrals/{world.screened().reference}/route/").status_code == 403


def test_whoever_agreed_is_told_in_their_language_by_their_safe_way_and_by_when(world):
    kept = world.routed(resident=world.reachable("email", language="cy"))
    notice = Notice.unscoped.get()
    assert (notice.kind, notice.language, notice.channel, notice.state) == (
        "referral-received",
        "cy",
        "email",
        "waiting",
    )
    assert (notice.about_reference, notice.params) == (kept.reference, {"answer_by": kept.decide_by_on.isoformat()})


def test_before_anybody_asked_what_is_safe_the_notice_is_held(world):
    world.routed(resident=world.resident(address="7 Y Stryd"))
    assert Notice.unscoped.get().held_reason == "notice_not_asked"


def test_no_answer_is_promised_for_a_day_that_has_passed(world):
    kept = world.screened(resident=world.reachable("letter"))
    told = {"route": "caseload", "route_reason": "Company.", "at": NOON + timedelta(days=30)}
    route_referral(world.central, reference=kept.reference, version=kept.version, **told)
    assert Notice.unscoped.get().params == {}


def test_somebody_who_did_not_agree_gets_no_notice(world):
    world.routed(resident=world.reachable("letter"), person_agrees=False)
    assert not Notice.unscoped.exists()


def test_somebody_for_whom_another_asked_gets_no_notice(world):
    asked = world.kept(world.asks_for_help(asked_for_self=False, told_by="Their neighbour"))
    world.routed(referral=asked, resident=world.reachable("letter"))
    assert not Notice.unscoped.exists()


def test_after_a_later_no_nothing_is_written_even_about_what_was_asked_before(world):
    resident = world.reachable("letter")
    asked = world.screened(resident=resident)
    world.said_no(world.screened(resident=resident))
    route(world.central, asked)
    assert not Notice.unscoped.exists()


def test_a_new_request_after_an_old_no_is_answered(world):
    resident = world.reachable("letter")
    world.said_no(world.screened(resident=resident))
    with clock.held(NOON + timedelta(days=30)):
        world.routed(referral=world.referral(), resident=resident)
    assert Notice.unscoped.count() == 1
