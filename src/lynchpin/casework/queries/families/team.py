"""A team around the family opened: who is on it, who agreed, what was found out, the plan and the meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lynchpin.casework.choices import Permission
from lynchpin.casework.family_words import FamilyActionStatus, FamilyTeamStatus
from lynchpin.casework.models import (
    Case,
    FamilyAction,
    FamilyAssessment,
    FamilyConsent,
    FamilyMeeting,
    FamilyTeam,
    FamilyTeamMember,
    FamilyVoice,
)
from lynchpin.casework.queries.families.consent import agreeing, answers, family_of
from lynchpin.casework.queries.holders import colleagues, names_of
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation
from lynchpin.organisations.rules import is_at_work
from lynchpin.people.queries import Kin


@dataclass(frozen=True, slots=True)
class MemberFact:
    """Somebody on the team, or who was. `gone` says that they no longer work at their agency; `actions` what they still have to do."""

    id: int
    version: int
    name: str
    role: str
    agency: str
    leads: bool
    gone: bool
    actions: int
    left_on: date | None


@dataclass(frozen=True, slots=True)
class KinFact:
    """One of the family, and what they answered last, if anything."""

    subject: Subject
    name: str
    age: int | None
    answer: str
    told_on: date | None
    able_because: str

    @property
    def resident_id(self) -> int:
        return self.subject.id


@dataclass(frozen=True, slots=True)
class VoiceFact:
    """What one of the family said."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class AssessmentFact:
    """The newest family assessment, with the words of those who agree."""

    edition: int
    held_on: date
    language: str
    by: str
    strengths: str
    hopes: str
    hard_now: str
    help_wanted: str
    voices: tuple[VoiceFact, ...]


@dataclass(frozen=True, slots=True)
class ActionFact:
    """One action. `about` is empty for the whole family; `mine` says that its owner is the asker."""

    id: int
    version: int
    what: str
    owner: str
    agency: str
    about: str
    due_on: date
    status: str
    settled_on: date | None
    note: str
    mine: bool
    late: bool


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One meeting, by the names of those who came."""

    held_on: date
    came: tuple[str, ...]
    agreed: str
    review_on: date
    by: str


@dataclass(frozen=True, slots=True)
class FamilyTeamFacts:
    """Everything on the team's page. `told` is false where what was said is not shown; `case_reference` is empty for whom it is not."""

    subject: Subject
    reference: str
    version: int
    case_reference: str
    name: str
    status: str
    lead: str
    next_lead: str
    offered_to_me: bool
    formed_on: date
    meet_until_on: date
    review_on: date | None
    closed_on: date | None
    outcome: str
    outcome_note: str
    told: bool
    members: tuple[MemberFact, ...]
    family: tuple[KinFact, ...]
    without_action: tuple[str, ...]
    assessment: AssessmentFact | None
    actions: tuple[ActionFact, ...]
    meetings: tuple[MeetingFact, ...]

    @property
    def open(self) -> bool:
        return self.status != FamilyTeamStatus.CLOSED

    @property
    def next_on(self) -> date:
        """The last day for the next meeting."""
        return self.review_on or self.meet_until_on

    @property
    def agreed(self) -> bool:
        return any(kin.answer == "yes" for kin in self.family)


@read(Permission.READ_FAMILY_TEAM)
def family_team_page(actor: Actor, reference: str) -> FamilyTeamFacts:
    """One team."""
    return team_facts(actor, FamilyTeam.objects.visible_to(actor).find(reference=reference))


def team_facts(actor: Actor, team: FamilyTeam) -> FamilyTeamFacts:
    """The facts of a team that was found in the actor's scope, by a fixed number of reads."""
    consents = answers(actor, team)
    family = family_of(actor, team, consents)
    actions = list(FamilyAction.objects.visible_to(actor).filter(team=team).order_by("status", "due_on", "pk"))
    rows = list(FamilyTeamMember.objects.visible_to(actor).filter(team=team).order_by("left_on", "pk"))
    members = {member.id: member for member in _members(actor, team, rows, actions)}
    mine = {row.pk for row in rows if row.staff_id is not None and row.staff_id == actor.staff_id}
    plan = tuple(_action(each, members, family, mine, actor.on) for each in actions)
    leads = names_of([team.lead_id, team.next_lead_id])
    return FamilyTeamFacts(
        subject=Subject("people.Resident", team.resident_id),
        reference=team.reference,
        version=team.version,
        case_reference=_case_reference(actor, team),
        name=next((kin.name for kin in family.values()), ""),
        status=team.status,
        lead=leads.get(team.lead_id, ""),
        next_lead=leads.get(team.next_lead_id or 0, ""),
        offered_to_me=team.next_lead_id is not None and team.next_lead_id == actor.staff_id,
        formed_on=local_date(team.formed_at),
        meet_until_on=team.meet_until_on,
        review_on=team.review_on,
        closed_on=team.closed_on,
        outcome=team.outcome,
        outcome_note=team.outcome_note if actor.shows("F3") else "",
        told=actor.shows("F3"),
        members=tuple(members.values()),
        family=tuple(_kin(actor, kin, consents.get(kin.resident_id)) for kin in family.values()),
        without_action=_without_action(members.values(), plan),
        assessment=_assessment(actor, team, family, agreeing(consents)),
        actions=plan,
        meetings=_meetings(actor, team, members, family),
    )


