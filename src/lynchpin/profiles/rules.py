"""Pure answers: what may be loaded, run, approved and stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import RunState
from lynchpin_vrp import FACTS, IDENTITY

TRANSITIONS: dict[RunState, frozenset[RunState]] = {
    RunState.COMMISSIONED: frozenset({RunState.RECEIVED, RunState.FAILED, RunState.WITHDRAWN}),
    RunState.RECEIVED: frozenset({RunState.APPROVED, RunState.WITHDRAWN}),
    RunState.APPROVED: frozenset({RunState.WITHDRAWN}),
    RunState.WITHDRAWN: frozenset(),
    RunState.FAILED: frozenset(),
}


def may_become(run: Any, state: RunState) -> bool:
    return state in TRANSITIONS[RunState(run.state)]


def why_not_declare_feed(*, columns: Mapping[str, str], facts: Mapping[str, str], trust: float) -> Reason | None:
    """`columns` and `facts` map our column names to the partner's."""
    if "record_id" not in columns:
        return Reason("feed_maps_no_record_id")
    if unknown := sorted((set(columns) - set(IDENTITY)) | (set(facts) - set(FACTS))):
        return Reason("feed_maps_unknown_columns", columns=", ".join(unknown))
    return None if 0 < trust <= 1 else Reason("feed_trust_out_of_range")


def why_not_load_feed(feed: Any, *, as_at: date, newest: date | None, on: date) -> Reason | None:
    """`newest` is the date of the newest file that the feed holds already."""
    if feed.stopped_at is not None:
        return Reason("feed_is_stopped")
    if as_at > on:
        return Reason("extract_dated_ahead", day=as_at.isoformat())
    if newest and as_at < newest:
        return Reason("extract_older_than_loaded", day=newest.isoformat())
    return None


def why_not_keep(arrival: Any, *, agreement: Any, last: str) -> Reason | None:
    """A file is kept only as it was read: under this agreement, and compared with this last file."""
    as_read = arrival.agreement == agreement and arrival.last == last
    return None if as_read else Reason("extract_read_too_early")


def why_not_commission_profile_run(
    *, named: Collection[str], unknown: Collection[str], impact_assessment: str, review_on: date, feeds: int, on: date
) -> Reason | None:
    """`named` are the places of the population, `unknown` those of them that do not exist; `feeds` may be read."""
    if not named:
        return Reason("run_without_population")
    if unknown:
        return Reason("run_over_unknown_place")
    if not impact_assessment.strip():
        return Reason("run_without_assessment")
    if review_on <= on:
        return Reason("run_review_in_the_past")
    return None if feeds else Reason("run_without_feeds")


def why_not_receive_profile_run(run: Any) -> Reason | None:
    return None if may_become(run, RunState.RECEIVED) else Reason("run_is_not_waiting_for_results")


def why_not_approve_profile_run(run: Any, *, staff_id: int | None, on: date) -> Reason | None:
    """Two people: whoever commissioned a run never approves it."""
    if not may_become(run, RunState.APPROVED):
        return Reason("run_is_not_waiting_for_approval")
    if staff_id is None:
        return Reason("run_needs_a_named_approver")
    if staff_id == run.commissioned_by:
        return Reason("run_needs_a_second_person")
    return Reason("run_review_is_due") if run.review_on <= on else None


def why_not_withdraw_profile_run(run: Any) -> Reason | None:
    return None if may_become(run, RunState.WITHDRAWN) else Reason("run_already_stopped")
