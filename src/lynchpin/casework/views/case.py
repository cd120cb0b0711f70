"""The case page: overview, what matters, plan, contacts."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import (
    COVER_ALLOWS,
    CaseStatus,
    Complexity,
    ContactKind,
    EndReason,
    Intensity,
    Permission,
    PlanState,
    ReopenReason,
    TravelBand,
    WeightPart,
)
from lynchpin.casework.queries.case import AllocationFact, CaseFacts, ContactFact, PlanFact, ReopeningFact
from lynchpin.casework.queries.case import case_page as case_facts
from lynchpin.casework.rules import WeightLine
from lynchpin.casework.views.columns import state_of
from lynchpin.casework.views.goals import goals_shown
from lynchpin.casework.views.reaching import reaching_shown
from lynchpin.face.parts import Link, SummaryRow, TimelineEvent
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.people.choices import Language
from lynchpin.people.choices import Permission as PeoplePermission

# Doors from an open case, by permission and address name. The last ones lead into later rooms, which this one does not know.
DOORS = (
    (Permission.RECORD_CONTACT, "casework:record_contact", lambda: _("Record a contact")),
    (Permission.START_VISIT, "casework:start_visit", lambda: _("Go on a visit")),
    (Permission.RECORD_WHAT_MATTERS, "casework:record_what_matters", lambda: _("Record what matters")),
    (Permission.AGREE_PLAN, "casework:agree_plan", lambda: _("Agree a plan")),
    (Permission.ALLOCATE_CASE, "casework:allocate_case", lambda: _("Give it to a worker")),
    (Permission.FORM_FAMILY_TEAM, "casework:form_family_team", lambda: _("Form a team around the family")),
    (Permission.PROPOSE_TRANSFER, "casework:propose_transfer", lambda: _("Pass it to a colleague")),
    (Permission.WEIGH_CASE, "casework:weigh_case", lambda: _("Weigh it again")),
    (Permission.TELL_SNAG, "casework:tell_snag", lambda: _("Something is missing or not working here")),
    ("outcomes.record_outcome", "outcomes:record_outcome", lambda: _("Record an outcome")),
    ("pathways.start_pathway", "pathways:choose_pathway", lambda: _("Pathways: start one, or go on")),
    ("pathways.prepare_handover", "pathways:prepare_handover", lambda: _("Prepare a handover")),
    ("outcomes.close_case", "outcomes:close_case", lambda: _("Close the case")),
)

PRINTED_IN = (Language.WELSH, Language.ENGLISH)  # the shared forms; for everybody else in both


@page(Permission.READ_CASE, opens="case")
def case_page(request: Request, reference: str) -> HttpResponse:
    facts = case_facts(request.actor, reference)
    return show(
        request,
        "casework/case.html",
        facts=facts,
        head=facts.head,
        state=state_of(facts.head),
        overview=_overview(facts),
        weight=[_weight_row(line) for line in facts.weight_lines],
        reaching=reaching_shown(facts.reaching) if facts.reaching else None,
        contacts=[_event(request.actor, facts, contact) for contact in facts.contacts],
        allocations=[_given(each) for each in facts.allocations],
        goals=goals_shown(facts.plan),
        waits=_waits(facts),
        decisions=_decisions(request.actor, facts),
        changed_url=_changed_url(facts.head.reference, facts.plan) if facts.plan else "",
        doors=_doors(request.actor, facts),
        next_steps=_next_steps(request.actor, facts),
        form_language=facts.head.language if facts.head.language in PRINTED_IN else "both",
        review_passed=bool(
            facts.plan and facts.head.status == CaseStatus.OPEN and facts.plan.review_on < request.actor.on
        ),
        may_correct=_may(request.actor, facts, Permission.CORRECT_WHAT_MATTERS),
        may_rate=_may(request.actor, facts, Permission.RATE_GOAL),
        reopenings=[_reopened(each) for each in facts.reopenings],
    )


def _may(actor: Actor, facts: CaseFacts, permission: str) -> bool:
    """Whether somebody changes what is written here: never in an open case that they only cover."""
    return facts.head.status == CaseStatus.OPEN and actor.may(permission) and not facts.head.cover_for


def _doors(actor: Actor, facts: CaseFacts) -> list[Link]:
    if facts.head.status != CaseStatus.OPEN:
        return _to_person(actor, facts) + _back_in(actor, facts)
    found = [
        Link(label(), reverse(name, args=[facts.head.reference]))
        for code, name, label in DOORS
        if actor.may(code) and _fits(facts, code)
    ]
    return [*_to_person(actor, facts), *_to_team(facts), *found]


def _fits(facts: CaseFacts, code: str) -> bool:
    """Whether a door leads anywhere: nobody passes on what nobody holds, a family has one team, and cover is for what it allows."""
    if facts.head.cover_for and code not in COVER_ALLOWS:
        return False
    match code:
        case Permission.PROPOSE_TRANSFER:
            return bool(facts.head.worker)
        case Permission.FORM_FAMILY_TEAM:
            return not facts.family_team
    return True


def _to_team(facts: CaseFacts) -> list[Link]:
    team = facts.family_team
    return [Link(_("The team around the family"), reverse("casework:family_team", args=[team]))] if team else []


def _back_in(actor: Actor, facts: CaseFacts) -> list[Link]:
    may = actor.may(Permission.REOPEN_CASE)
    return [Link(_("Open it again"), reverse("casework:reopen_case", args=[facts.head.reference]))] if may else []


def _to_person(actor: Actor, facts: CaseFacts) -> list[Link]:
    """Their own page, and how it is safe to be in touch: asked there, shown here."""
    person = facts.head.resident_reference
    doors = (
        ("desk.read_overview", "desk:overview", _("Everything about this person")),
        ("desk.read_what_fits", "desk:what_fits", _("What fits them, and why not")),
        (PeoplePermission.READ_RESIDENT, "people:resident", _("The person's page")),
        (PeoplePermission.RECORD_SAFE_CONTACT, "people:record_safe_contact", _("Ask how it is safe to be in touch")),
    )
    return [Link(label, reverse(name, args=[person])) for code, name, label in doors if person and actor.may(code)]


def _next_steps(actor: Actor, facts: CaseFacts) -> list[Link]:
    """What most likely brought its reader here, first on the page: at most two of the doors."""
    if facts.head.status != CaseStatus.OPEN:
        return []
    if not facts.head.worker and actor.may(Permission.ALLOCATE_CASE):
        return [_door(facts, Permission.ALLOCATE_CASE)]
    wanted = [Permission.RECORD_CONTACT, *_missing(actor, facts)]
    doors = [_door(facts, code) for code in wanted[:2] if actor.may(code) and _fits(facts, code)]
    return [*_approval(actor, facts)[:1], *doors][:2]


def _missing(actor: Actor, facts: CaseFacts) -> list[Permission]:
    """What the case lacks: first what matters, then a plan that is not past its day."""
    if not facts.conversations:
        return [Permission.RECORD_WHAT_MATTERS]
    if _waits(facts):
        return []
    lacks_plan = facts.undecided is not None or facts.plan is None or facts.plan.review_on < actor.on
    return [Permission.AGREE_PLAN] if lacks_plan else []


def _waits(facts: CaseFacts) -> bool:
    return facts.undecided is not None and facts.undecided.state == PlanState.WAITING


def _decisions(actor: Actor, facts: CaseFacts) -> list[Link]:
    """What can be done about an edition that is not in force: whoever wrote it is never offered to approve it."""
    plan = facts.undecided
    if plan is None:
        return []
    links = [Link(_("What changed in it"), _changed_url(facts.head.reference, plan))] if plan.edition > 1 else []
    return links + _approval(actor, facts)


def _approval(actor: Actor, facts: CaseFacts) -> list[Link]:
    """The two answers to an edition that waits, for whoever may give them."""
    plan = facts.undecided
    if plan is None or plan.state != PlanState.WAITING or plan.recorded_by == actor.staff_id:
        return []
    offered = (
        (Permission.APPROVE_PLAN, "casework:approve_plan", _("Look at it and approve it")),
        (Permission.SEND_BACK_PLAN, "casework:send_back_plan", _("Send it back")),
    )
    where = [facts.head.reference, plan.edition]
    return [Link(label, reverse(name, args=where)) for code, name, label in offered if _may(actor, facts, code)]


def _changed_url(reference: str, plan: PlanFact) -> str:
    earlier = plan.edition - 1
    return reverse("casework:compare_plans", args=[reference, earlier, plan.edition]) if earlier else ""


def _door(facts: CaseFacts, permission: str) -> Link:
    return next(
        Link(label(), reverse(name, args=[facts.head.reference])) for code, name, label in DOORS if code == permission
    )


def _overview(facts: CaseFacts) -> list[SummaryRow]:
    head = facts.head
    rows = (
        (_("Age"), str(head.age) if head.age is not None else ""),
        (_("Language"), str(Language(head.language).label) if head.language else ""),
        (_("Cluster"), head.cluster or _("Outside every cluster")),
        (_("Lead worker"), head.lead),
        (_("Worker"), head.worker or _("Nobody yet")),
        (_("Opened"), head.opened_on),
        (_("Last contact"), head.last_contact_on or _("None yet")),
        (_("Next contact"), head.next_contact_on),
        (_("Why they asked"), head.stated_reason),
        (_("Closed"), facts.ended_on),
        (_("How it ended"), str(EndReason(facts.end_reason).label) if facts.end_reason else ""),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def _weight_row(line: WeightLine) -> tuple[str, str, int]:
    labels = {
        WeightPart.COMPLEXITY: Complexity,
        WeightPart.INTENSITY: Intensity,
        WeightPart.TRAVEL: TravelBand,
    }
    kind = labels.get(WeightPart(line.part))
    answer = str(kind(line.answer).label) if kind else _people(line.answer)
    return str(WeightPart(line.part).label), answer, line.points


def _people(answer: str) -> str:
    return _("4 or more") if answer == "4" else answer


def _event(actor: Actor, facts: CaseFacts, contact: ContactFact) -> TimelineEvent:
    """One contact; whoever may put it right opens it by its title."""
    open_it = _may(actor, facts, Permission.CORRECT_CONTACT)
    return TimelineEvent(
        title=_("%(kind)s, %(minutes)s minutes")
        % {"kind": ContactKind(contact.kind).label, "minutes": contact.minutes},
        at=contact.at,
        by=contact.by,
        text="\n".join(filter(None, _said(contact))),
        url=reverse("casework:correct_contact", args=[facts.head.reference, contact.id]) if open_it else "",
    )


def _said(contact: ContactFact) -> tuple[str, ...]:
    aim = _about(contact.goal, contact.wellbeing_goal)
    return contact.note, _next(contact.next_step), aim, contact.made_despite, _corrected(contact)


def _about(goal: str, wellbeing_goal: str) -> str:
    if goal and wellbeing_goal:
        return _("About the goal “%(goal)s”, for “%(wellbeing)s”.") % {"goal": goal, "wellbeing": wellbeing_goal}
    return _("About the goal “%(goal)s”.") % {"goal": goal} if goal else ""


def _corrected(contact: ContactFact) -> str:
    if contact.corrected_on is None:
        return ""
    return _("Put right on %(day)s. What it said before is kept.") % {"day": date_format(contact.corrected_on, "j F Y")}


def _given(told: AllocationFact) -> TimelineEvent:
    """One worker of the case, with what spoke for them."""
    against = _("Instead of %(worker)s: %(reason)s") % {"worker": told.proposed, "reason": told.override}
    lines = [against] if told.override else [sentence(reason) for reason in told.why]
    return TimelineEvent(title=told.worker, at=told.at, by=told.by, text="\n".join(lines))


def _reopened(told: ReopeningFact) -> TimelineEvent:
    """One time the case was opened again, and how it had ended before."""
    before = _("It had ended on %(day)s: %(reason)s.") % {
        "day": date_format(told.former_ended_on, "j F Y"),
        "reason": EndReason(told.former_end_reason).label,
    }
    return TimelineEvent(
        title=str(ReopenReason(told.reason).label),
        at=told.at,
        by=told.by,
        text="\n".join(filter(None, (told.because, before))),
    )


def _next(step: str) -> str:
    return _("Next: %(step)s") % {"step": step} if step else ""
