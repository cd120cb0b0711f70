"""One concern: its words, its steps and what is due."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow, TimelineEvent
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission
from lynchpin.safeguarding.queries import ConcernRecord
from lynchpin.safeguarding.rules import Step
from lynchpin.safeguarding.views.due import due_in_words, moment, time_of_day


@page(Permission.READ_CONCERNS, opens="concern")
def concern_page(request: Request, reference: str) -> HttpResponse:
    """For the safeguarding lead alone."""
    facts = queries.concern(request.actor, reference, clock.now())
    steps = _steps(facts)
    shown = {
        "about": _about(facts),
        "events": _events(facts),
        "next_step": next(iter(steps), None),
        "other_steps": steps[1:],
        "due": due_in_words(facts.row),
    }
    return show(request, "safeguarding/concern.html", facts=facts, **shown)


def _about(facts: ConcernRecord) -> list[SummaryRow]:
    told = {True: _("Yes"), False: _("No"), None: _("Not said")}[facts.told_person]
    rows = [
        SummaryRow(_("Under 18"), _("Yes") if facts.about_child else _("No")),
        SummaryRow(_("Kind of harm feared"), str(facts.row.category.label)),
        SummaryRow(
            _("Position of trust"), _("Yes: tell the designated officer") if facts.position_of_trust else _("No")
        ),
        SummaryRow(_("Seen or heard on"), moment(facts.seen_or_heard_at) if facts.seen_or_heard_at else ""),
        SummaryRow(_("Raised by"), facts.raised_by),
        SummaryRow(_("The person was told"), told),
        SummaryRow(_("Why not"), facts.why_not_told),
        SummaryRow(_("Reported to"), facts.reported_to),
        SummaryRow(_("What came of it"), facts.outcome),
    ]
    return [row for row in rows if row.value]


def _events(facts: ConcernRecord) -> list[TimelineEvent]:
    happened = (
        (_("Raised"), facts.raised_at),
        (_("Reported by telephone"), facts.reported_at),
        (_("Confirmed in writing"), facts.confirmed_at),
        (_("Acknowledged"), facts.acknowledged_at),
        (_("Closed"), facts.closed_at),
    )
    return [TimelineEvent(title, at, text=_("At %(time)s") % {"time": time_of_day(at)}) for title, at in happened if at]


def _steps(facts: ConcernRecord) -> list[Link]:
    if facts.row.due is None:
        return []
    words = {
        Step.REPORT: ("report_concern", _("Record the report by telephone")),
        Step.CONFIRM: ("confirm_concern", _("Record that it was confirmed in writing")),
        Step.ACKNOWLEDGE: ("acknowledge_concern", _("Record the acknowledgement")),
        Step.CLOSE: ("close_concern", _("Close this concern")),
    }
    offered = dict.fromkeys((facts.row.due.step, Step.CLOSE))
    return [
        Link(words[step][1], reverse(f"safeguarding:{words[step][0]}", args=[facts.row.reference])) for step in offered
    ]
