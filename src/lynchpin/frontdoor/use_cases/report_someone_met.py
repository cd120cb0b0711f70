"""Report somebody met at an activity: it goes to the centre, never onto the worker's own caseload, so that loads stay fair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import Permission, ReferralSource, TimelineKind, Verb
from lynchpin.frontdoor.rules import ways_in
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.REPORT_SOMEONE_MET)
def report_someone_met(
    actor: Actor,
    *,
    name: str,
    met_at: str,
    needs: Sequence[str],
    safe_contact: Mapping[str, Any],
    person_agrees: bool,
    at: datetime,
    in_their_words: str = "",
    phone: str = "",
    email: str = "",
) -> str:
    """Keep whom a colleague met and where, for the centre to look at. Gives the reference. Refused without the person's yes."""
    refuse_if(ways_in.why_not_report(agrees=person_agrees))
    referral = arrival(
        actor,
        name=name,
        at=at,
        needs=needs,
        safe_contact=safe_contact,
        phone=phone,
        email=email,
        source=_source(actor),
        sent_by=actor.staff_id,
        from_organisation_id=actor.organisation or None,
        met_at=met_at,
        in_their_words=in_their_words,
        person_agrees=True,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.RECEIVED, at, for_referrer=True)
    audit.record(Verb.SOMEONE_MET_REPORTED, referral, source=referral.source)
    return referral.reference


def _source(actor: Actor) -> str:
    """The centre meets people at its own events; a worker's report is somebody asking for help."""
    return ReferralSource.WALK_IN if actor.scope == "all" else ReferralSource.SELF
