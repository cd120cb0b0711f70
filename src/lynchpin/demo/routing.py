"""Families are put up for review as far as caseloads have room, and a change of the routing rules waits for a second person."""

from __future__ import annotations

from datetime import datetime, timedelta

from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import DOMAIN
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.jobs import release_candidates
from lynchpin.frontdoor.queries.suggesting import rules_on
from lynchpin.frontdoor.use_cases.draft_routing_rules import draft_routing_rules
from lynchpin.kernel import clock
from lynchpin.site.wiring import room_in_caseloads

CHANGED = {("green", "medium"): "caseload", ("amber", "medium"): "priority"}


def keep_to_the_rules(colleagues: Colleagues, now: datetime) -> None:
    """The night's release, then a draft for the day after tomorrow."""
    with clock.held(now - timedelta(hours=9)):
        release_candidates(room=room_in_caseloads(), at=clock.now())
    with clock.held(now - timedelta(hours=3)):
        owner = colleagues.named(f"profile-owner@{DOMAIN}")
        held = rules_on(owner.bound_to("frontdoor.draft_routing_rules"), clock.today()).cells
        draft_routing_rules(
            owner,
            cells={":".join(pair): CHANGED.get(pair, held[pair]) for pair in held if pair[1] in rules.RESILIENCE},
            first=["CG03"],
            valid_from=clock.today() + timedelta(days=2),
            reason="To see what it would mean to offer many more families a worker before the winter.",
            at=clock.now(),
        )
