"""What the front door does as the clock: when an earlier room has finished (named in `site/wiring.py`), and each night."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.use_cases import find_owners as finding
from lynchpin.frontdoor.use_cases import lapse_brokerings as lapsing
from lynchpin.frontdoor.use_cases import raise_candidates as raising
from lynchpin.frontdoor.use_cases import release_candidates as releasing
from lynchpin.frontdoor.use_cases import withdraw_candidates as withdrawing
from lynchpin.organisations.actors import clock_actor


def raise_candidates(*, run_reference: str, at: datetime) -> None:
    """After a run was approved, in the same transaction."""
    actor = clock_actor().bound_to(Permission.RAISE_CANDIDATES)
    raising.raise_candidates(actor, run_reference=run_reference, at=at)


def withdraw_candidates(*, run_reference: str, at: datetime) -> None:
    """After a run was withdrawn, in the same transaction."""
    actor = clock_actor().bound_to(Permission.RAISE_CANDIDATES)
    withdrawing.withdraw_candidates(actor, run_reference=run_reference, at=at)


def release_candidates(*, room: Mapping[str, int], at: datetime) -> int:
    """Each night: families that wait are put up for review as time and room allow. Gives how many."""
    return releasing.release_candidates(clock_actor(), room=room, at=at)


def find_owners(*, at: datetime) -> int:
    """Each night: what colleagues who left still owned goes to somebody at work. Gives how many."""
    return finding.find_owners(clock_actor(), at=at)


def lapse_brokerings(*, at: datetime) -> int:
    """Each night: silence brings people back to the front door. Gives how many."""
    return lapsing.lapse_brokerings(clock_actor(), at=at)
