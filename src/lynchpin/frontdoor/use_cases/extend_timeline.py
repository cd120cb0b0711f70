"""Extend a referral's timeline with what a later room did, so that one record tells the whole journey."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part


@part
def extend_timeline(
    actor: Actor, *, reference: str, kind: str, at: datetime, note: str = "", for_referrer: bool = False
) -> None:
    """Add a step; `kind` is a code of `choices.TimelineKind`. A step `for_referrer` is shown to whoever sent it, without its note.

    Raises ValueError for a kind that nobody could read.
    """
    referral = Referral.unscoped.only("pk").find(
        reference=reference
    )  # the later room has judged who may work on its own record
    referral.step(TimelineKind(kind), actor, at, note=note, for_referrer=for_referrer).save()
    audit.record(Verb.TIMELINE_EXTENDED, referral, kind=kind)
