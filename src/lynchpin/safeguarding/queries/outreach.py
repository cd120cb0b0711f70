"""The outreach stop, for any room that would suggest, write to or approach somebody."""

from __future__ import annotations

from collections.abc import Iterable

from lynchpin.kernel.actor import Actor
from lynchpin.people.queries import contact_held, held_now


def outreach_stopped(resident_ids: Iterable[int]) -> set[int]:
    """Those of the ids whom nobody may approach now. Ids only, and never why: it binds even those who may not see a concern."""
    return contact_held(resident_ids)


def approach_stopped(actor: Actor, resident_ids: Iterable[int]) -> set[int]:
    """The same for a page that asks for several lists of people."""
    return set(resident_ids) & held_now(actor)
