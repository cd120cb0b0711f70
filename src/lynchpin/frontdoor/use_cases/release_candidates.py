"""Release candidates that wait, as review time comes with the month and room in caseloads frees: the first in order first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Permission, Verb
from lynchpin.frontdoor.models import Candidate, ClusterRoom
from lynchpin.frontdoor.queries.allowance import OUTSIDE, left_on
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RELEASE_CANDIDATES)
def release_candidates(actor: Actor, *, room: Mapping[str, int], at: datetime) -> int:
    """Keep the room that caseloads have, in points by cluster, and put up for review whoever fits. Gives how many.

    Done again, it finds nothing more. `room` comes from casework, which this room does not know.
    """
    _keep(actor, room, at)
    waiting = Candidate.objects.visible_to(actor).filter(state=CandidateState.WITHHELD)
    rows = list(waiting.select_for_update().order_by("standing", "pk"))  # locked before anything is counted
    out = rules.released((row.cluster_id or OUTSIDE for row in rows), *left_on(actor, local_date(at)))
    for row, released in zip(rows, out, strict=True):
        if released:
            row.state, row.released_at = CandidateState.RELEASED, at
            row.store("state", "released_at")
    audit.record(Verb.CANDIDATES_RELEASED, None, released=sum(out), waiting=len(out) - sum(out))
    return sum(out)


def _keep(actor: Actor, room: Mapping[str, int], at: datetime) -> None:
    """The newest count of each cluster, whoever else counts in this moment; one that is counted no more is not known any more."""
    ClusterRoom.objects.visible_to(actor).exclude(cluster_id__in=list(room)).delete()
    counted = [ClusterRoom(cluster_id=key, points=room[key], counted_at=at) for key in sorted(room)]
    ClusterRoom.objects.bulk_create(
        counted, update_conflicts=True, unique_fields=["cluster"], update_fields=["points", "counted_at"]
    )
