"""A person's place on a pathway: what is needed next, in words, and one thing to do first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow, Tag, Task, TimelineEvent
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission, PlaceMoveKind, PlaceState, Promise
from lynchpin.pathways.queries.place import GuaranteeFact, MoveLine, PlaceFacts, WayOn
from lynchpin.pathways.queries.place import place_page as place_facts
from lynchpin.pathways.rules import Need
from lynchpin.pathways.views.words import place_tag, why_left


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing to do first: a sentence, and a button where the role may do it."""

    sentence: str
    button: Link | None = None


@page(Permission.READ_PLACE, opens="place")
def place_page(request: Request, reference: str) -> HttpResponse:
    facts = place_facts(request.actor, reference)
    return show(
        request,
        "pathways/place.html",
        facts=facts,
        head=facts.head,
        state=place_tag(facts.head),
        overview=_overview(facts),
        next=_next(request.actor, facts),
        ways=[_way(request.actor, facts, way) for way in facts.ways_on],
        guarantees=[_guarantee(request.actor, facts, each) for each in facts.guarantees],
        history=[_event(line) for line in facts.history],
        doors=_doors(request.actor, facts),
    )


def _next(actor: Actor, facts: PlaceFacts) -> Next:
    owed = next((each for each in facts.guarantees if each.given_on is None), None)
    if not facts.case_open:
        return Next(_("The work with this person has ended. Reopen their case to go on here."))
    if owed is not None:
        promise = {"promise": Promise(owed.kind).label}
        return Next(_("Promised to them and still to be kept: %(promise)s.") % promise, _give(actor, facts, owed))
    if facts.head.state == PlaceState.PAUSED:
        door = _door(actor, facts, Permission.RESUME_PATHWAY, _("Go on after the break"))
        return Next(_("They are having a break."), door)
    if facts.ways_back:
        return Next(
            _("They can come back whenever they want to."),
            _door(actor, facts, Permission.RE_ENTER_PATHWAY, _("Take them back in")),
        )
    if facts.head.state != PlaceState.ON or not facts.ways_on:
        return Next(_("Nothing more is needed on this pathway."))
    return _forward(actor, facts, min(facts.ways_on, key=lambda way: way.unmet))


def _forward(actor: Actor, facts: PlaceFacts, way: WayOn) -> Next:
    need = way.first_unmet
    if need is None and way.kind == "complete":
        door = _door(actor, facts, Permission.COMPLETE_PATHWAY, _("Complete the pathway"))
        return Next(_("Everything is there: they can complete the pathway."), door)
    if need is None:
        sentence = _("Everything is there: they can step up to %(step)s.") % {"step": way.name}
        return Next(sentence, _door(actor, facts, Permission.STEP_UP, _("Step up")))
    if need.answer is None:
        return Next(need.question.asks, _answer(actor, facts, need, _("Answer this question")))
    sentence = _("This is needed first: %(needed)s.") % {"needed": need.needed}
    return Next(sentence, _answer(actor, facts, need, _("Answer again")))


def _door(actor: Actor, facts: PlaceFacts, permission: Permission, label: str) -> Link | None:
    phrase = permission.split(".")[1]
    return Link(label, reverse(f"pathways:{phrase}", args=[facts.head.reference])) if actor.may(permission) else None


def _answer(actor: Actor, facts: PlaceFacts, need: Need, label: str) -> Link | None:
    address = reverse("pathways:answer_step_test", args=[facts.head.reference, need.question.key])
    return Link(label, address) if actor.may(Permission.ANSWER_STEP_TEST) else None


def _give(actor: Actor, facts: PlaceFacts, owed: GuaranteeFact) -> Link | None:
    address = reverse("pathways:give_guarantee", args=[facts.head.reference, owed.id])
    return Link(_("Record that it was kept"), address) if actor.may(Permission.GIVE_GUARANTEE) else None


def _task(actor: Actor, facts: PlaceFacts, need: Need) -> Task:
    link = _answer(actor, facts, need, "") if facts.case_open else None
    return Task(need.question.asks, _met(need), url=link.href if link else "", hint=_needed(need))


def _needed(need: Need) -> str:
    """What has to be so, while it is not."""
    return "" if need.met else _("Needed: %(needed)s") % {"needed": need.needed}


def _met(need: Need) -> Tag:
    if need.answer is None:
        return Tag(_("Not answered"), "grey")
    return Tag(_("Met"), "green") if need.met else Tag(_("Not yet"), "yellow")


def _way(actor: Actor, facts: PlaceFacts, way: WayOn) -> tuple[str, str, list[Task]]:
    """A key of its own on the page, the way in words, and what it asks."""
    return f"to-{way.step or way.kind}", _way_name(way), [_task(actor, facts, need) for need in way.needs]


def _way_name(way: WayOn) -> str:
    if way.kind == "complete":
        return _("To complete the pathway")
    return _("To step up to %(step)s") % {"step": way.name}


def _doors(actor: Actor, facts: PlaceFacts) -> list[Link]:
    offered: list[tuple[Permission, str]] = []
    if facts.case_open and facts.head.state == PlaceState.ON:
        ready = any(way.step and way.why_not is None for way in facts.ways_on)
        offered += [(Permission.STEP_UP, _("Step up"))] if ready else []
        offered += [(Permission.STEP_DOWN, _("Step down"))] if facts.ways_down else []
        offered += [(Permission.PAUSE_PATHWAY, _("Have a break"))]
    if facts.case_open and facts.head.state in (PlaceState.ON, PlaceState.PAUSED):
        offered += [(Permission.LEAVE_PATHWAY, _("Leave the pathway"))]
    doors = (_door(actor, facts, code, label) for code, label in offered)
    case = Link(_("Their case"), reverse("casework:case", args=[facts.head.case_reference]))
    return [case, *(door for door in doors if door is not None)]


def _overview(facts: PlaceFacts) -> list[SummaryRow]:
    head = facts.head
    rows = (
        (_("Pathway"), head.pathway_name),
        (_("Step"), f"{head.number}. {head.step_name}"),
        (_("On this step since"), head.stepped_on),
        (_("With"), head.holder),
        (_("Ended"), head.ended_on),
        (_("Why they left"), why_left(head.left_because)),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def _guarantee(actor: Actor, facts: PlaceFacts, each: GuaranteeFact) -> Task:
    if each.given_on is not None:
        status, hint = Tag(_("Kept"), "green"), each.given_with
    else:
        status = Tag(_("Overdue"), "red") if each.overdue else Tag(_("Owed"), "yellow")
        hint = _("By %(day)s") % {"day": f"{each.due_on.day}/{each.due_on.month}/{each.due_on.year}"}
    link = _give(actor, facts, each) if each.given_on is None else None
    return Task(str(Promise(each.kind).label), status, url=link.href if link else "", hint=hint)


def _event(line: MoveLine) -> TimelineEvent:
    kind = str(PlaceMoveKind(line.kind).label)
    moved = line.kind in (PlaceMoveKind.UP, PlaceMoveKind.DOWN, PlaceMoveKind.RE_ENTERED)
    title = _("%(what)s to %(step)s") % {"what": kind, "step": line.to_name} if moved else kind
    return TimelineEvent(title=title, at=line.moved_on, by=line.by, text=line.reason)
