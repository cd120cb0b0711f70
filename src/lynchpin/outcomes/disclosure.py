"""Disclosure control for scorecards: the house's one rule, by the name under which outcomes and later rooms know it."""

from lynchpin.kernel.disclosure import (
    BOARD,
    MARK,
    PUBLIC,
    Shown,
    Standard,
    disclosed,
    disclosed_share,
    hidden_beside_total,
)

__all__ = ["BOARD", "MARK", "PUBLIC", "Shown", "Standard", "disclosed", "disclosed_share", "hidden_beside_total"]
