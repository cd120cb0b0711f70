"""A closed day: what runs over it is due a working day later, and nothing else moves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lynchpin.frontdoor.models import Brokering, PartnerLink, ReferralClock
from lynchpin.frontdoor.use_cases.declare_closed_day import declare_closed_day
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.frontdoor.links import SECRET
from tests.support import refused, trail

THURSDAY, MONDAY = date(2026, 6, 11), date(2026, 6, 15)


def declare(actor, day):
    return declare_closed_day(actor, closed_on=day, label_en="Training day", label_cy="Diwrnod hyfforddi", at=NOON)


def test_what_runs_over_it_is_due_a_working_day_later(world):
    kept = world.screened()
    assert declare(world.system_admin, MONDAY) == 1
    assert world.kept(kept.reference).due_at == datetime(2026, 6, 16, 16, tzinfo=UTC)
    assert trail("frontdoor.closed_day_declared") == [{"on": "2026-06-15", "moved": 1}]


def test_what_runs_out_before_it_stays(world):
    kept = world.screened(urgency="same-day")
    assert declare(world.system_admin, THURSDAY) == 0
    assert world.kept(kept.reference).due_at == kept.due_at


def test_what_begins_afterwards_counts_it_from_the_start(world):
    declare(world.system_admin, MONDAY)
    world.screened()
    assert ReferralClock.unscoped.get(step="decide").due_at == datetime(2026, 6, 16, 16, tzinfo=UTC)


def test_a_providers_answer_moves_with_its_clock(world):
    world.providers()
    kept = world.brokered()
    declare(world.system_admin, MONDAY)
    assert Brokering.unscoped.get().answer_due_at == world.kept(kept.reference).due_at > kept.due_at


def test_a_link_to_answer_by_moves_with_its_question(world):
    world.providers()
    kept = world.brokered()
    give_answer_link(world.central, reference=kept.reference, secret=SECRET, given_to="Nest Probert", at=NOON)
    declare(world.system_admin, MONDAY)
    assert PartnerLink.unscoped.get().expires_at == Brokering.unscoped.get().answer_due_at > kept.due_at


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 6, 9), "closed_day_past"), (date(2026, 6, 13), "closed_day_not_worked")]
)
def test_neither_the_past_nor_a_weekend_is_closed(world, day, code):
    with refused(code):
        declare(world.system_admin, day)


def test_a_day_is_closed_once(world):
    declare(world.system_admin, MONDAY)
    with refused("closed_day_not_worked"):
        declare(world.system_admin, MONDAY)


def test_declaring_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        declare(world.central, MONDAY)


def test_the_page_lists_it(world, as_):
    browser = as_(world.system_admin)
    day = {"closed_on_day": 15, "closed_on_month": 6, "closed_on_year": 2026}
    sent = {"label_en": "Training day", "label_cy": "Diwrnod hyfforddi"} | day
    assert browser.post("/frontdoor/closed-days/", sent).status_code == 303
    assert "15 June 2026: Training day" in browser.get("/frontdoor/closed-days/").content.decode()
    assert as_(world.central).get("/frontdoor/closed-days/").status_code == 403
