"""Sending a referral: one form, one receipt, and nothing to be learnt from either."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.frontdoor.pages import main_of
from tests.support import trail

TOLD = {"source": "RS3", "name": "Mali Gwilym", "needs": ["home"], "urgency": "soon", "person_agrees": True}
TYPED = TOLD | {"person_agrees": "yes", "birth_date_0": "", "birth_date_1": "", "birth_date_2": ""}


def test_a_referral_is_kept_with_its_sender_and_organisation(world):
    referrer = world.actor("referrer", organisation="school")
    kept = world.referral(sent_by=referrer, **TOLD)
    assert (kept.sent_by, kept.from_organisation_id) == (referrer.staff_id, "school")
    assert trail("frontdoor.referral_sent") == [{"source": "RS3", "urgency": "soon", "agrees": True}]


def test_sending_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        send_referral(world.without(world.central, "frontdoor.send_referral"), at=NOON, **TOLD)


def test_the_receipt_is_the_same_for_a_person_known_or_unknown(world, as_):
    world.resident(forename="Mali", surname="Gwilym")
    browser = as_(world.actor("referrer", organisation="school"))
    known, unknown = (
        browser.post("/frontdoor/send/", TYPED | {"name": name}, follow=True)
        for name in ("Mali Gwilym", "Nobody Atall")
    )
    assert main_of(known) == main_of(unknown)


@pytest.mark.parametrize(("role", "back"), [("referrer", "/frontdoor/own/"), ("central-support", "/frontdoor/queue/")])
def test_the_receipt_leads_on_to_another_and_back_to_where_one_came_from(world, as_, role, back):
    browser = as_(world.actor(role, organisation="school"))
    page = main_of(browser.post("/frontdoor/send/", TYPED, follow=True))
    assert 'href="/frontdoor/send/"' in page and f'href="{back}"' in page


def test_pressing_twice_sends_one_referral(world, as_):
    browser = as_(world.actor("referrer", organisation="school"))
    for _ in range(2):
        browser.post("/frontdoor/send/", TYPED | {"form_key": "twice"})
    assert Referral.unscoped.count() == 1


def test_nobody_opens_the_receipt_of_another(world, as_):
    kept = world.referral()
    assert (
        as_(world.actor("referrer", organisation="school")).get(f"/frontdoor/sent/{kept.reference}/").status_code == 404
    )


@pytest.mark.parametrize(("role", "status"), [("referrer", 200), ("engagement-worker", 200), ("board-member", 403)])
def test_the_form_opens_for_whoever_may_send(world, as_, role, status):
    assert as_(world.actor(role)).get("/frontdoor/send/").status_code == status


def test_where_nobody_was_asked_what_is_safe_nothing_is_said_of_it(world, as_):
    as_(world.actor("referrer", organisation="school")).post("/frontdoor/send/", TYPED)
    assert Referral.unscoped.get().safe_contact == {}


def test_whoever_steps_down_brings_what_was_done_so_that_nothing_is_told_again(world, as_):
    given = TYPED | {"steps_down_from": "Intensive family support", "what_was_tried": "Weekly visits since May"}
    as_(world.actor("referrer", organisation="school")).post("/frontdoor/send/", given)
    sent = Referral.unscoped.get()
    page = as_(world.central).get(f"/frontdoor/referrals/{sent.reference}/").content.decode()
    assert "Intensive family support" in page and "Weekly visits since May" in page


def test_stepping_down_without_saying_what_was_done_is_asked_again_and_loses_nothing(world, as_):
    browser = as_(world.actor("referrer", organisation="school"))
    page = browser.post("/frontdoor/send/", TYPED | {"steps_down_from": "Intensive family support"})
    assert page.status_code == 422 and "Say what was done together" in page.content.decode()
    assert "Intensive family support" in page.content.decode() and not Referral.unscoped.exists()


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False), ("", None)])
def test_the_form_asks_whether_the_sender_may_follow_it(world, as_, answer, kept):
    as_(world.actor("referrer", organisation="school")).post("/frontdoor/send/", TYPED | {"referrer_may_know": answer})
    assert Referral.unscoped.get().referrer_may_know is kept
