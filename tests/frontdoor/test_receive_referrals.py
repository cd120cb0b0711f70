"""Referrals of a former system come over as they stood, and wait for a colleague to say who they are about."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.rows import RowFault, check_rows
from lynchpin.frontdoor.use_cases.receive_referrals import receive_referrals
from lynchpin.kernel.errors import NestedUseCase
from tests.conftest import NOON
from tests.support import trail
from tests.world.frontdoor import Profiled
from tests.world.people import inside_a_use_case

ROW = {"former_reference": "OLD-1", "name": "Lowri Gethin", "received_on": "2026-01-12", "needs": "money; home"}
NO = ROW | {
    "former_reference": "OLD-2",
    "status": "declined-by-person",
    "decided_on": "2026-02-02",
    "birth_date": "1990-05-01",
}


def receive(actor, *rows):
    with inside_a_use_case():
        return receive_referrals(actor, rows=check_rows(rows, NOON.date()).rows, at=NOON)


def test_rows_come_over_with_their_days_and_are_counted(world):
    assert receive(world.central, ROW, NO) == 2
    kept = Referral.unscoped.get(former_reference="OLD-1")
    assert (kept.needs, kept.decide_by_on) == (["money", "home"], date(2026, 1, 15))
    assert trail("frontdoor.referrals_received") == [{"received": 2}]


def test_they_wait_untied_with_their_first_step(world):
    receive(world.central, ROW)
    kept = Referral.unscoped.get()
    assert (kept.status, kept.resident_id) == ("received", None)
    assert TimelineEntry.unscoped.get().at == kept.received_at


def test_one_of_today_has_not_come_later_than_now(world):
    receive(world.central, ROW | {"received_on": "2026-06-10"})
    assert Referral.unscoped.get().received_at <= NOON


def test_a_no_in_the_former_system_still_stops_suggestions(world):
    receive(world.central, NO)
    assert world.raised(Profiled()) == []


def test_only_a_use_case_may_receive(world):
    with pytest.raises(NestedUseCase):
        receive_referrals(world.central, rows=(), at=NOON)


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
