"""How facts of other rooms read as one line of a home."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.queries.heads import CaseRow
from lynchpin.casework.views.columns import address_of
from lynchpin.casework.views.visiting import telephone
from lynchpin.desk.homes.home import Item
from lynchpin.desk.queries.caseload import OwnPerson
from lynchpin.desk.queries.referrals import RoutedReferral
from lynchpin.face.parts import Link, Tag, Text
from lynchpin.frontdoor.views.words import urgency_tag
from lynchpin.kernel.actor import Actor
from lynchpin.people.choices import Channel
from lynchpin.people.queries import SafeContactFact
from lynchpin.people.views.words import ways_in_words


def in_words(day: date) -> str:
    """A day as people say it."""
    return date_format(day, "j F Y")


def own_person_item(actor: Actor, own: OwnPerson, tag: Tag | None) -> Item:
    """Somebody on one's caseload, with the safe way to them and the button that records a contact."""
    case = own.case
    url = reverse("desk:overview", args=[own.person]) if own.person else address_of(case)
    action = None
    if actor.may(Casework.RECORD_CONTACT) and not case.stopped:
        action = Link(_("Record a contact"), reverse("casework:record_contact", args=[case.reference]))
    lines = (*safe_lines(own.safe_contact, stopped=case.stopped, died=case.died), last_spoken(case))
    return Item(case.name or case.reference, url, tag, lines, action, also=(*_ring(own), *_also(actor, case)))


def _ring(own: OwnPerson) -> tuple[Link, ...]:
    """On a telephone one tap rings them, where that is safe."""
    return (Link(_("Ring %(number)s") % {"number": own.phone}, telephone(own.phone)),) if own.phone else ()


def _also(actor: Actor, case: CaseRow) -> tuple[Link, ...]:
    """What else is done from where a worker stands."""
    ways = (
        (_("Go on a visit"), "casework:start_visit", Casework.START_VISIT),
        (_("Something is missing here"), "casework:tell_snag", Casework.TELL_SNAG),
    )
    return tuple(Link(label, reverse(name, args=[case.reference])) for label, name, code in ways if actor.may(code))


def case_item(case: CaseRow, tag: Tag | None, *lines: Text, action: Link | None = None) -> Item:
    """A case of somebody's."""
    return Item(case.name or case.reference, address_of(case), tag, tuple(filter(None, lines)), action)


def referral_item(actor: Actor, each: RoutedReferral) -> Item:
    """A referral that waits to become a case."""
    since = _("Passed on %(day)s.") % {"day": in_words(each.routed_on)} if each.routed_on else ""
    action = None
    if actor.may(Casework.OPEN_CASE):
        action = Link(_("Open a case"), reverse("casework:open_case", args=[each.reference]))
    url = reverse("frontdoor:referral", args=[each.reference])
    lines = tuple(filter(None, (each.stated_reason, since)))
    return Item(each.name, url, urgency_tag(each.urgency), lines, action)


def family_item(each: RoutedReferral) -> Item:
    """News of a family that somebody is with already."""
    since = _("Passed on %(day)s.") % {"day": in_words(each.routed_on)} if each.routed_on else ""
    return Item(each.name, reverse("frontdoor:referral", args=[each.reference]), urgency_tag(each.urgency), (since,))


def safe_lines(safe: SafeContactFact | None, *, stopped: bool, died: bool = False) -> tuple[Text, ...]:
    """How it is safe to reach somebody, in as few words as may be said at a door."""
    if died:
        return (_("They have died. Be in touch with their family, and close the case."),)
    if stopped:
        return (_("Make no contact now. Ask the safeguarding lead first."),)
    if safe is None:
        return (_("Nobody has asked yet how it is safe to reach them. Ask first."),)
    if not safe.channels:
        return (_("Make no contact: they said that no way is safe."),)
    return (_ways(safe), *_cautions(safe))


def _ways(safe: SafeContactFact) -> str:
    best_first = sorted(safe.channels, key=lambda channel: channel != safe.preferred)
    ways = ways_in_words(best_first)
    if safe.when:
        return _("Safe: %(ways)s. When: %(when)s.") % {"ways": ways, "when": safe.when.rstrip(".")}
    return _("Safe: %(ways)s.") % {"ways": ways}


def _cautions(safe: SafeContactFact) -> tuple[Text, ...]:
    lines = []
    if Channel.PHONE in safe.channels and not safe.voicemail_ok:
        lines.append(_("Leave no voicemail."))
    if safe.must_not_know:
        lines.append(_("Must not know: %(who)s.") % {"who": safe.must_not_know.rstrip(".")})
    if safe.visit_safety:
        lines.append(_("Before a visit: %(note)s.") % {"note": safe.visit_safety.rstrip(".")})
    return tuple(lines)


def last_spoken(case: CaseRow) -> str:
    """When somebody last spoke with the person."""
    if case.last_contact_on is None:
        return _("Nobody has spoken with them yet.")
    return _("Last spoken with on %(day)s.") % {"day": in_words(case.last_contact_on)}


def due_tag(days: int | None) -> Tag:
    """When the next contact is due: `days` from today, negative when the day has passed."""
    if days is None:
        return Tag(_("No day set"), "yellow")
    if days < 0:
        return Tag(ngettext("%(days)s day overdue", "%(days)s days overdue", -days) % {"days": -days}, "red")
    if days == 0:
        return Tag(_("Due today"), "orange")
    if days == 1:
        return Tag(_("Tomorrow"), "grey")
    return Tag(ngettext("In %(days)s day", "In %(days)s days", days) % {"days": days}, "grey")


def silence_tag(days: int) -> Tag:
    """How long nobody has spoken with somebody."""
    return Tag(ngettext("%(days)s day of silence", "%(days)s days of silence", days) % {"days": days}, "yellow")


def waiting_line(case: CaseRow) -> str:
    """Since when a case waits, and what it weighs."""
    told = {"day": in_words(case.opened_on), "points": case.weight}
    return _("Open since %(day)s, %(points)s points.") % told
