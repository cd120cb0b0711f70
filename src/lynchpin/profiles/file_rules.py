"""Pure answers about partners' files: what may be declared, loaded, accepted and sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import ExtractState, LateFiles
from lynchpin_vrp.contract import OPERATION, OPERATIONS, unknown_names
from lynchpin_vrp.sources import StopRule

SETTLED_BY_A_PERSON: dict[ExtractState, frozenset[ExtractState]] = {
    ExtractState.WAITING: frozenset({ExtractState.APPLIED, ExtractState.DECLINED}),
    ExtractState.STOPPED: frozenset({ExtractState.APPLIED, ExtractState.DECLINED}),
    ExtractState.APPLIED: frozenset(),
    ExtractState.REFUSED: frozenset(),
    ExtractState.DECLINED: frozenset(),
    ExtractState.LATE: frozenset(),
}
MOST_BAD_PERCENT = 20  # beyond it a file is refused whole, whatever its feed's bounds


def why_not_declare_feed(
    *,
    columns: Mapping[str, str],
    facts: Mapping[str, str],
    trust: float,
    operations: Mapping[str, str],
    late_files: str,
) -> Reason | None:
    """`columns` and `facts` map our column names to the partner's, `operations` the partner's codes to ours."""
    if "record_id" not in columns:
        return Reason("feed_maps_no_record_id")
    if unknown := unknown_names(columns, facts):
        return Reason("feed_maps_unknown_columns", columns=", ".join(unknown))
    if odd := sorted(code for code, word in operations.items() if word not in OPERATIONS):
        return Reason("feed_operations_unknown", codes=", ".join(odd))
    if OPERATION in columns and late_files == LateFiles.KEEP:
        return Reason("feed_changes_cannot_be_late")
    return None if 0 < trust <= 1 else Reason("feed_trust_out_of_range")


def why_not_load_feed(feed: Any, *, as_at: date, held: Sequence[Any], on: date) -> Reason | None:
    """`held` are the files that the feed holds or that wait to be, the newest first."""
    if feed.stopped_at is not None:
        return Reason("feed_is_stopped")
    if as_at > on:
        return Reason("extract_dated_ahead", day=as_at.isoformat())
    if any(each.state in (ExtractState.WAITING, ExtractState.STOPPED) for each in held):
        return Reason("extract_waits_already")
    if is_late(as_at, held) and feed.late_files == LateFiles.REFUSE:
        return Reason("extract_older_than_loaded", day=_newest(held).isoformat())
    return None


def is_late(as_at: date, held: Sequence[Any]) -> bool:
    """Whether a file is older than the one that a run would read."""
    return as_at < _newest(held)


def _newest(held: Sequence[Any]) -> date:
    return max((each.as_at for each in held if each.state == ExtractState.APPLIED), default=date.min)


def why_not_keep(arrival: Any, *, agreement: Any, last: str) -> Reason | None:
    """A file is kept only as it was read: under this agreement, and compared with this last file."""
    as_read = arrival.agreement == agreement and arrival.last == last
    return None if as_read else Reason("extract_read_too_early")


def why_not_accept_extract(extract: Any, *, staff_id: int | None) -> Reason | None:
    """Whoever loaded a file may accept it, unless it was stopped."""
    if extract.state == ExtractState.STOPPED:
        return Reason("extract_is_stopped", extract=extract.reference)
    return _why_not_settle(extract, staff_id)


def why_not_accept_stopped(extract: Any, *, staff_id: int | None) -> Reason | None:
    """Two people: whoever loaded a file that was stopped never accepts it."""
    if extract.state == ExtractState.WAITING:
        return Reason("extract_not_stopped")
    if reason := _why_not_settle(extract, staff_id):
        return reason
    return Reason("extract_needs_a_second_person") if staff_id == extract.loaded_by else None


def why_not_use(*, there: bool) -> Reason | None:
    """`there` is whether the rows of a file are where they waited."""
    return None if there else Reason("extract_rows_missing")


def why_not_decline_extract(extract: Any, *, staff_id: int | None) -> Reason | None:
    return _why_not_settle(extract, staff_id)


def _why_not_settle(extract: Any, staff_id: int | None) -> Reason | None:
    if ExtractState.DECLINED not in SETTLED_BY_A_PERSON[ExtractState(extract.state)]:
        return Reason("extract_not_waiting")
    return Reason("extract_needs_a_named_person") if staff_id is None else None


def why_not_bound_feed(rule: StopRule, *, staff_id: int | None) -> Reason | None:
    """Somebody answers for the bounds of a feed."""
    if staff_id is None:
        return Reason("extract_needs_a_named_person")
    can_be = (
        0 <= rule.bad_percent <= MOST_BAD_PERCENT
        and rule.shrunk_percent < 100 < rule.grown_percent
        and min(rule.drift, rule.same_number, rule.shared) >= 1
    )
    return None if can_be else Reason("bounds_out_of_range")
