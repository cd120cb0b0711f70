"""How what happened with a person reads on their timeline, and where each line of it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.casework.choices import ContactKind
from lynchpin.desk.choices import Happened
from lynchpin.desk.queries.overview import PersonOverview
from lynchpin.desk.queries.timeline import Event, at_noon
from lynchpin.face.parts import TimelineEvent
from lynchpin.frontdoor.views.words import kind_label
from lynchpin.notices.choices import NoticeKind
from lynchpin.pathways.choices import PlaceMoveKind

MOST_LATELY = 6
PAGES: Mapping[Happened, str] = {
    Happened.REFERRAL: "frontdoor:referral",
    Happened.CASE: "casework:case",
    Happened.CONTACT: "casework:case",
    Happened.PLAN: "casework:case",
    Happened.PATHWAY: "pathways:place",
    Happened.OUTCOME: "casework:case",
    Happened.NOTICE: "notices:notice",
}
OF_CASES: Mapping[str, Any] = {
    "opened": gettext_lazy("A case was opened"),
    "allocated": gettext_lazy("A worker took the case on"),
    "closed": gettext_lazy("The case was closed"),
}


def happening(event: Event) -> TimelineEvent:
    """One line of the timeline."""
    url = reverse(PAGES[event.kind], args=[event.reference]) if event.reference else ""
    return TimelineEvent(said(event), event.at, event.by, event.text, url)


def said(event: Event) -> str:
    """What happened, in words."""
    match event.kind:
        case Happened.REFERRAL:
            return str(kind_label(event.code))
        case Happened.CASE:
            return str(OF_CASES[event.code])
        case Happened.CONTACT:
            return _("Contact: %(kind)s") % {"kind": ContactKind(event.code).label}
        case Happened.PLAN:
            return _plan(event)
        case Happened.PATHWAY:
            return _("%(what)s, on the step: %(step)s") % {"what": PlaceMoveKind(event.code).label, "step": event.about}
        case Happened.OUTCOME:
            return _("What changed: %(measure)s") % {"measure": event.about}
        case Happened.NOTICE:
            return _("Message: %(kind)s") % {"kind": NoticeKind(event.code).label}


def _plan(event: Event) -> str:
    if event.code == "heard":
        return _("They said what matters to them")
    return _("Edition %(edition)s of the plan was agreed") % {"edition": event.about}


def lately(facts: PersonOverview) -> list[TimelineEvent]:
    """The newest few of what an overview knows already; the whole of it has a page of its own."""
    newest = sorted(_known(facts), key=lambda event: event.at, reverse=True)  # of one moment, as given
    return [happening(event) for event in newest[:MOST_LATELY]]


def _known(facts: PersonOverview) -> Iterator[Event]:
    for referral in facts.referrals or ():
        for step in reversed(referral.steps):
            yield Event(Happened.REFERRAL, step.kind, step.at, referral.reference, by=step.by)
    case = facts.case.reference if facts.case else ""
    for contact in facts.case.contacts if facts.case else ():
        yield Event(Happened.CONTACT, contact.kind, contact.at, case, by=contact.by, text=contact.note)
    for outcome in facts.outcomes or ():
        yield Event(Happened.OUTCOME, "achieved", at_noon(outcome.achieved_on), case, about=outcome.measure)
