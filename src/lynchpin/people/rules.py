"""Pure answers about people."""

from __future__ import annotations

from datetime import date


def age_on(born: date | None, on: date) -> int | None:
    """Whole years of age on a day; someone born on 29 February has a birthday on 1 March in other years."""
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
