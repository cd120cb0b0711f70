"""Share out cases: several that wait are given at once, as proposed or as a person chose instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.place_case import place_case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound, Reason, Refused, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff


@dataclass(frozen=True, slots=True)
class Choice:
    """A worker chosen for a case, beside the one who was proposed and why."""

    reference: str
    version: int
    worker_id: int
    proposed_worker_id: int | None = None
    why: tuple[Reason, ...] = ()
    override_reason: str = ""


@use_case(Permission.SHARE_OUT_CASES)
def share_out_cases(actor: Actor, *, choices: Sequence[Choice], at: datetime) -> int:
    """Give each case to the worker chosen for it, all or none. Gives how many were given.

    Each is judged again here, one after another, so that a proposal seen before somebody else allocated is refused.
    """
    refuse_if(None if choices else Reason("nothing_to_share_out"))
    _queue_for(actor, choices)
    for choice in choices:
        _give(actor, choice, at, alone=len(choices) == 1)
    against = sum(choice.proposed_worker_id not in (None, choice.worker_id) for choice in choices)
    audit.record(Verb.CASES_SHARED_OUT, None, cases=len(choices), against_proposal=against)
    return len(choices)


def _queue_for(actor: Actor, choices: Sequence[Choice]) -> None:
    """Lock every worker and then every case, in order: two people who share out at once wait for each other, and never both."""
    workers = {choice.worker_id for choice in choices}
    cases = {choice.reference for choice in choices}
    list(Staff.objects.visible_to(actor).filter(pk__in=workers).order_by("pk").select_for_update())
    list(Case.objects.visible_to(actor).filter(reference__in=cases).order_by("pk").select_for_update())


def _give(actor: Actor, choice: Choice, at: datetime, *, alone: bool) -> None:
    """Place one case. Of several, a refusal names the case; of one alone, it is told as it is."""
    proposed, reason = choice.proposed_worker_id, choice.override_reason.strip()
    refuse_if(
        rules.why_not_override(choice.reference, worker_id=choice.worker_id, proposed_worker_id=proposed, reason=reason)
    )
    try:
        place_case(
            actor,
            reference=choice.reference,
            worker_id=choice.worker_id,
            version=choice.version,
            at=at,
            proposed_worker_id=proposed,
            why=choice.why,
            override_reason=reason if proposed not in (None, choice.worker_id) else "",
        )
    except (Refused, NotFound) as no:
        if alone:
            raise
        raise Refused(Reason("sharing_out_of_date", case=choice.reference)) from no
