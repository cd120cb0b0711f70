"""Somebody who lives outside every cluster is helped from the first word to the last, by the centre and any worker with room."""

from __future__ import annotations

import pytest

from lynchpin.casework.models import Case
from tests.casework.counting import statements


@pytest.fixture
def routed(world):
    """A referral of the rest of the county, which the centre owns."""
    referral = world.routed(referral=world.kept(world.asks_for_help()), area_code=world.OUTSIDE)
    assert (referral.cluster_id, referral.owner_id) == (None, world.central.staff_id)
    return referral


def opened(world, browser, referral) -> Case:
    page = browser.get(f"/frontdoor/referrals/{referral.reference}/").content.decode()
    address = f"/casework/open/{referral.reference}/"
    assert f'href="{address}"' in page
    answers = {"complexity": "steady", "family_size": 2, "intensity": "fortnightly"}
    assert browser.get(address).status_code == 200
    assert browser.post(address, answers).status_code == 303
    return Case.unscoped.get(referral_reference=referral.reference)


def test_the_centre_opens_it_finds_a_worker_and_closes_it_when_the_goal_is_reached(world, as_, routed):
    assert world.worker and world.actor("engagement-worker", cluster="taf-west")
    case = opened(world, as_(world.central), routed)
    assert case.lead_id == world.central.staff_id
    board = as_(world.central).get("/casework/allocation/").content.decode()
    assert f"/casework/{case.reference}/allocate/" in board, "it is seen waiting"
    page = as_(world.central).get(f"/casework/{case.reference}/allocate/")
    assert len([offer for offer in page.context["offers"] if offer.form]) == 2, "workers of every cluster with room"
    chosen = {"worker_id": world.worker.staff_id, "version": case.version}
    assert as_(world.central).post(f"/casework/{case.reference}/allocate/", chosen).status_code == 303
    for step in (world.contact, world.conversation, world.plan, world.outcome):
        step(case, world.worker)
    address = f"/outcomes/{case.reference}/close/"
    browser = as_(world.central)
    version = browser.get(address).context["form"]["version"].value()
    assert browser.post(address, {"version": version, "reason": "goals-reached"}).status_code == 303
    assert world.again(case.reference).end_reason == "goals-reached"


def test_a_lead_worker_of_a_cluster_sees_neither_the_referral_nor_the_case(world, as_, routed):
    case = opened(world, as_(world.central), routed)
    browser = as_(world.lead_worker)
    pages = (f"/frontdoor/referrals/{routed.reference}/", f"/casework/{case.reference}/")
    assert {browser.get(page).status_code for page in pages} == {404}


def test_only_a_routed_referral_offers_a_case(world, as_, routed):
    browser = as_(world.central)
    waiting = world.kept(world.asks_for_help())
    assert "/casework/open/" not in browser.get(f"/frontdoor/referrals/{waiting.reference}/").content.decode()
    opened(world, browser, routed)
    assert "/casework/open/" not in browser.get(f"/frontdoor/referrals/{routed.reference}/").content.decode()


def test_offering_a_case_to_many_workers_asks_no_more_than_to_few(world, as_, routed):
    assert world.worker
    case = opened(world, as_(world.central), routed)
    browser, address = as_(world.central), f"/casework/{case.reference}/allocate/"
    browser.get(address)
    few = statements(lambda: browser.get(address))
    for _ in range(4):
        world.actor("engagement-worker", cluster="porth")
    assert statements(lambda: browser.get(address)) == few <= 30
