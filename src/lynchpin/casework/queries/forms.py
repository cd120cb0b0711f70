"""What each form of a case shows beside its questions, read under the form's own permission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import ContactKind, Permission
from lynchpin.casework.models import Case, Contact, Goal, Plan, WhatMatters
from lynchpin.casework.queries.case import GoalFact, PlanFact, goal_facts, newest_plan, plan_in_force
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.casework.queries.ratings import histories
from lynchpin.casework.queries.reaching import Reaching, reaching
from lynchpin.casework.queries.second_eyes import waits_for_approval
from lynchpin.face.context import in_language
from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.models import Definition, Measure
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import in_force


@dataclass(frozen=True, slots=True)
class ContactToRecord:
    """The person, how it is safe to reach them, their goals, and the kind of contact they had last."""

    head: CaseRow
    reaching: Reaching
    goals: tuple[GoalFact, ...]
    likely_kind: str


@dataclass(frozen=True, slots=True)
class ConversationToRecord:
    """The person, and how many conversations there have been."""

    head: CaseRow
    held_before: int


@dataclass(frozen=True, slots=True)
class PlanToAgree:
    """The person, the newest edition of the plan, who kept it and when, and what a goal may count towards, as (key, label)."""

    head: CaseRow
    plan: PlanFact | None
    by: str
    at: datetime | None
    measures: tuple[tuple[str, str], ...]
    wellbeing_goals: tuple[tuple[str, str], ...]
    waits_for_approval: bool


@dataclass(frozen=True, slots=True)
class GoalToRate:
    """The person, one goal of theirs, by whom and when it was rated last, and at which occasion it is most likely asked now."""

    head: CaseRow
    goal: GoalFact
    likely_occasion: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseToWeigh:
    """The person and the answers that gave the present weight."""

    head: CaseRow
    complexity: str
    family_size: int
    intensity: str


@dataclass(frozen=True, slots=True)
class ReferralToOpen:
    """A routed referral that waits to become a case."""

    subject: Subject | None
    reference: str
    name: str
    stated_reason: str


@read(Permission.RECORD_CONTACT)
def contact_to_record(actor: Actor, reference: str) -> ContactToRecord:
    """For the contact form. A way that is not safe is never the likely kind, and nobody is likely not to answer."""
    case, head = _found(actor, reference)
    safe = reaching(actor, case.resident_id)
    plan = plan_in_force(actor, case)
    met = Contact.objects.visible_to(actor).filter(case=case).exclude(kind=ContactKind.NO_REPLY)
    last = met.order_by("-at", "-pk").first()
    likely = last.kind if last and last.kind not in safe.unsafe else ContactKind.VENUE.value
    return ContactToRecord(head, safe, plan.goals if plan else (), likely)


@read(Permission.RECORD_WHAT_MATTERS)
def conversation_to_record(actor: Actor, reference: str) -> ConversationToRecord:
    """For the what-matters form."""
    case, head = _found(actor, reference)
    return ConversationToRecord(head, WhatMatters.objects.visible_to(actor).filter(case=case).count())


@read(Permission.AGREE_PLAN)
def plan_to_agree(actor: Actor, reference: str) -> PlanToAgree:
    """For the plan form."""
    case, head = _found(actor, reference)
    plan = newest_plan(actor, case)
    by = names_of([plan.recorded_by]) if plan else {}
    return PlanToAgree(
        head,
        plan,
        by.get(plan.recorded_by, "") if plan else "",
        plan.recorded_at if plan else None,
        measure_labels(actor),
        wellbeing_labels(actor),
        waits_for_approval(actor, case, actor.on),
    )


@read(Permission.RATE_GOAL)
def goal_to_rate(actor: Actor, reference: str, goal_id: int) -> GoalToRate:
    """For rating one goal."""
    case, head = _found(actor, reference)
    goal = Goal.objects.visible_to(actor).find(id=goal_id, case=case)
    fact = goal_facts([goal], histories(actor, [goal]))[0]
    last = fact.ratings[-1] if fact.ratings else None
    plan = Plan.objects.visible_to(actor).find(id=goal.plan_id)
    likely = rules.likely_occasion(plan.review_on, actor.on)
    return GoalToRate(head, fact, likely, last.by if last else "", last.at if last else None)


@read(Permission.WEIGH_CASE)
def case_to_weigh(actor: Actor, reference: str) -> CaseToWeigh:
    """For weighing a case again."""
    case, head = _found(actor, reference)
    return CaseToWeigh(head, case.complexity, case.family_size, case.intensity)


@read(Permission.REOPEN_CASE)
def case_to_reopen(actor: Actor, reference: str) -> CaseRow:
    """For opening a closed case again."""
    return _found(actor, reference)[1]


@read(Permission.OPEN_CASE)
def referral_to_open(actor: Actor, reference: str) -> ReferralToOpen:
    """For opening a case."""
    referral = Referral.objects.visible_to(actor).find(reference=reference)
    subject = Subject("people.Resident", referral.resident_id) if referral.resident_id else None
    return ReferralToOpen(subject, referral.reference, referral.told_name, referral.stated_reason)


def measure_labels(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Measures in force as (key, label in the active language), in the framework's order."""
    rows = Measure.objects.visible_to(actor).filter(in_force(actor.on)).order_by("sort", "key")
    return tuple((row.key, in_language({"en": row.label_en, "cy": row.label_cy})) for row in rows)


def wellbeing_labels(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The Act's well-being goals as (key, label in the active language), in its order."""
    goals = Definition.objects.visible_to(actor).filter(in_force(actor.on), kind=DefinitionKind.WELLBEING_GOAL)
    return tuple(
        (row.key, in_language({"en": row.label_en, "cy": row.label_cy})) for row in goals.order_by("sort", "key")
    )


def _found(actor: Actor, reference: str) -> tuple[Case, CaseRow]:
    case = Case.objects.visible_to(actor).find(reference=reference)
    return case, rows_of(actor, [case])[0]
