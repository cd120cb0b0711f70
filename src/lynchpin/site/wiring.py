"""What a later room does after an earlier room's verb, in the same transaction. The whole list stands here; there are no signals."""

from __future__ import annotations

from lynchpin.casework.choices import Verb as Casework
from lynchpin.frontdoor import jobs as frontdoor
from lynchpin.kernel.audit import Follower
from lynchpin.pathways import jobs as pathways
from lynchpin.profiles.choices import Verb as Profiles


def followers() -> dict[str, tuple[Follower, ...]]:
    """Verb -> what follows it, done by the service itself under the role `clock`."""
    return {
        Profiles.PROFILE_RUN_APPROVED: (frontdoor.raise_candidates,),
        Profiles.PROFILE_RUN_WITHDRAWN: (frontdoor.withdraw_candidates,),
        Casework.CASE_REOPENED: (pathways.drop_check_ins,),
    }
