"""What a later room does after an earlier room's verb, in the same transaction. The whole list stands here; there are no signals."""

from __future__ import annotations

from lynchpin.kernel.audit import Follower


def followers() -> dict[str, tuple[Follower, ...]]:
    """Verb -> what follows it."""
    return {}
