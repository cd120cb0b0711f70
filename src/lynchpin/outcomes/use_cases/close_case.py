"""Close a case: the only way to end one, so that nobody leaves without what mattered and what changed being said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from lynchpin.casework.choices import EndReason
from lynchpin.casework.models import Case, WhatMatters
from lynchpin.casework.use_cases.end_case import end_case
from lynchpin.casework.use_cases.rate_at_end import rate_at_end
from lynchpin.frontdoor.queries.peace import has_said_no, was_asked_for
from lynchpin.frontdoor.use_cases.end_referral import end_referral
from lynchpin.frontdoor.use_cases.keep_persons_no import keep_persons_no
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices.use_cases.queue_notice import queue_notice
from lynchpin.outcomes import rules
from lynchpin.outcomes.choices import Permission, Verb
from lynchpin.outcomes.models import Achievement, Closure
from lynchpin.outcomes.queries.achievements import receiver_of
from lynchpin.pathways.choices import LeaveReason
from lynchpin.pathways.queries.standing import guarantees_owed
from lynchpin.pathways.rules import may_be_asked, why_not_end
from lynchpin.pathways.use_cases.end_places import end_places
from lynchpin.pathways.use_cases.plan_check_ins import plan_check_ins
from lynchpin.people.use_cases.keep_death import keep_death


@use_case(Permission.CLOSE_CASE)
def close_case(
    actor: Actor,
    *,
    reference: str,
    version: int,
    reason: str,
    at: datetime,
    in_their_words: str = "",
    no_outcome_because: str = "",
    ratings: Mapping[int, int] = MappingProxyType({}),
) -> str:
    """Close an open case for a coded reason, with what the person says of it. Gives the case's reference.

    `ratings` are where they say they are now, from 0 to 10, by goal of the plan in force, of those who were asked.
    """
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    receiver = receiver_of(actor, case) if reason in rules.HANDED_ON else ""
    refuse_if(
        rules.why_not_close(
            reason,
            conversations=WhatMatters.objects.visible_to(actor).filter(case=case).count(),
            outcomes=Achievement.objects.visible_to(actor).filter(case=case).count(),
            no_outcome_because=no_outcome_because,
            handed_over=bool(receiver),
        )
    )
    if reason not in rules.EXPLAINS_ITSELF:
        refuse_if(why_not_end(owed=guarantees_owed(actor, case.pk)))
    if ratings:
        rate_at_end(actor, reference=reference, ratings=ratings, at=at)
    end_case(actor, reference=reference, version=version, reason=reason, on=local_date(at))
    closure = Closure(
        case=case,
        reason=reason,
        in_their_words=in_their_words,
        handed_to=receiver,
        no_outcome_because=no_outcome_because,
        closed_at=at,
        closed_by=actor.staff_id,  # type: ignore[misc]
    )
    closure.save()
    audit.record(Verb.CASE_CLOSED, closure, case=case.pk, reason=reason)
    if reason == EndReason.DIED:
        keep_death(actor, resident_id=case.resident_id, died_on=local_date(at), at=at)
    _tell_front_door(actor, case, reason, at)
    _leave_nothing_open(actor, case, reason, at)
    _say_farewell(actor, case, reason, at)
    return case.reference


def _tell_front_door(actor: Actor, case: Case, reason: str, at: datetime) -> None:
    """The referral ends as its case did; a no is kept there too where no referral began the case."""
    status, end_code = rules.FRONT_DOOR_ENDS[EndReason(reason)]
    if case.referral_reference:
        end_referral(actor, reference=case.referral_reference, status=status, end_code=end_code, at=at)
    elif reason == EndReason.PERSONS_NO:
        keep_persons_no(actor, resident_id=case.resident_id, at=at)


def _leave_nothing_open(actor: Actor, case: Case, reason: str, at: datetime) -> None:
    """Places on pathways end with the work; after a good end somebody asks later whether it has lasted."""
    on = local_date(at)
    because = LeaveReason.PERSONS_NO if reason == EndReason.PERSONS_NO else LeaveReason.CASE_ENDED
    end_places(actor, case_id=case.pk, because=because, on=on, at=at)
    if may_be_asked(reason):
        plan_check_ins(actor, reference=case.reference, on=on)


def _say_farewell(actor: Actor, case: Case, reason: str, at: datetime) -> None:
    """A notice that fits the end; none to somebody who has said no, or whom nobody met and who never asked."""
    kind = rules.FAREWELLS.get(EndReason(reason))
    if kind is None or has_said_no(actor, case.resident_id, since=case.opened_at):
        return
    if case.last_contact_at or not case.referral_reference or was_asked_for(case.referral_reference):
        queue_notice(actor, resident_id=case.resident_id, kind=kind, about_reference=case.reference, at=at)
