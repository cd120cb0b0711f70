"""Record a family member's answer: each says yes or no for themselves, and a yes taken back ends what it covered."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.family_words import FamilyActionStatus, FamilyAnswer, FamilyOutcome, FamilyTeamStatus
from lynchpin.casework.models import FamilyConsent, FamilyTeam
from lynchpin.casework.queries.families.consent import agreeing, answers, family_of, open_actions
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.choices import FamilyRole
from lynchpin.people.queries import Kin


@use_case(Permission.RECORD_FAMILY_ANSWER)
def record_family_answer(
    actor: Actor,
    *,
    reference: str,
    resident_id: int,
    agrees: bool,
    told_on: date,
    at: datetime,
    able_because: str = "",
) -> str:
    """Keep what one of the family said. Gives the answer as kept: a no after a yes takes it back.

    With a yes taken back, their words are shown no more and what was to be done for them stops. When nobody agrees any
    longer, the team is closed.
    """
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    found = answers(actor, team)
    kin = family_of(actor, team, found).get(resident_id)
    refuse_if(_why_not_theirs(kin, agrees, able_because))
    before = found[resident_id].answer if resident_id in found else ""
    today = local_date(at)
    refuse_if(rules.why_not_answer(team, before=before, agrees=agrees, told_on=told_on, today=today))
    given = FamilyConsent(
        team=team,
        resident_id=resident_id,
        answer=rules.answer_kept(before, agrees),
        told_on=told_on,
        able_because=able_because.strip(),
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    given.save()
    stopped = _end_what_it_covered(actor, team, given, bool(agreeing(found) - {resident_id}), today)
    audit.record(Verb.FAMILY_ANSWER_RECORDED, team, resident=resident_id, answer=given.answer, stopped=stopped)
    return given.answer


def _why_not_theirs(kin: Kin | None, agrees: bool, able_because: str) -> Reason | None:
    """A no needs no reason and no age; a yes is for those who may give it."""
    if kin is None:
        return Reason("answer_of_a_stranger")
    adult = kin.role == FamilyRole.ADULT
    return rules.decides(kin.age, adult=adult, able_because=able_because) if agrees else None


def _end_what_it_covered(actor: Actor, team: FamilyTeam, given: FamilyConsent, others_agree: bool, on: date) -> int:
    """Stop what a withdrawn yes covered. Gives how many actions stopped."""
    if given.answer != FamilyAnswer.WITHDRAWN:
        return 0
    covered = [a for a in open_actions(actor, team) if not others_agree or a.resident_id == given.resident_id]
    for action in covered:
        action.status, action.settled_on = FamilyActionStatus.STOPPED, on
        action.store("status", "settled_on")
    if not others_agree:
        team.status, team.closed_on, team.outcome = FamilyTeamStatus.CLOSED, on, FamilyOutcome.CONSENT_WITHDRAWN
        team.store("status", "closed_on", "outcome")
    return len(covered)
