"""Decide about a candidate: a named reviewer agrees, raises, lowers or rejects, one family at a time, with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import (
    CandidateDecision,
    CandidateState,
    Permission,
    ReferralSource,
    ReferralStatus,
    TimelineKind,
    Verb,
)
from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.frontdoor.queries.owners import owners_for, standing_of
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.gather_family import gather_family
from lynchpin.people.use_cases.welcome_resident import welcome_resident
from lynchpin.profiles.models import FamilyProfile, LinkedPerson


@use_case(Permission.DECIDE_CANDIDATE)
def decide_candidate(
    actor: Actor,
    *,
    reference: str,
    version: int,
    decision: str,
    decision_reason: str,
    at: datetime,
    ground: str = "",
    stated_reason: str = "",
    members: Sequence[tuple[str, str]] = (),
    first_key: str = "",
) -> str:
    """Keep the decision. Gives the reference of the referral that an agreed family begins with, empty for a rejected one.

    `members` pairs each linked person's key with the reference of the resident they are, or with nothing for someone new;
    `ground` is the reason as a code, for counting how often and why reviewers decide otherwise than was suggested.
    `first_key` is the adult to speak with first. `stated_reason` is the reason that may be given to the person.
    """
    candidate = Candidate.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_decide(candidate.state))
    referral = None
    if decision != CandidateDecision.REJECT:
        residents = _residents(actor, candidate, dict(members), at)
        refuse_if(Reason("nobody_to_approach") if first_key not in residents else None)
        referral = _referred(actor, candidate, residents[first_key], decision, stated_reason, at)
    candidate.state = CandidateState.AGREED if referral else CandidateState.REJECTED
    candidate.decision, candidate.decision_reason, candidate.stated_reason = decision, decision_reason, stated_reason
    candidate.ground, candidate.decided_at, candidate.decided_by = ground, at, actor.staff_id
    candidate.referral_id = referral.pk if referral else None
    told = ("decision", "ground", "decision_reason", "stated_reason")
    candidate.store("state", *told, "decided_at", "decided_by", "referral_id")
    audit.record(Verb.CANDIDATE_DECIDED, candidate, decision=decision, ground=ground, run=candidate.run_reference)
    return referral.reference if referral else ""


def _residents(actor: Actor, candidate: Candidate, answers: Mapping[str, str], at: datetime) -> dict[str, Resident]:
    """The resident that each linked person is: one of those who may be the same, or a new one; gathered as a family."""
    people = list(LinkedPerson.objects.visible_to(actor).filter(profile_id=candidate.profile_id).order_by("pk"))
    refuse_if(Reason("member_not_answered") if {person.person_key for person in people} != set(answers) else None)
    area_code = FamilyProfile.objects.visible_to(actor).find(pk=candidate.profile_id).area_code
    found = {each.person_key: _resident(actor, each, answers[each.person_key], area_code, at) for each in people}
    roles = {found[person.person_key].pk: person.role for person in people}
    if len(roles) > 1:
        gather_family(actor, members=list(roles.items()), at=at)
    return found


def _resident(actor: Actor, person: LinkedPerson, known_as: str, area_code: str, at: datetime) -> Resident:
    seen = Resident.objects.visible_to(actor)
    if known_as:
        resident = seen.find(reference=known_as)
        standing = standing_of(actor, resident.pk, local_date(at), asked=False)
        refuse_if(rules.why_not_approach(standing, local_date(at)))
        return resident
    return seen.find(pk=_welcomed(actor, person, area_code, at))


def _welcomed(actor: Actor, person: LinkedPerson, area_code: str, at: datetime) -> int:
    return welcome_resident(
        actor,
        forename=person.forename,
        surname=person.surname,
        birth_date=person.birth_date,
        sex=person.sex,
        address=person.address,
        postcode=person.postcode,
        area_code=area_code,
        at=at,
    )


def _referred(
    actor: Actor, candidate: Candidate, resident: Resident, decision: str, stated_reason: str, at: datetime
) -> Referral:
    """A referral by profiling, with an owner from its first moment."""
    urgency = rules.urgency_of(decision, candidate.suggested_route)
    owners = owners_for(actor, resident)
    owner_id = rules.owner_for(owners)
    refuse_if(Reason("no_owner_found") if owner_id is None else None)
    referral = Referral(
        reference=references.draw("R"),
        source=ReferralSource.PROFILING,
        status=ReferralStatus.ROUTED,
        urgency=urgency,
        resident_id=resident.pk,
        told_name=f"{resident.forename} {resident.surname}",
        told_birth_date=resident.birth_date,
        language=resident.language,
        cluster_id=resident.cluster_id,
        owner_id=owner_id,
        route=candidate.suggested_route,
        stated_reason=stated_reason,
        received_at=at,
        decide_by_on=rules.decide_by(clock_rules(actor), urgency, at, closures(actor)),
        decided_at=at,
        decided_by=actor.staff_id,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.ROUTED, at, note=stated_reason)
    if owners.family_lead is not None:
        take_step(actor, referral, TimelineKind.LEAD_TOLD, at)
    return referral
