"""How codes of the front door look on its pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face.parts import SummaryRow, Tag, TimelineEvent
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import (
    BrokeringState,
    ClockStep,
    EndCode,
    Need,
    OwnStatus,
    PauseCause,
    ReferralSource,
    ReferralStatus,
    ReturnCause,
    Route,
    TimelineKind,
    Urgency,
    VoidCause,
)
from lynchpin.frontdoor.queries.brokering import Asked
from lynchpin.frontdoor.queries.clocks import Running
from lynchpin.frontdoor.queries.options import NextOption
from lynchpin.frontdoor.queries.pace import OUTSIDE, ClusterForecast
from lynchpin.frontdoor.queries.referrals import QueueRow, ReferralFacts, Step, Told
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.reasons import sentence
from lynchpin.people.choices import Channel, Language
from lynchpin.people.queries import ResidentBrief

STATUS_COLOURS = {
    ReferralStatus.RECEIVED: "orange",
    ReferralStatus.SCREENING: "blue",
    ReferralStatus.RETURNED: "magenta",
    ReferralStatus.BROKERED: "purple",
    ReferralStatus.WITH_PROVIDER: "green",
    ReferralStatus.ROUTED: "teal",
    ReferralStatus.TAKEN_UP: "green",
}
OWN_COLOURS = {OwnStatus.RECEIVED: "orange", OwnStatus.CONTACTED: "blue", OwnStatus.STARTED: "green"}
URGENCY_COLOURS = {Urgency.SAME_DAY: "red", Urgency.SOON: "orange"}


def status_tag(status: str) -> Tag:
    known = ReferralStatus(status)
    return Tag(str(known.label), STATUS_COLOURS.get(known, "grey"))


def own_status_tag(status: OwnStatus) -> Tag:
    return Tag(str(status.label), OWN_COLOURS.get(status, "grey"))


def urgency_tag(urgency: str) -> Tag:
    known = Urgency(urgency)
    return Tag(str(known.label), URGENCY_COLOURS.get(known, "grey"))


def time_left(row: QueueRow, now: datetime) -> Tag:
    """Working time left to the end of the clock that runs out first, in words; what is late says so first."""
    if row.due_at is None:
        return Tag(_("No clock runs"), "grey")
    minutes = rules.minutes_left(row.due_at, now, row.closed)
    return _late(-minutes) if row.due_at < now else _in_time(minutes)


def _late(minutes: int) -> Tag:
    days, hours = minutes // rules.DAY_MINUTES, minutes // 60
    if days:
        late = ngettext("Late by %(days)s working day", "Late by %(days)s working days", days) % {"days": days}
    elif not hours:
        late = _("Late by less than an hour")
    else:
        late = ngettext("Late by %(hours)s working hour", "Late by %(hours)s working hours", hours) % {"hours": hours}
    return Tag(late, "red")


def _in_time(minutes: int) -> Tag:
    days, hours = minutes // rules.DAY_MINUTES, minutes // 60
    if days:
        left = ngettext("%(days)s working day left", "%(days)s working days left", days) % {"days": days}
    elif hours:
        left = ngettext("%(hours)s working hour left", "%(hours)s working hours left", hours) % {"hours": hours}
    else:
        left = _("Less than an hour left")
    return Tag(left, "grey" if days else "orange")


def step_label(step: str) -> str:
    """What the clock that runs out first is for."""
    return str(ClockStep(step).label) if step else ""


def forecast_line(each: ClusterForecast) -> str:
    """What becomes of the decisions that wait in one cluster, in a sentence."""
    elsewhere = _("Outside every cluster") if each.key == OUTSIDE else _("Nobody has said where yet")
    told = {"cluster": each.name or elsewhere, "waiting": each.forecast.running}
    told |= {"late": each.forecast.late, "more": each.forecast.will_be_late}
    if not told["late"] and not told["more"]:
        return _("%(cluster)s: of %(waiting)s that wait for a decision, none will be late.") % told
    return (
        _("%(cluster)s: of %(waiting)s that wait for a decision, %(late)s late already and %(more)s more to come.")
        % told
    )


def known_as(resident: ResidentBrief) -> str:
    """A resident as they stand in a choice: told apart from others of their name."""
    if resident.birth_date is None:
        return _("%(name)s (%(reference)s), date of birth not known") % {
            "name": resident.name,
            "reference": resident.reference,
        }
    born = date_format(resident.birth_date, "j F Y")
    return _("%(name)s (%(reference)s), born on %(born)s") % {
        "name": resident.name,
        "reference": resident.reference,
        "born": born,
    }


def yes_or_no(answer: bool | None) -> str:
    return {True: _("Yes"), False: _("No"), None: _("Not said")}[answer]


def told_rows(told: Told) -> list[SummaryRow]:
    """What was told, leaving out what was not: what they want first, then how it is safe to reach them."""
    safe = told.safe_contact
    ways = ", ".join(str(Channel(channel).label) for channel in safe.get("channels", ()))
    rows: list[tuple[str, Any]] = [
        (_("Name"), told.name),
        (_("Date of birth"), told.birth_date),
        (_("Told by"), _("The person themselves") if told.for_self else _teller(told)),
        (_("The person agrees that we get in touch"), "" if told.for_self else yes_or_no(told.agrees)),
        (_("Would like help with"), ", ".join(str(Need(need).label) for need in told.needs)),
        (_("In their own words"), told.in_their_words),
        (_("Done or tried already"), told.what_was_tried),
        (_("Language"), str(Language(told.language).label) if told.language else ""),
        (_("Safe ways to reach them"), ways),
        (_("Good and safe times"), safe.get("when", "")),
        (_("A voicemail is safe"), yes_or_no(safe.get("voicemail_ok")) if safe else ""),
        (_("Who must not know"), safe.get("must_not_know", "")),
        (_("Phone number"), told.phone),
        (_("E-mail address"), told.email),
        (_("Address"), ", ".join(filter(None, (told.address, told.postcode)))),
        (_("Met at"), told.met_at),
        (_("Stepping down from"), told.steps_down_from),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def _teller(told: Told) -> str:
    return ", ".join(filter(None, (told.by, told.from_organisation)))


def decided_rows(facts: ReferralFacts) -> list[SummaryRow]:
    """What has been decided so far, leaving out what has not."""
    rows: list[tuple[str, Any]] = [
        (_("How it came"), str(ReferralSource(facts.row.source).label)),
        (_("Came on"), facts.row.received_on),
        (_("An answer was promised by"), facts.row.decide_by_on if facts.row.waits else None),
        (_("Who has it now"), facts.owner or _("The central support team")),
        (_("How they are worked with"), str(Route(facts.route).label) if facts.route else ""),
        (_("Why"), facts.route_reason),
        (_("Reason that may be given to the person"), facts.stated_reason),
        (_("Advice given"), facts.advice_given),
        (_("Why they are back"), str(ReturnCause(facts.returned_because).label) if facts.returned_because else ""),
        (_("How it ended"), end_label(facts.end_code)),
        (_("The same as"), facts.duplicate_of),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def end_label(code: str) -> str:
    """How a referral ended, or why it was set aside."""
    if not code:
        return ""
    return str(EndCode(code).label if code in EndCode.values else VoidCause(code).label)


def asked_rows(asked: Asked) -> list[SummaryRow]:
    """One provider that was asked, and what came of it."""
    why = str(ReturnCause(asked.returned_because).label) if asked.returned_because else ""
    rows: list[tuple[str, Any]] = [
        (_("Who was asked"), asked.organisation),
        (_("For what"), asked.offer),
        (_("How far it is"), str(BrokeringState(asked.state).label)),
        (_("Why"), why),
        (_("An answer is due by"), local_date(asked.answer_due_at) if asked.state == BrokeringState.ASKED else ""),
        (_("They start on"), asked.starts_on),
        (_("Answered by"), asked.answered_by),
        (_("What they were told"), asked.packet),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def clock_rows(clocks: tuple[Running, ...]) -> list[SummaryRow]:
    """The clocks that run, each with the day by whose end it is met; or why it stands still."""
    return [SummaryRow(step_label(each.step), _due_or_paused(each)) for each in clocks]


def _due_or_paused(each: Running) -> Any:
    if each.paused_at is None:
        return local_date(each.due_at)
    return Tag(_("Stands still: %(why)s") % {"why": PauseCause(each.paused_because).label}, "blue")


def option_links(options: tuple[NextOption, ...], reference: str) -> list[dict[str, Any]]:
    """What could come next, best first: its words, its address and its reasons."""
    return [
        {"label": _option_label(each), "url": _option_url(each, reference), "why": [sentence(one) for one in each.why]}
        for each in options
    ]


def _option_label(each: NextOption) -> str:
    match each.step:
        case rules.NextStep.PROVIDER if not each.line_key:
            return _("Hand to %(provider)s") % {"provider": each.provider}
        case rules.NextStep.PROVIDER:
            return _("Ask %(provider)s: %(line)s") % {"provider": each.provider, "line": each.line}
        case rules.NextStep.WORKER:
            return _("Pass to a lead worker")
    return _("Pass to a statutory service")


def _option_url(each: NextOption, reference: str) -> str:
    chosen = {"offer": each.line_key, "organisation": each.provider_key} if each.provider_key else {}
    address = reverse(f"frontdoor:{each.step}", args=[reference])
    return f"{address}?{urlencode(chosen)}" if chosen else address


def events(steps: tuple[Step, ...]) -> list[TimelineEvent]:
    return [TimelineEvent(kind_label(step.kind), step.at, step.by, step.note) for step in steps]


def kind_label(kind: str) -> str:
    return str(TimelineKind(kind).label)
