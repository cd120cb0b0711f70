"""What a later room does after an earlier room's verb, in the same transaction. The whole list stands here; there are no signals."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.use_cases.raise_candidates import raise_candidates
from lynchpin.frontdoor.use_cases.withdraw_candidates import withdraw_candidates
from lynchpin.kernel.audit import Follower
from lynchpin.organisations.actors import clock_actor
from lynchpin.profiles.choices import Verb as Profiles


def followers() -> dict[str, tuple[Follower, ...]]:
    """Verb -> what follows it. Nobody's hand does these: the service itself does, under the role `clock`."""
    return {
        Profiles.PROFILE_RUN_APPROVED: (put_candidates_to_reviewers,),
        Profiles.PROFILE_RUN_WITHDRAWN: (take_candidates_back,),
    }


def put_candidates_to_reviewers(*, run_reference: str, at: datetime) -> None:
    """An approved run's families become candidates."""
    raise_candidates(_clock("frontdoor.raise_candidates"), run_reference=run_reference, at=at)


def take_candidates_back(*, run_reference: str, at: datetime) -> None:
    """A withdrawn run's undecided candidates go with it."""
    withdraw_candidates(_clock("frontdoor.raise_candidates"), run_reference=run_reference, at=at)


def _clock(permission: str):
    return clock_actor().bound_to(permission)
