"""What a later room does after an earlier room's verb, in the same transaction. The whole list stands here; there are no signals.

And what an earlier room is told of a later one's counts."""

from __future__ import annotations

from lynchpin.casework.choices import Verb as Casework
from lynchpin.casework.queries.headroom import cluster_headroom
from lynchpin.frontdoor import jobs as frontdoor
from lynchpin.kernel.audit import Follower
from lynchpin.organisations.actors import clock_actor
from lynchpin.pathways import jobs as pathways
from lynchpin.profiles.choices import Verb as Profiles


def room_in_caseloads() -> dict[str, int]:
    """Points that each cluster's workers have room for: casework's count, for the front door, which comes before it."""
    counted = cluster_headroom(clock_actor())
    return {each.key: each.limit - each.team_load for each in counted if each.key and each.limit}


def followers() -> dict[str, tuple[Follower, ...]]:
    """Verb -> what follows it, done by the service itself under the role `clock`."""
    return {
        Profiles.PROFILE_RUN_APPROVED: (frontdoor.raise_candidates,),
        Profiles.PROFILE_RUN_WITHDRAWN: (frontdoor.withdraw_candidates,),
        Casework.CASE_REOPENED: (pathways.drop_check_ins,),
    }
