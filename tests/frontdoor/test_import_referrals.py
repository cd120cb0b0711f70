"""Referrals of a former system come over whole or not at all, and once."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.rows import RowFault, check_rows
from lynchpin.frontdoor.use_cases.import_referrals import import_referrals
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world.frontdoor import Profiled

ROW = {"former_reference": "OLD-1", "name": "Lowri Gethin", "received_on": "2026-01-12", "needs": "money; home"}
NO = ROW | {
    "former_reference": "OLD-2",
    "status": "declined-by-person",
    "decided_on": "2026-02-02",
    "birth_date": "1990-05-01",
}


def bring(actor, *rows):
    return import_referrals(actor, rows=rows, at=NOON)


def test_rows_come_over_with_their_dates_and_the_totals_add_up(world):
    counts = bring(world.central, ROW, NO)
    assert counts == {"read": 2, "added": 2, "already_here": 0} == trail("frontdoor.referrals_imported")[0]
    kept = Referral.unscoped.get(former_reference="OLD-1")
    assert (kept.needs, kept.decide_by_on) == (["money", "home"], date(2026, 1, 15))


def test_a_file_sent_again_adds_nothing(world):
    bring(world.central, ROW)
    assert bring(world.central, ROW, NO) == {"read": 2, "added": 1, "already_here": 1}


def test_one_bad_cell_keeps_the_whole_file_out(world):
    with refused("rows_not_ready"):
        bring(world.central, ROW, NO | {"status": "lost"})
    assert Referral.unscoped.count() == 0


def test_a_no_in_the_former_system_still_stops_suggestions(world):
    bring(world.central, NO)
    assert world.raised(Profiled()) == []


def test_importing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        bring(world.lead_worker, ROW)


@pytest.mark.parametrize(
    ("changed", "column", "code"),
    [
        ({"name": " "}, "name", "row_value_missing"),
        ({"name": "x" * 161}, "name", "row_value_too_long"),
        ({"received_on": "12/01/2026"}, "received_on", "row_date_unreadable"),
        ({"received_on": "2027-01-12"}, "received_on", "row_date_in_future"),
        ({"status": "lost"}, "status", "row_value_unknown"),
        ({"status": "answered"}, "decided_on", "row_value_missing"),
        ({"needs": "money;gold"}, "needs", "row_value_unknown"),
    ],
)
def test_a_fault_names_its_line_and_column_and_never_the_value(changed, column, code):
    checked = check_rows([ROW, ROW | {"former_reference": "OLD-3"} | changed], date(2026, 6, 10))
    assert checked.faults == (RowFault(3, column, code),)
    assert (len(checked.rows), checked.faulty, checked.read) == (1, 1, 2)


def test_a_reference_that_stands_twice_is_a_fault():
    checked = check_rows([ROW, ROW], date(2026, 6, 10))
    assert checked.faults == (RowFault(3, "former_reference", "row_reference_twice"),)
