"""A change of the rules is drafted whole, one at a time, and changes nothing by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.frontdoor.routing import CHANGED, PACK, drafted
from tests.support import refused, trail
from tests.world.frontdoor import Profiled

TODAY = NOON.date()


def test_a_draft_is_kept_with_the_column_of_the_unheard_and_recorded(world):
    world.matrix()
    kept = drafted(world)
    assert (kept.number, kept.state, kept.cells["amber:not_yet_heard"]) == (1, "drafted", "caseload")
    assert trail("frontdoor.routing_rules_drafted") == [{"edition": 1, "valid_from": "2026-06-10"}]


def test_a_draft_changes_nobodys_suggestion(world):
    world.matrix()
    drafted(world)
    assert world.raised(Profiled(bands=("green", "low"))) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"cells": PACK}, "routing_same_as_now"),
        ({"cells": {"amber:low": "priority"}}, "routing_not_whole"),
        ({"cells": CHANGED | {"red:low": "statutory"}}, "routing_not_whole"),
        ({"cells": CHANGED | {"red:low": "prison"}}, "routing_not_whole"),
        ({"first": ["CG99"]}, "routing_group_unknown"),
        ({"valid_from": TODAY - timedelta(days=1)}, "routing_from_the_past"),
    ],
)
def test_what_makes_no_edition_is_refused(world, changed, code):
    world.matrix()
    world.framework()
    with refused(code):
        drafted(world, **changed)


def test_a_group_that_is_in_force_may_come_first(world):
    world.matrix()
    world.framework()
    assert drafted(world, cells=PACK, first=["CG08"]).first == ["CG08"]


def test_one_draft_waits_at_a_time(world):
    world.matrix()
    drafted(world)
    with refused("routing_draft_open"):
        drafted(world, valid_from=date(2026, 7, 1))


def test_drafting_needs_its_permission(world):
    world.matrix()
    with pytest.raises(NotPermitted):
        drafted(world, world.central)


def test_the_page_starts_from_what_holds_and_keeps_the_draft(world, as_):
    world.matrix()
    world.framework()
    browser = as_(world.commissioner)
    page = browser.get("/frontdoor/routing/draft/").content.decode()
    assert '<option value="priority" selected>' in page
    day = {"valid_from_day": 10, "valid_from_month": 6, "valid_from_year": 2026}
    cells = {pair.replace(":", "_"): route for pair, route in CHANGED.items()}
    sent = browser.post("/frontdoor/routing/draft/", cells | day | {"reason": "Winter is hard.", "first": ["CG03"]})
    assert sent.status_code == 303 and sent["Location"] == "/frontdoor/routing/1/"
    assert RoutingEdition.unscoped.get().first == ["CG03"]
    assert "waits already" in browser.get("/frontdoor/routing/draft/").content.decode()
    assert as_(world.central).get("/frontdoor/routing/draft/").status_code == 403
