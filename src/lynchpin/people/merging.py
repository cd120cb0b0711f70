"""Pure answers about merging records: when two may become one person, and what is kept to undo it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lynchpin.kernel.errors import Reason


def why_not_propose(kept: Any, merged: Any, *, pending: bool) -> Reason | None:
    """Two different records that still stand, not proposed already."""
    if kept.pk == merged.pk:
        return Reason("merge_of_one")
    return _why_not_these(kept, merged) or (Reason("merge_already_proposed") if pending else None)


def why_not_decide(proposal: Any, *, by: int | None) -> Reason | None:
    """An open proposal, decided by somebody else than its proposer."""
    if proposal.decided_at is not None:
        return Reason("merge_already_decided")
    return Reason("merge_by_proposer") if by == proposal.proposed_by else None


def why_not_merge(proposal: Any, kept: Any, merged: Any, *, by: int | None) -> Reason | None:
    """What may be decided, of records that still stand: a chain stays flat and never goes round."""
    return why_not_decide(proposal, by=by) or _why_not_these(kept, merged)


def why_not_unmerge(proposal: Any, merged: Any) -> Reason | None:
    """Merges are undone last first, so that each finds things as it left them."""
    if not proposal.approved or proposal.undone_at is not None:
        return Reason("merge_not_in_force")
    return None if merged.survivor_id == proposal.kept_id else Reason("unmerge_later_first")


def image(kept: Any, merged: Any, followers: Sequence[Any]) -> dict[str, Any]:
    """Everything a merge may change, as it was: both records whole, and which records pointed to the merged one."""
    return {"kept": _row(kept), "merged": _row(merged), "followers": [row.pk for row in followers]}


def where_it_was(before: dict[str, Any]) -> tuple[str | None, str | None]:
    """Area and cluster of the merged record before the merge."""
    return before["merged"]["area_id"], before["merged"]["cluster_id"]


def _why_not_these(kept: Any, merged: Any) -> Reason | None:
    if merged.pk == kept.survivor_id or kept.pk == merged.survivor_id:
        return Reason("merge_goes_round")
    return Reason("record_already_merged") if kept.survivor_id or merged.survivor_id else None


def _row(row: Any) -> dict[str, Any]:
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else value.isoformat()
