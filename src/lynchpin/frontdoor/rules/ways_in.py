"""Whether somebody may come in by a meeting, by a partner's link or by a list."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from lynchpin.frontdoor.choices import LinkState, ListState
from lynchpin.kernel.errors import Reason

NOT_USABLE = Reason("link_not_usable")  # one answer for every link that does not open: whoever guesses learns nothing
SETTLED = {ListState.TAKEN_IN: "list_taken_in_already", ListState.SET_ASIDE: "list_set_aside_already"}
STAGED_BEFORE = {ListState.TAKEN_IN: "list_taken_in_already", ListState.STAGED: "list_staged_already"}


class Link(Protocol):
    """What decides whether a link opens."""

    revoked_at: datetime | None
    expires_at: datetime
    uses_left: int


def why_not_report(*, agrees: bool) -> Reason | None:
    """Somebody met at an activity is told of only with their yes."""
    return None if agrees else Reason("met_person_has_not_agreed")


def link_state(link: Link, at: datetime) -> LinkState:
    """How a link stands at a moment; one that was taken back says so, whatever else it is."""
    if link.revoked_at is not None:
        return LinkState.REVOKED
    if link.expires_at <= at:
        return LinkState.EXPIRED
    return LinkState.OPEN if link.uses_left else LinkState.USED_UP


def opens(link: Link, at: datetime) -> bool:
    """Whether a link can be used at a moment."""
    return link_state(link, at) == LinkState.OPEN


def why_not_revoke(link: Link) -> Reason | None:
    """A link is taken back once; one that is over may still be, so that nobody has to judge that first."""
    return Reason("link_revoked_already") if link.revoked_at is not None else None


def why_not_stage(state_of_same_file: str) -> Reason | None:
    """A file is sent once; one that was set aside may come again."""
    found = STAGED_BEFORE.get(ListState(state_of_same_file)) if state_of_same_file else None
    return Reason(found) if found else None


def why_not_settle(state: str) -> Reason | None:
    """A list is settled once."""
    found = SETTLED.get(ListState(state))
    return Reason(found) if found else None


def why_not_take_in(state: str, *, faulty: int) -> Reason | None:
    """A list is taken in whole: while a line needs attention, nobody on it is."""
    if settled := why_not_settle(state):
        return settled
    return Reason("list_has_faults", count=faulty) if faulty else None
