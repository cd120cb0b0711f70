"""A case opened: who it is about, its weight line by line, what matters, the plan, the contacts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, PlanState
from lynchpin.casework.models import Allocation, Case, Contact, FamilyTeam, Goal, Plan, Reopening, WhatMatters
from lynchpin.casework.queries.aims import aims_of
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.casework.queries.ratings import RatingFact, histories
from lynchpin.casework.queries.reaching import Reaching, reaching
from lynchpin.casework.queries.weighing import lines_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read

CONTACTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ConversationFact:
    """A what-matters conversation, in the language it was held in. `corrected_on` says that it was put right, and when."""

    id: int
    held_on: date
    language: str
    by: str
    strengths: str
    outcomes: str
    circumstances: str
    barriers: str
    risks: str
    corrected_on: date | None


@dataclass(frozen=True, slots=True)
class GoalFact:
    """A goal in the person's words, with the first and the newest rating, 0 to 10. `ratings` are all of them, oldest first."""

    id: int
    version: int
    in_their_words: str
    first_step: str
    measure_key: str
    wellbeing_goal_key: str
    start: int
    latest: int
    latest_on: date
    ratings: tuple[RatingFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFact:
    """An edition of the plan. `decided_words` is what a lead worker said of it, where approval was asked for."""

    edition: int
    version: int
    state: str
    agreed_on: date
    review_on: date
    goals: tuple[GoalFact, ...]
    recorded_at: datetime
    recorded_by: int
    decided_words: str


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A contact that took place, with the goal it was about and the Act's well-being goal that it has from it.

    `corrected_on` says that its note was put right, and when.
    """

    id: int
    at: datetime
    kind: str
    minutes: int
    note: str
    next_step: str
    by: str
    made_despite: str
    corrected_on: date | None
    goal: str
    wellbeing_goal: str


@dataclass(frozen=True, slots=True)
class AllocationFact:
    """One time the case was given to a worker. `why` are the reasons of the proposal, if there was one; `override` why not."""

    at: datetime
    worker: str
    by: str
    proposed: str
    why: tuple[Reason, ...]
    override: str


@dataclass(frozen=True, slots=True)
class ReopeningFact:
    """One time the case was opened again, and how it had ended before. `because` is empty where notes are not shown."""

    at: datetime
    by: str
    reason: str
    because: str
    former_end_reason: str
    former_ended_on: date


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Everything that the case page shows. `told` is false where the permission does not show notes and needs.

    `family_team` is the reference of the team around the family, empty where the asker has none to open.
    """

    head: CaseRow
    referral_reference: str
    complexity: str
    intensity: str
    family_size: int
    weight_lines: tuple[rules.WeightLine, ...]
    weight_edition: int
    end_reason: str
    ended_on: date | None
    told: bool
    reaching: Reaching | None
    conversations: tuple[ConversationFact, ...]
    plan: PlanFact | None  # the one in force
    undecided: PlanFact | None  # a newer edition that waits or was sent back
    contacts: tuple[ContactFact, ...]
    contact_count: int
    allocations: tuple[AllocationFact, ...]
    family_team: str
    reopenings: tuple[ReopeningFact, ...]


@read(Permission.READ_CASE)
def case_page(actor: Actor, reference: str) -> CaseFacts:
    """One case with its newest conversations and contacts."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    conversations = list(WhatMatters.objects.visible_to(actor).filter(case=case).order_by("-held_on", "-pk")[:5])
    held = Contact.objects.visible_to(actor).filter(case=case)
    contacts = list(held.order_by("-at", "-pk")[:CONTACTS_SHOWN])
    given = list(Allocation.objects.visible_to(actor).filter(case=case).order_by("-allocated_at", "-pk"))
    again = list(Reopening.objects.visible_to(actor).filter(case=case).order_by("-reopened_at", "-pk"))
    told = [row.recorded_by for row in conversations] + [row.recorded_by for row in contacts]
    aims = aims_of(actor, (row.goal_id for row in contacts))
    told += [row.reopened_by for row in again]
    colleagues = names_of((*told, *(each for row in given for each in _colleagues_of(row))))
    return CaseFacts(
        head=rows_of(actor, [case])[0],
        referral_reference=case.referral_reference,
        complexity=case.complexity,
        intensity=case.intensity,
        family_size=case.family_size,
        weight_lines=lines_of(case),
        weight_edition=case.weight_edition,
        end_reason=case.end_reason,
        ended_on=case.ended_on,
        told=actor.shows("F3"),
        reaching=reaching(actor, case.resident_id) if actor.shows("F2") else None,
        conversations=tuple(_conversation(row, colleagues) for row in conversations),
        plan=plan_in_force(actor, case),
        undecided=_not_yet_in_force(actor, case),
        contacts=tuple(_contact(row, colleagues, aims.get(row.goal_id or 0, ("", ""))) for row in contacts),
        contact_count=held.count(),
        allocations=tuple(_allocation(row, colleagues) for row in given),
        family_team=_family_team(actor, case),
        reopenings=tuple(_reopening(row, colleagues, actor.shows("F3")) for row in again),
    )


def _family_team(actor: Actor, case: Case) -> str:
    """The reference of the team around the family that works now; empty without one, and for whoever may not open it."""
    if not actor.may(Permission.READ_FAMILY_TEAM):
        return ""
    opening = actor.bound_to(Permission.READ_FAMILY_TEAM)
    working = FamilyTeam.objects.visible_to(opening).working().filter(case=case)
    return working.values_list("reference", flat=True).first() or ""


def plan_in_force(actor: Actor, case: Case) -> PlanFact | None:
    """The newest edition that counts, with its goals."""
    return plan_fact(actor, Plan.objects.visible_to(actor).filter(case=case).in_force().newest_first().first())


def newest_plan(actor: Actor, case: Case) -> PlanFact | None:
    """The newest edition, whether it is in force, waits or was sent back: the one that the next takes up."""
    return plan_fact(actor, Plan.objects.visible_to(actor).filter(case=case).newest_first().first())


def plan_fact(actor: Actor, plan: Plan | None) -> PlanFact | None:
    """An edition with its goals and their histories."""
    if plan is None:
        return None
    goals = list(Goal.objects.visible_to(actor).filter(plan=plan).order_by("pk"))
    return PlanFact(
        plan.edition,
        plan.version,
        plan.state,
        plan.agreed_on,
        plan.review_on,
        goal_facts(goals, histories(actor, goals)),
        plan.recorded_at,
        plan.recorded_by,
        plan.decided_words,
    )


def goal_facts(
    goals: Iterable[Goal], ratings: Mapping[int, tuple[RatingFact, ...]] | None = None
) -> tuple[GoalFact, ...]:
    """Facts of goals, in their order, with their ratings where those were read."""
    return tuple(
        GoalFact(
            goal.pk,
            goal.version,
            goal.in_their_words,
            goal.first_step,
            goal.measure_key,
            goal.wellbeing_goal_key,
            goal.start,
            goal.latest,
            goal.latest_on,
            (ratings or {}).get(goal.pk, ()),
        )
        for goal in goals
    )


def goals_in_force(actor: Actor, case: Case) -> tuple[GoalFact, ...]:
    """Goals of the plan that counts, without their earlier ratings; none without a plan."""
    plan = Plan.objects.visible_to(actor).filter(case=case).in_force().newest_first().values("pk")[:1]
    return goal_facts(Goal.objects.visible_to(actor).filter(plan_id__in=plan).order_by("pk"))


def _not_yet_in_force(actor: Actor, case: Case) -> PlanFact | None:
    newest = Plan.objects.visible_to(actor).filter(case=case).newest_first().first()
    return plan_fact(actor, newest) if newest and newest.state != PlanState.IN_FORCE else None


def _colleagues_of(row: Allocation) -> tuple[int | None, ...]:
    return row.worker_id, row.proposed_worker_id, row.allocated_by


def _allocation(row: Allocation, colleagues: dict[int, str]) -> AllocationFact:
    worker, proposed, by = (colleagues.get(each or 0, "") for each in _colleagues_of(row))
    why = tuple(Reason(code, **params) for code, params in row.why)
    return AllocationFact(row.allocated_at, worker, by, proposed, why, row.override_reason)


def _reopening(row: Reopening, colleagues: dict[int, str], told: bool) -> ReopeningFact:
    because, by = row.because if told else "", colleagues.get(row.reopened_by, "")
    return ReopeningFact(row.reopened_at, by, row.reason, because, row.former_end_reason, row.former_ended_on)


def _conversation(row: WhatMatters, colleagues: dict[int, str]) -> ConversationFact:
    return ConversationFact(
        row.pk,
        row.held_on,
        row.language,
        colleagues.get(row.recorded_by, ""),
        row.strengths,
        row.outcomes,
        row.circumstances,
        row.barriers,
        row.risks,
        _corrected_on(row),
    )


def _contact(row: Contact, colleagues: dict[int, str], aims: tuple[str, str]) -> ContactFact:
    return ContactFact(
        row.pk,
        row.at,
        row.kind,
        row.minutes,
        row.note,
        row.next_step,
        colleagues.get(row.recorded_by, ""),
        row.made_despite,
        _corrected_on(row),
        *aims,
    )


def _corrected_on(row: Contact | WhatMatters) -> date | None:
    return local_date(row.corrected_at) if row.corrected_at else None
