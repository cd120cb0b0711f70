"""Short ways to write and send digests."""

from __future__ import annotations

from typing import Any

from lynchpin.kernel import clock
from lynchpin.notices.models import Digest
from lynchpin.notices.use_cases.write_digest import Waiting, write_digest
from tests.world.staff import machine


def waiting(*ids: int) -> Waiting:
    return Waiting(frozenset(ids), "/desk/")


def write(actor: Any, **found: Waiting) -> str:
    """A digest for a colleague; kinds are written with underscores."""
    given = {kind.replace("_", "-"): each for kind, each in found.items()}
    return write_digest(machine("clock"), staff_id=actor.staff_id, found=given, at=clock.now())


def kept(reference: str) -> Digest:
    return Digest.unscoped.get(reference=reference)
