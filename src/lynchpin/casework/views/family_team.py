"""The page of a team around the family: what is needed next, who agreed, the plan, the meetings."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.family_rules import steps_down
from lynchpin.casework.family_words import FamilyActionStatus, FamilyAnswer, FamilyOutcome, FamilyTeamStatus
from lynchpin.casework.queries.families.team import (
    ActionFact,
    FamilyTeamFacts,
    MeetingFact,
)
from lynchpin.casework.queries.families.team import (
    family_team_page as team_read,
)
from lynchpin.face.parts import Link, SummaryRow, Tag, TimelineEvent
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show

DOORS = (
    (Permission.JOIN_FAMILY_TEAM, lambda: _("Put somebody on the team")),
    (Permission.ASSESS_FAMILY, lambda: _("Assess with the family")),
    (Permission.ADD_FAMILY_ACTION, lambda: _("Add to the plan")),
    (Permission.HOLD_FAMILY_MEETING, lambda: _("Record a meeting")),
    (Permission.OFFER_FAMILY_LEAD, lambda: _("Offer the lead to a colleague")),
    (Permission.CLOSE_FAMILY_TEAM, lambda: _("Close the team")),
)
NEEDS_A_YES = (Permission.ASSESS_FAMILY, Permission.ADD_FAMILY_ACTION, Permission.HOLD_FAMILY_MEETING)
COLOURS = {FamilyTeamStatus.FORMING: "yellow", FamilyTeamStatus.MEETING: "teal", FamilyTeamStatus.CLOSED: "grey"}
ANSWERED = {FamilyAnswer.YES: "green", FamilyAnswer.NO: "grey", FamilyAnswer.WITHDRAWN: "orange"}


@page(Permission.READ_FAMILY_TEAM, opens="family team")
def family_team_page(request: Request, reference: str) -> HttpResponse:
    facts = team_read(request.actor, reference)
    actor = request.actor
    return show(
        request,
        "casework/family_team.html",
        facts=facts,
        heading=heading(facts),
        state=Tag(str(FamilyTeamStatus(facts.status).label), COLOURS[FamilyTeamStatus(facts.status)]),
        sentence=_sentence(actor, facts),
        first=_first(actor, facts),
        overview=_overview(facts),
        family=[(kin, _answer(kin.answer)) for kin in facts.family],
        actions=[(each, action_tag(each)) for each in facts.actions],
        meetings=[_event(each) for each in facts.meetings],
        doors=_doors(actor, facts),
        may_ask=facts.open and actor.may(Permission.RECORD_FAMILY_ANSWER),
        may_part=facts.open and actor.may(Permission.LEAVE_FAMILY_TEAM),
        may_settle=facts.open and actor.may(Permission.SETTLE_FAMILY_ACTION),
    )


def heading(facts: FamilyTeamFacts) -> str:
    """Whose team it is."""
    return _("Team around the family of %(name)s") % {"name": facts.name or facts.reference}


def action_tag(action: ActionFact) -> Tag:
    """How far an action is."""
    if action.late:
        return Tag(_("Late"), "red")
    colours = {FamilyActionStatus.OPEN: "teal", FamilyActionStatus.DONE: "green", FamilyActionStatus.STOPPED: "grey"}
    status = FamilyActionStatus(action.status)
    return Tag(str(status.label), colours[status])


def _answer(answer: str) -> Tag:
    return Tag(str(FamilyAnswer(answer).label), ANSWERED[FamilyAnswer(answer)]) if answer else Tag(_("Not asked yet"))


def _sentence(actor: Actor, facts: FamilyTeamFacts) -> str:
    """What is needed next, in words."""
    if not facts.open:
        return _("This team is closed: %(outcome)s.") % {"outcome": FamilyOutcome(facts.outcome).label}
    if facts.offered_to_me:
        return _("You are asked to become the lead professional of this team.")
    if not facts.agreed:
        return _("Ask each of the family whether they agree. Nothing of theirs is kept before they do.")
    if facts.told and facts.assessment is None:
        return _("Talk with the family about what is going well and what they would like.")
    if facts.next_on < actor.on:
        return _("The meeting that was due by %(day)s is late.") % {"day": _day(facts.next_on)}
    if facts.review_on is None:
        return _("The first meeting is due by %(day)s.") % {"day": _day(facts.next_on)}
    return _("The plan is looked at again by %(day)s.") % {"day": _day(facts.next_on)}


def _first(actor: Actor, facts: FamilyTeamFacts) -> Link | None:
    """The one thing that most likely comes next."""
    if facts.offered_to_me and actor.may(Permission.TAKE_FAMILY_LEAD):
        return _link(facts, Permission.TAKE_FAMILY_LEAD, _("Take the lead"))
    if not facts.open:
        return _onward(actor, facts)
    if not facts.agreed:
        return None  # each of the family has a link of their own
    if facts.assessment is None and actor.may(Permission.ASSESS_FAMILY):
        return _link(facts, Permission.ASSESS_FAMILY, _("Assess with the family"))
    if actor.may(Permission.HOLD_FAMILY_MEETING):
        return _link(facts, Permission.HOLD_FAMILY_MEETING, _("Record a meeting"))
    return None


def _onward(actor: Actor, facts: FamilyTeamFacts) -> Link | None:
    """After an end that leads elsewhere, the handover; a later room's page, by its address."""
    if not (steps_down(facts.outcome) and facts.case_reference and actor.may("pathways.prepare_handover")):
        return None
    return Link(_("Prepare a handover"), reverse("pathways:prepare_handover", args=[facts.case_reference]))


def _doors(actor: Actor, facts: FamilyTeamFacts) -> list[Link]:
    found = []
    if facts.case_reference and actor.may(Permission.READ_CASE):
        found.append(Link(_("Their case"), reverse("casework:case", args=[facts.case_reference])))
    if facts.assessment:
        found.append(Link(_("The assessment to print"), reverse("casework:family_paper", args=[facts.reference])))
    if facts.open:
        offered = [(code, words) for code, words in DOORS if facts.agreed or code not in NEEDS_A_YES]
        found += [_link(facts, code, words()) for code, words in offered if actor.may(code)]
    return found


def _link(facts: FamilyTeamFacts, code: Permission, words: str) -> Link:
    return Link(words, reverse(f"casework:{code.split('.')[1]}", args=[facts.reference]))


def _overview(facts: FamilyTeamFacts) -> list[SummaryRow]:
    rows = (
        (_("Lead professional"), facts.lead),
        (_("Lead offered to"), facts.next_lead),
        (_("Formed"), facts.formed_on),
        (_("First meeting by"), facts.meet_until_on if facts.review_on is None and facts.open else ""),
        (_("Next review by"), facts.review_on if facts.open else ""),
        (_("Closed"), facts.closed_on),
        (_("What has changed for the family"), facts.outcome_note),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def _event(meeting: MeetingFact) -> TimelineEvent:
    came = _("Came: %(names)s.") % {"names": ", ".join(meeting.came)}
    text = f"{came}\n{meeting.agreed}"
    return TimelineEvent(title=_("The team met"), at=meeting.held_on, by=meeting.by, text=text)


def _day(day: object) -> str:
    return date_format(day, "j F Y")  # type: ignore[arg-type]
