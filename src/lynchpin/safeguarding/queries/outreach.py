"""The outreach stop, for any room that would suggest, write to or approach somebody."""

from __future__ import annotations

from collections.abc import Iterable

from lynchpin.people.queries import contact_held


def outreach_stopped(resident_ids: Iterable[int]) -> set[int]:
    """Those of the ids whom nobody may approach now. Ids only, and never why: it binds even those who may not see a concern."""
    return contact_held(resident_ids)
