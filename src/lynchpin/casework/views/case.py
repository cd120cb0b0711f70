"""The case page: overview, what matters, plan, contacts."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import (
    CaseStatus,
    Complexity,
    ContactKind,
    EndReason,
    Intensity,
    Permission,
    ReopenReason,
    TravelBand,
    WeightPart,
)
from lynchpin.casework.queries.case import AllocationFact, CaseFacts, ContactFact, ReopeningFact
from lynchpin.casework.queries.case import case_page as case_facts
from lynchpin.casework.rules import WeightLine
from lynchpin.casework.views.columns import state_of
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
    (Permission.RECORD_WHAT_MATTERS, "casework:record_what_matters", lambda: _("Record what matters")),
    (Permission.AGREE_PLAN, "casework:agree_plan", lambda: _("Agree a plan")),
    (Permission.ALLOCATE_CASE, "casework:allocate_case", lambda: _("Give it to a worker")),
    (Permission.PROPOSE_TRANSFER, "casework:propose_transfer", lambda: _("Pass it to a colleague")),
    (Permission.WEIGH_CASE, "casework:weigh_case", lambda: _("Weigh it again")),
    ("outcomes.record_outcome", "outcomes:record_outcome", lambda: _("Record an outcome")),
    ("pathways.start_pathway", "pathways:choose_pathway", lambda: _("Start a pathway")),
    ("pathways.prepare_handover", "pathways:prepare_handover", lambda: _("Prepare a handover")),
    ("outcomes.close_case", "outcomes:close_case", lambda: _("Close the case")),
)


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
        contacts=[_event(contact) for contact in facts.contacts],
        allocations=[_given(each) for each in facts.allocations],
        doors=_doors(request.actor, facts),
        next_steps=_next_steps(request.actor, facts),
        review_passed=bool(
            facts.plan and facts.head.status == CaseStatus.OPEN and facts.plan.review_on < request.actor.on
        ),
        may_rate=facts.head.status == CaseStatus.OPEN
        and request.actor.may(Permission.RATE_GOAL)
        and not facts.head.cover_for,
        reopenings=[_reopened(each) for each in facts.reopenings],
    )


def _doors(actor: Actor, facts: CaseFacts) -> list[Link]:
    if facts.head.status != CaseStatus.OPEN:
        return _to_person(actor, facts) + _back_in(actor, facts)
    return _to_person(actor, facts) + [
        Link(label(), reverse(name, args=[facts.head.reference]))
        for code, name, label in DOORS
        if actor.may(code) and _fits(facts, code)
    ]


def _fits(facts: CaseFacts, code: str) -> bool:
    """Whether a door leads anywhere: nobody passes on what nobody holds, and cover is for reading and for contacts."""
    if facts.head.cover_for:
        return code == Permission.RECORD_CONTACT
    return code != Permission.PROPOSE_TRANSFER or bool(facts.head.worker)


def _back_in(actor: Actor, facts: CaseFacts) -> list[Link]:
    may = actor.may(Permission.REOPEN_CASE)
    return [Link(_("Open it again"), reverse("casework:reopen_case", args=[facts.head.reference]))] if may else []


def _to_person(actor: Actor, facts: CaseFacts) -> list[Link]:
    """Their own page, and how it is safe to be in touch: asked there, shown here."""
    person = facts.head.resident_reference
    doors = (
        ("desk.read_overview", "desk:overview", _("Everything about this person")),
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
    return [_door(facts, code) for code in wanted[:2] if actor.may(code) and _fits(facts, code)]


def _missing(actor: Actor, facts: CaseFacts) -> list[Permission]:
    """What the case lacks: first what matters, then a plan that is not past its day."""
    if not facts.conversations:
        return [Permission.RECORD_WHAT_MATTERS]
    lacks_plan = facts.plan is None or facts.plan.review_on < actor.on
    return [Permission.AGREE_PLAN] if lacks_plan else []


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


def _event(contact: ContactFact) -> TimelineEvent:
    return TimelineEvent(
        title=_("%(kind)s, %(minutes)s minutes")
        % {"kind": ContactKind(contact.kind).label, "minutes": contact.minutes},
        at=contact.at,
        by=contact.by,
        text="\n".join(filter(None, (contact.note, _next(contact.next_step), contact.made_despite))),
    )


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
