"""What people decided about records, for a bound actor: what binds now, as profiling takes it."""

from __future__ import annotations

from lynchpin.kernel.actor import Actor
from lynchpin.profiles import doubting
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.link_terms import DecisionState, LinkAnswer
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin_vrp import Decision

ASKED_OF = (RunState.RECEIVED, RunState.APPROVED)  # a run that was stopped asks nothing
BINDING = (DecisionState.STANDS, DecisionState.WAITS)


def binding(actor: Actor, *states: str) -> dict[str, Decision]:
    """Reference -> decision, of answers that stand or wait for a second look, in the order given; a plain function."""
    rows = LinkDecision.objects.visible_to(actor).filter(state__in=states or BINDING)
    told = list(rows.exclude(answer=LinkAnswer.CANNOT_TELL).order_by("decided_at", "pk"))
    doubts = LinkDoubt.objects.visible_to(actor).in_bulk({row.doubt_id for row in told})
    return {row.reference: doubting.decision(doubts[row.doubt_id], row.answer, row.decided_at) for row in told}


def handed_over(actor: Actor) -> tuple[Decision, ...]:
    """The decisions that a run is to follow: those that stand."""
    return tuple(binding(actor, DecisionState.STANDS).values())
