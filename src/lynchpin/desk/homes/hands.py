"""What passes between colleagues on a home: cases passed on, cases covered, and what was agreed in supervision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.queries.absences import AbsenceFact, Covered, absences_near_me, covered_cases
from lynchpin.casework.queries.supervision import ActionFact, actions_to_do
from lynchpin.casework.queries.supervision import supervisions_due as colleagues_due
from lynchpin.casework.queries.transfers import TransferRow, transfers_on_my_desk
from lynchpin.casework.views.supervision import action_tag
from lynchpin.casework.views.supervision_list import due_tag as supervision_tag
from lynchpin.casework.views.transfer import transfer_tag
from lynchpin.desk.homes.home import MOST_SHOWN, Item, Section
from lynchpin.desk.homes.words import case_item, due_tag, in_words, last_spoken
from lynchpin.desk.queries.from_colleagues import AGREED, ANSWERS, TEAMS, TRANSFERS, waiting_from_colleagues
from lynchpin.face.parts import Link, Tag
from lynchpin.kernel.actor import Actor

SAID: Mapping[str, Any] = {
    ANSWERS: gettext_lazy("Answers to what you told us"),
    TRANSFERS: gettext_lazy("Cases passed between workers"),
    TEAMS: gettext_lazy("Teams around families"),
    AGREED: gettext_lazy("Agreed in supervision"),
}


def from_colleagues(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """How much waits of each kind; the page behind it shows what."""
    waiting = waiting_from_colleagues(actor)
    address = reverse("desk:from_colleagues")
    items = tuple(Item(said, f"{address}#{key}", Tag(str(waiting[key]))) for key, said in SAID.items() if waiting[key])
    return (Section("from-colleagues", _("From your colleagues"), items),) if items else ()


def transfers_waiting(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Cases that a colleague would pass to one, or that one would pass on; and those that a lead worker sees go unanswered."""
    waiting = transfers_on_my_desk(actor)
    section = Section(
        key="transfers",
        title=_("Cases passed between workers"),
        items=tuple(_transfer(each) for each in waiting[:MOST_SHOWN]),
        more=Link(_("All transfers"), reverse("casework:transfers")),
    )
    return (section,) if waiting else ()


def _transfer(row: TransferRow) -> Item:
    url = reverse("casework:transfer", args=[row.reference])
    if row.mine:
        line = _("%(worker)s asks you to take this case on.") % {"worker": row.from_worker}
        return Item(row.name or row.reference, url, transfer_tag(row), (line,), Link(_("Answer"), url))
    told = {"to": row.to_worker, "worker": row.from_worker}
    line = _("%(to)s has been asked. Until then %(worker)s holds the case.") % told
    return Item(row.name or row.reference, url, transfer_tag(row), (line,))


def cover_today(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The people of colleagues who are away, for as long as one covers."""
    covered = covered_cases(actor)
    section = Section(
        key="cover", title=_("You cover today"), items=tuple(_covered(actor, each) for each in covered[:MOST_SHOWN])
    )
    return (section,) if covered else ()


def _covered(actor: Actor, each: Covered) -> Item:
    told = {"worker": each.worker, "day": in_words(each.until)}
    days = (each.row.next_contact_on - actor.on).days if each.row.next_contact_on else None
    action = None
    if actor.may(Casework.RECORD_CONTACT) and not each.row.stopped:
        action = Link(_("Record a contact"), reverse("casework:record_contact", args=[each.row.reference]))
    line = _("For %(worker)s, until %(day)s.") % told
    return case_item(each.row, due_tag(days), line, last_spoken(each.row), action=action)


def actions_agreed(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """What one agreed to do."""
    agreed = actions_to_do(actor)
    section = Section(key="agreed", title=_("Agreed in supervision"), items=tuple(_action(each) for each in agreed))
    return (section,) if agreed else ()


def _action(each: ActionFact) -> Item:
    return Item(each.what, reverse("casework:supervision", args=[each.staff_id]), action_tag(each))


def supervisions_due(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Colleagues whom one leads and whose supervision has passed its day or was never kept, by name."""
    due = colleagues_due(actor)
    section = Section(
        key="supervision",
        title=_("Supervision due"),
        items=tuple(
            Item(each.name, reverse("casework:supervision", args=[each.staff_id]), supervision_tag(each))
            for each in due[:MOST_SHOWN]
        ),
        more=Link(_("Everybody you lead"), reverse("casework:supervision_list")),
    )
    return (section,) if due else ()


def absences_near(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Who is away, or will be, near one."""
    near = absences_near_me(actor)
    section = Section(
        key="away",
        title=_("Away and cover"),
        items=tuple(_absence(each) for each in near[:MOST_SHOWN]),
        more=Link(_("Record a time away"), reverse("casework:absences")),
    )
    return (section,) if near else ()


def _absence(each: AbsenceFact) -> Item:
    told = {"from": in_words(each.from_on), "to": in_words(each.to_on), "cover": each.cover}
    return Item(each.name, "", None, (_("Away from %(from)s to %(to)s. %(cover)s covers.") % told,))
