"""What stopping profiling would take away, with the families that nobody has decided about: said before it is pressed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from lynchpin.frontdoor.choices import CandidateState
from lynchpin.frontdoor.models import Candidate
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.profiles import rules
from lynchpin.profiles.bounding import why_stopped
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.queries.stops import Taken, taken_by_a_stop


@dataclass(frozen=True, slots=True)
class WhatStops:
    """Counts of today: runs and the families they show, families before reviewers, and families that wait to be.

    `decided` is how many families a person has decided about: those stay as they are.
    """

    taken: Taken
    released: int
    withheld: int
    decided: int
    why_not: Reason | None


@read(Permission.STOP_PROFILING)
def what_stops(actor: Actor) -> WhatStops:
    """The counts, and why it cannot be stopped. Unscoped: families are counted and none is shown, to those who see no record."""
    held = dict(Candidate.unscoped.order_by().values_list("state").annotate(Count("pk")))
    return WhatStops(
        taken=taken_by_a_stop(actor),
        released=held.get(CandidateState.RELEASED, 0),
        withheld=held.get(CandidateState.WITHHELD, 0),
        decided=held.get(CandidateState.AGREED, 0) + held.get(CandidateState.REJECTED, 0),
        why_not=rules.why_not_stop_profiling(stands=why_stopped(actor) is not None, staff_id=actor.staff_id),
    )
