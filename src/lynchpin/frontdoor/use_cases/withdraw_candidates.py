"""Withdraw the candidates of a run that was withdrawn. What a named person has decided stands."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import CandidateState, Verb
from lynchpin.frontdoor.models import Candidate
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part


@part
def withdraw_candidates(actor: Actor, *, run_reference: str, at: datetime) -> int:
    """Take a run's undecided candidates from review. Gives how many there were."""
    undecided = (CandidateState.RELEASED, CandidateState.WITHHELD)
    found = Candidate.objects.visible_to(actor).filter(run_reference=run_reference, state__in=undecided)
    rows = list(found.select_for_update())
    for candidate in rows:
        candidate.state = CandidateState.WITHDRAWN
        candidate.store("state")
    audit.record(Verb.CANDIDATES_WITHDRAWN, None, run=run_reference, withdrawn=len(rows), at=at)
    return len(rows)
