"""Pure answers about supervision: when the next one is due, and what can be kept of one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lynchpin.kernel.errors import Reason

WEEKS = 4  # where no rhythm is loaded for a role


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """What one of the two will do, and by when."""

    what: str
    owner_id: int
    due_on: date


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A line about one case, by its id."""

    case_id: int
    line: str


def next_due(held_on: date, weeks: int) -> date:
    """When supervision is due again."""
    return held_on + timedelta(weeks=weeks)


def why_not_keep_day(*, held_on: date, next_on: date, kept_already: bool, today: date) -> Reason | None:
    """Whether a supervision of a day can be kept."""
    if held_on > today:
        return Reason("supervision_in_future")
    if kept_already:
        return Reason("supervision_kept_already")
    return Reason("supervision_next_too_early") if next_on <= held_on else None


def why_not_agree_actions(actions: Sequence[AgreedAction], *, two: Collection[int], held_on: date) -> Reason | None:
    """Whether each action is one of the two's, and not for a day gone by."""
    if any(action.owner_id not in two for action in actions):
        return Reason("action_owned_by_others")
    early = any(action.due_on < held_on for action in actions)
    return Reason("action_before_supervision") if early else None


def why_not_talk(talks: Sequence[CaseLine], *, held: Collection[int]) -> Reason | None:
    """Whether every line is about a case that the colleague holds."""
    return Reason("talked_of_anothers_case") if any(talk.case_id not in held for talk in talks) else None


def why_not_finish(action: Any, *, may: bool) -> Reason | None:
    """Whether an action can be marked as done."""
    if not may:
        return Reason("action_not_yours")
    return Reason("action_done_already") if action.done_on is not None else None
