"""Pure answers about records in doubt: who may answer, what needs a second look, and what may be undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from lynchpin.kernel.errors import Reason
from lynchpin.profiles.link_terms import LIVE, DecisionState, LinkAnswer
from lynchpin_vrp import Decision, contradiction

ANSWER_TRANSITIONS: dict[DecisionState, frozenset[DecisionState]] = {
    DecisionState.WAITS: frozenset({DecisionState.STANDS, DecisionState.DECLINED, DecisionState.UNDONE}),
    DecisionState.STANDS: frozenset({DecisionState.UNDONE}),
    DecisionState.UNSURE: frozenset({DecisionState.UNDONE}),
    DecisionState.DECLINED: frozenset(),
    DecisionState.UNDONE: frozenset(),
}


def state_of_answer(answer: str, *, child: bool) -> DecisionState:
    """Joining a child's records is the harm that linking must not do: it waits until another person has looked."""
    if answer == LinkAnswer.CANNOT_TELL:
        return DecisionState.UNSURE
    return DecisionState.WAITS if child and answer == LinkAnswer.SAME else DecisionState.STANDS


def why_not_decide_link(doubt: Any, *, answered: bool, asked: bool = True, staff_id: int | None) -> Reason | None:
    """`answered` is whether the two records have an answer already, `asked` whether their run still stands."""
    if staff_id is None:
        return Reason("link_needs_a_named_person")
    if answered:
        return Reason("link_answered_already")
    return None if doubt.is_open and asked else Reason("link_no_longer_asked")


def why_not_together(new: Decision | None, others: Mapping[str, Decision]) -> Reason | None:
    """Why an answer cannot be so together with others, by their references. None of it is asked where it binds nothing."""
    if new is None:
        return None
    found = contradiction([new, *others.values()])
    return Reason("link_answer_contradicts", decisions=_named(found, list(others))) if found else None


def why_not_look_again(decision: Any, *, staff_id: int | None) -> Reason | None:
    """Two people: whoever gave an answer never takes the second look."""
    if decision.state != DecisionState.WAITS:
        return Reason("link_not_waiting")
    if staff_id is None:
        return Reason("link_needs_a_named_person")
    return Reason("link_needs_a_second_person") if staff_id == decision.decided_by else None


def why_not_undo_link(decision: Any, *, staff_id: int | None) -> Reason | None:
    if DecisionState.UNDONE not in ANSWER_TRANSITIONS[DecisionState(decision.state)]:
        return Reason("link_answer_not_in_force")
    return Reason("link_needs_a_named_person") if staff_id is None else None


def is_live(state: str) -> bool:
    return state in LIVE


def _named(places: Collection[int], references: Sequence[str]) -> str:
    return ", ".join(references[place - 1] for place in sorted(places) if place)
