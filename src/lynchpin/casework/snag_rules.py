"""Pure answers about what is missing or does not work: what may be sent up, what is joined, and who still waits to hear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lynchpin.casework.snag_choices import SnagState
from lynchpin.kernel.errors import Reason

SNAG_TRANSITIONS: Mapping[SnagState, frozenset[SnagState]] = {
    SnagState.TOLD: frozenset({SnagState.JOINED, SnagState.ANSWERED}),
    SnagState.JOINED: frozenset({SnagState.ANSWERED}),
    SnagState.ANSWERED: frozenset({SnagState.SEEN}),
    SnagState.SEEN: frozenset(),
}
WAITING = (SnagState.TOLD, SnagState.JOINED)


def why_not_tell(words: str, names: Iterable[str]) -> Reason | None:
    """Whether words may be sent up: none of the names of the person they are about stands in them."""
    said = {*re.findall(r"\w+", words), *re.findall(r"\w+(?:['’-]\w+)*", words)}
    named = {part for name in names for part in (name, *name.split()) if part}
    return Reason("snag_names_person") if said & named else None


def why_not_work_on_snag(snag: Any) -> Reason | None:
    """Whether it can still be answered or joined with others."""
    match snag.state:
        case SnagState.JOINED:
            return Reason("snag_joined_already")
        case SnagState.ANSWERED | SnagState.SEEN:
            return Reason("snag_answered_already")
    return None


def why_not_join(snag: Any, others: Iterable[Any]) -> Reason | None:
    """Whether others can be joined with one: each still waits, and all are of its kind."""
    if no := why_not_work_on_snag(snag):
        return no
    found = list(others)
    if not found:
        return Reason("snag_joins_nothing")
    if any(other.kind_id != snag.kind_id for other in found):
        return Reason("snags_differ")
    return next((no for no in map(why_not_work_on_snag, found) if no), None)


def why_not_answer_snag(snag: Any, words: str) -> Reason | None:
    """Whether it can be answered in these words."""
    return why_not_work_on_snag(snag) or (None if words.strip() else Reason("snag_answer_without_words"))


def why_not_see(snag: Any) -> Reason | None:
    """Whether whoever told it can say that they have seen the answer."""
    if snag.state in WAITING:
        return Reason("snag_not_answered")
    return Reason("snag_seen_already") if snag.state == SnagState.SEEN else None
