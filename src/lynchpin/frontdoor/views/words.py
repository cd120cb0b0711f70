"""How codes of the front door look on its pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face.parts import SummaryRow, Tag, TimelineEvent
from lynchpin.frontdoor.choices import (
    Need,
    OwnStatus,
    ReferralSource,
    ReferralStatus,
    Route,
    TimelineKind,
    Urgency,
)
from lynchpin.frontdoor.queries.referrals import ReferralFacts, Step, Told
from lynchpin.people.choices import Channel, Language

STATUS_COLOURS = {
    ReferralStatus.RECEIVED: "orange",
    ReferralStatus.SCREENING: "blue",
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


def time_left(days: int) -> Tag:
    """Working days left, in words; a day that has passed says so first."""
    if days < 0:
        late = ngettext("Late by %(days)s working day", "Late by %(days)s working days", -days) % {"days": -days}
        return Tag(late, "red")
    if days == 0:
        return Tag(_("Decide today"), "orange")
    return Tag(ngettext("%(days)s working day left", "%(days)s working days left", days) % {"days": days}, "grey")


def yes_or_no(answer: bool | None) -> str:
    return {True: _("Yes"), False: _("No"), None: _("Not said")}[answer]


def told_rows(told: Told) -> list[SummaryRow]:
    """What was told, leaving out what was not."""
    safe = told.safe_contact
    ways = ", ".join(str(Channel(channel).label) for channel in safe.get("channels", ()))
    rows: list[tuple[str, Any]] = [
        (_("Name"), told.name),
        (_("Date of birth"), told.birth_date),
        (_("Told by"), ", ".join(filter(None, (told.by, told.from_organisation)))),
        (_("Asks for themselves"), yes_or_no(told.for_self)),
        (_("The person agrees that we get in touch"), yes_or_no(told.agrees)),
        (_("Language"), str(Language(told.language).label) if told.language else ""),
        (_("Safe ways to reach them"), ways),
        (_("Good and safe times"), safe.get("when", "")),
        (_("A voicemail is safe"), yes_or_no(safe.get("voicemail_ok")) if safe else ""),
        (_("Who must not know"), safe.get("must_not_know", "")),
        (_("Phone number"), told.phone),
        (_("E-mail address"), told.email),
        (_("Address"), ", ".join(filter(None, (told.address, told.postcode)))),
        (_("Would like help with"), ", ".join(str(Need(need).label) for need in told.needs)),
        (_("In their own words"), told.in_their_words),
        (_("Met at"), told.met_at),
        (_("Stepping down from"), told.steps_down_from),
        (_("Done or tried already"), told.what_was_tried),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def decided_rows(facts: ReferralFacts) -> list[SummaryRow]:
    """What has been decided so far, leaving out what has not."""
    rows: list[tuple[str, Any]] = [
        (_("How it came"), str(ReferralSource(facts.row.source).label)),
        (_("Decide by"), facts.row.decide_by_on),
        (_("Who has it now"), facts.owner or _("The central support team")),
        (_("What happens next"), str(Route(facts.route).label) if facts.route else ""),
        (_("Why"), facts.route_reason),
        (_("Reason that may be given to the person"), facts.stated_reason),
        (_("Advice given"), facts.advice_given),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def events(steps: tuple[Step, ...]) -> list[TimelineEvent]:
    return [TimelineEvent(kind_label(step.kind), step.at, step.by, step.note) for step in steps]


def kind_label(kind: str) -> str:
    return str(TimelineKind(kind).label)
