"""The queue: least time left first, breaches in words, filters in the address, and an export for a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry
from tests.casework.counting import statements
from tests.conftest import NOON

STATEMENTS = 15


def test_what_is_late_stands_first_and_says_so(world, as_):
    world.referral(name="Routine Person")
    world.referral(name="Late Person", at=NOON - timedelta(days=20))
    browser = as_(world.central)
    page = browser.get("/frontdoor/queue/").content.decode()
    assert statements(lambda: browser.get("/frontdoor/queue/")) <= STATEMENTS
    assert page.index("Late Person") < page.index("Routine Person")
    assert "Late by 9 working days" in page and "3 working days left" in page and "Decide what happens next" in page


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?urgency=same-day", {"Urgent Person"}),
        ("?source=RS7", {"Jobs Person"}),
        ("?status=routed", {"Routed Person"}),
        ("?cluster=porth&status=routed", {"Routed Person"}),
        ("?cluster=taf-west&status=routed", set()),
        ("?sort=nonsense&page=zero", {"Urgent Person", "Jobs Person"}),
    ],
)
def test_a_filter_is_an_address(world, as_, address, found):
    world.referral(name="Urgent Person", urgency="same-day")
    world.referral(name="Jobs Person", source="RS7")
    world.routed(name="Routed Person")
    page = as_(world.central).get(f"/frontdoor/queue/{address}").content.decode()
    assert {name for name in ("Urgent Person", "Jobs Person", "Routed Person") if name in page} == found


def test_nothing_is_late_that_was_decided(world, as_):
    world.answered(world.referral(name="Advised Person", at=NOON - timedelta(days=20)))
    page = as_(world.central).get("/frontdoor/queue/?status=answered").content.decode()
    assert "Advised Person" in page and "Late by" not in page and "No clock runs" in page


def test_what_was_routed_is_late_when_nobody_was_named_in_time(world, as_):
    with clock.held(NOON - timedelta(days=20)):
        world.routed(name="Routed Person")
    page = as_(world.central).get("/frontdoor/queue/?status=routed").content.decode()
    assert "Routed Person" in page and "Late by" in page and "Name a worker" in page


def test_whoever_keeps_the_queue_can_tell_of_somebody_who_rings(world, as_):
    assert 'href="/frontdoor/send/"' in as_(world.central).get("/frontdoor/queue/").content.decode()


@pytest.mark.parametrize("role", ["lead-worker", "referrer", "data-protection-officer"])
def test_the_queue_is_the_centres(world, as_, role):
    assert as_(world.actor(role)).get("/frontdoor/queue/").status_code == 403


def test_an_export_asks_why_keeps_the_reason_and_names_nobody(world, as_):
    referral = world.referral(name="Mali Gwilym")
    browser = as_(world.actor("head-of-service"))
    assert browser.get("/frontdoor/queue/export/").status_code == 200
    assert browser.post("/frontdoor/queue/export/", {"form_key": "unanswered"}).status_code == 422
    text = browser.post("/frontdoor/queue/export/", {"reason": "workload"}).content.decode("utf-8-sig")
    assert referral.reference in text and "Gwilym" not in text
    entry = AccessEntry.unscoped.filter(action="export").get()
    assert entry.reason_code == "workload"


def test_the_centre_itself_may_not_take_the_queue_away(world, as_):
    assert as_(world.central).get("/frontdoor/queue/export/").status_code == 403