def _case_reference(actor: Actor, team: FamilyTeam) -> str:
    return Case.objects.visible_to(actor).filter(pk=team.case_id).values_list("reference", flat=True).first() or ""


def _members(
    actor: Actor, team: FamilyTeam, rows: Iterable[FamilyTeamMember], actions: Iterable[FamilyAction]
) -> list[MemberFact]:
    rows = list(rows)
    agencies = Organisation.objects.visible_to(actor).in_bulk({row.organisation_id for row in rows}, field_name="key")
    staff = colleagues(row.staff_id for row in rows)
    todo = [action.member_id for action in actions if action.status == FamilyActionStatus.OPEN]
    return [
        MemberFact(
            row.pk,
            row.version,
            row.name,
            row.role,
            label(agencies[row.organisation_id], "name"),
            row.staff_id == team.lead_id,
            row.staff_id is not None and not is_at_work(staff[row.staff_id], actor.on),
            todo.count(row.pk),
            row.left_on,
        )
        for row in rows
    ]


def _kin(actor: Actor, kin: Kin, said: FamilyConsent | None) -> KinFact:
    why = said.able_because if said and actor.shows("F3") else ""
    return KinFact(kin.subject, kin.name, kin.age, said.answer if said else "", said.told_on if said else None, why)


def _action(
    row: FamilyAction, members: Mapping[int, MemberFact], family: Mapping[int, Kin], mine: set[int], on: date
) -> ActionFact:
    owner, about = members[row.member_id], family.get(row.resident_id or 0)
    open_now = row.status == FamilyActionStatus.OPEN
    return ActionFact(
        row.pk,
        row.version,
        row.what,
        owner.name,
        owner.agency,
        about.name if about else "",
        row.due_on,
        row.status,
        row.settled_on,
        row.note,
        row.member_id in mine,
        open_now and row.due_on < on,
    )


def _without_action(members: Iterable[MemberFact], plan: Iterable[ActionFact]) -> tuple[str, ...]:
    """Agencies on the team that have nothing in the plan."""
    owning = {action.agency for action in plan}
    present = dict.fromkeys(member.agency for member in members if member.left_on is None)
    return tuple(agency for agency in present if agency not in owning)


def _assessment(
    actor: Actor, team: FamilyTeam, family: Mapping[int, Kin], agreed: frozenset[int]
) -> AssessmentFact | None:
    row = FamilyAssessment.objects.visible_to(actor).filter(team=team).order_by("-edition").first()
    if row is None:
        return None
    said = FamilyVoice.objects.visible_to(actor).filter(assessment=row, resident_id__in=agreed).order_by("pk")
    voices = tuple(VoiceFact(family[each.resident_id].name, each.words) for each in said if each.resident_id in family)
    by = names_of([row.recorded_by]).get(row.recorded_by, "")
    told = (row.strengths, row.hopes, row.hard_now, row.help_wanted)
    return AssessmentFact(row.edition, row.held_on, row.language, by, *told, voices)


def _meetings(
    actor: Actor, team: FamilyTeam, members: Mapping[int, MemberFact], family: Mapping[int, Kin]
) -> tuple[MeetingFact, ...]:
    rows = list(FamilyMeeting.objects.visible_to(actor).filter(team=team).order_by("-held_on", "-pk"))
    names = names_of(row.recorded_by for row in rows)
    return tuple(
        MeetingFact(
            row.held_on,
            tuple(found[key].name for ids, found in _seats(row, members, family) for key in ids if key in found),
            row.agreed,
            row.review_on,
            names.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _seats(
    row: FamilyMeeting, members: Mapping[int, MemberFact], family: Mapping[int, Kin]
) -> tuple[tuple[list[int], Mapping[int, MemberFact | Kin]], ...]:
    return (row.members_came, members), (row.family_came, family)
