"""Short ways to say what a test expects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from lynchpin.kernel.errors import Refused
from lynchpin.kernel.models import AuditEvent


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The block is refused for this reason."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.reason.code == code


def recorded() -> list[str]:
    """The verbs in the trail, oldest first."""
    return list(AuditEvent.unscoped.order_by("pk").values_list("verb", flat=True))


def trail(verb: str) -> list[dict[str, Any]]:
    """The facts kept for a verb, oldest first."""
    return list(AuditEvent.unscoped.filter(verb=verb).order_by("pk").values_list("facts", flat=True))
