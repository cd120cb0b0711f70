"""What is missing or not working, in tests."""

from __future__ import annotations

from typing import Any

from lynchpin.casework.models import Snag
from lynchpin.casework.use_cases.tell_snag import tell_snag
from lynchpin.kernel import clock


def tell(world, by=None, case=None, **told: Any) -> Snag:
    """Something told at a case, of a worker in Porth unless said."""
    by = by or world.worker
    case = case or world.case(worker=by)
    given = {"kind": "not-working", "reference": case.reference, "at": clock.now()} | told
    return again(tell_snag(by, **given))


def colleague(world, cluster="porth"):
    return world.actor("engagement-worker", cluster=cluster)


def again(snag_id: int) -> Snag:
    return Snag.unscoped.get(pk=snag_id)
