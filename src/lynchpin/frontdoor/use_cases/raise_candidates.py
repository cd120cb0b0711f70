"""Raise candidates from an approved run: families for a named reviewer to decide about, no more than can be read and helped."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Verb
from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.queries.allowance import left_on
from lynchpin.frontdoor.queries.suggesting import UNDECIDED, families_of, rules_on
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.profiles.bounding import why_stopped
from lynchpin.profiles.models import ProfileRun


@part
def raise_candidates(actor: Actor, *, run_reference: str, at: datetime) -> dict[str, int]:
    """Put a run's families in their order and release as many as time and room allow; undecided ones of earlier runs lapse.

    `released` go to review; `withheld` wait, and are only ever counted; `in_peace` are families with someone who said no or has
    an open offer, whom safeguarding holds, whom someone is with, who died, whose record is sealed, or who all moved since
    the files were made. Gives these counts.
    """
    refuse_if(why_stopped(actor))
    run, today = ProfileRun.objects.visible_to(actor).find(reference=run_reference), local_date(at)
    routing = rules_on(actor, today)
    families = families_of(actor, run.pk, at, routing)
    ordered, lapsed = rules.suggested(families, routing), _lapse(actor)
    out = rules.released((each.family.cluster for each in ordered), *left_on(actor, today))
    Candidate.objects.bulk_create(
        _candidate(each, place, released, run_reference, at)
        for place, (each, released) in enumerate(zip(ordered, out, strict=True), start=1)
    )
    counts = {"released": sum(out), "withheld": len(out) - sum(out), "lapsed": lapsed}
    counts["in_peace"] = sum(each.in_peace and rules.route_of(each, routing) in rules.REVIEWED for each in families)
    audit.record(Verb.CANDIDATES_RAISED, None, run=run_reference, **counts)
    return counts


def _lapse(actor: Actor) -> int:
    rows = list(Candidate.objects.visible_to(actor).filter(state__in=UNDECIDED).select_for_update())
    for candidate in rows:
        candidate.state = CandidateState.LAPSED
        candidate.store("state")
    return len(rows)


def _candidate(each: rules.Suggestion, place: int, released: bool, run_reference: str, at: datetime) -> Candidate:
    return Candidate(
        reference=references.draw("K"),
        run_reference=run_reference,
        profile_id=each.family.key,
        family_key=each.family.family_key,
        cluster_id=each.family.cluster or None,
        suggested_route=each.route,
        state=CandidateState.RELEASED if released else CandidateState.WITHHELD,
        raised_at=at,
        standing=place,
        first_raised_at=each.family.waiting_since or at,
        released_at=at if released else None,
    )
