"""How codes of the front door look on its pages."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
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
from lynchpin.frontdoor.queries.referrals import QueueRow, ReferralFacts, Step, Told
from lynchpin.people.choices import Channel, Language
from lynchpin.people.queries import ResidentBrief

STATUS_COLOURS = {
    ReferralStatus.RECEIVED: "orange",
    ReferralStatus.SCREENING: "blue",
    ReferralStatus.ROUTED: "teal",
    ReferralStatus.TAKEN_UP: "green",
}
OWN_COLOURS = {OwnStatus.RECEIVED: "orange", OwnStatus.LOOKED_AT: "blue", OwnStatus.WORKED_WITH: "green"}
URGENCY_COLOURS = {Urgency.SAME_DAY: "red", Urgency.SOON: "orange"}


def status_tag(status: str) -> Tag:
    known = ReferralStatus(status)
    return Tag(str(known.label), STATUS_COLOURS.get(known, "grey"))


def own_status_tag(status: OwnStatus) -> Tag:
    return Tag(str(status.label), OWN_COLOURS.get(status, "grey"))


def urgency_tag(urgency: str) -> Tag:
    known = Urgency(urgency)
    return Tag(str(known.label), URGENCY_COLOURS.get(known, "grey"))


def queued(row: QueueRow) -> Tag:
    """How long a referral may wait; nothing is late that was decided."""
    return time_left(row.days_left) if row.waits else Tag(_("Decided"), "grey")


def time_left(days: int) -> Tag:
    """Working days left, in words; a day that has passed says so first."""
    if days < 0:
        late = ngettext("Late by %(days)s working day", "Late by %(days)s working days", -days) % {"days": -days}
        return Tag(late, "red")
    if days == 0:
        return Tag(_("Decide today"), "orange")
    return Tag(ngettext("%(days)s working day left", "%(days)s working days left", days) % {"days": days}, "grey")


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
        (_("Tried already"), told.what_was_tried),
        (_("Language"), str(Language(told.language).label) if told.language else ""),
        (_("Safe ways to reach them"), ways),
        (_("Good and safe times"), safe.get("when", "")),
        (_("A voicemail is safe"), yes_or_no(safe.get("voicemail_ok")) if safe else ""),
        (_("Who must not know"), safe.get("must_not_know", "")),
        (_("Phone number"), told.phone),
        (_("E-mail address"), told.email),
        (_("Address"), ", ".join(filter(None, (told.address, told.postcode)))),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def _teller(told: Told) -> str:
    return ", ".join(filter(None, (told.by, told.from_organisation)))


def decided_rows(facts: ReferralFacts) -> list[SummaryRow]:
    """What has been decided so far, leaving out what has not."""
    rows: list[tuple[str, Any]] = [
        (_("How it came"), str(ReferralSource(facts.row.source).label)),
        (_("Came on"), facts.row.received_on),
        (_("Decide by"), facts.row.decide_by_on if facts.row.waits else None),
        (_("Who has it now"), facts.owner or _("The central support team")),
        (_("How they are worked with"), str(Route(facts.route).label) if facts.route else ""),
        (_("Why"), facts.route_reason),
        (_("Reason that may be given to the person"), facts.stated_reason),
        (_("Advice given"), facts.advice_given),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def events(steps: tuple[Step, ...]) -> list[TimelineEvent]:
    return [TimelineEvent(kind_label(step.kind), step.at, step.by, step.note) for step in steps]


def kind_label(kind: str) -> str:
    return str(TimelineKind(kind).label)
