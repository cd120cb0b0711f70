"""Approve an edition of the scoring, as a second person who has seen what it would do: runs follow it from its day on."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState, Verb
from lynchpin.profiles.models import ScoringEdition
from lynchpin.profiles.queries.holding import scoring_of, scoring_on
from lynchpin.profiles.queries.trials import seen_enough


@use_case(Permission.APPROVE_SCORING)
def approve_scoring(actor: Actor, *, number: int, version: int, seen: str, reason: str, at: datetime) -> int:
    """Let an edition hold from its day on. Gives its number.

    `seen` is the fingerprint of the dry run that was on the page; it has to be of exactly this edition, beside what holds on
    its day, over the newest approved run that keeps evidence. Where there is no such run, nothing can be seen.
    """
    edition = ScoringEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    refuse_if(
        editions.why_not_approve(
            edition.state,
            wrote={edition.drafted_by, edition.proposed_by},
            staff_id=actor.staff_id,
            tried=seen_enough(actor, edition, seen),
            valid_from=edition.valid_from,
            on=local_date(at),
        )
    )
    edition.state, edition.decision_reason = ScoringState.APPROVED, reason
    edition.approved_at, edition.approved_by = at, actor.staff_id
    edition.store("state", "decision_reason", "approved_at", "approved_by")
    now, then = scoring_on(actor, edition.valid_from, before=number), scoring_of(edition)
    switched_on = [each.key for each in editions.changes(now, then) if (each.term, each.after) == ("on", True)]
    audit.record(
        Verb.SCORING_APPROVED,
        edition,
        edition=number,
        valid_from=edition.valid_from,
        content=edition.sha256,
        switched_on=switched_on,
    )
    return number
