"""What comes after a colleague's own work: people handed on to them, and people to ask whether a change has lasted."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.homes.home import MOST_SHOWN, Item, Section
from lynchpin.face.lists import ListQuery
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor
from lynchpin.pathways.choices import CheckInPoint
from lynchpin.pathways.queries.check_ins import CheckInRow, check_ins_due
from lynchpin.pathways.queries.handovers import HandoverRow, handovers
from lynchpin.pathways.views.words import check_in_tag, handover_tag


def handed_to_me(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Handovers that wait for this colleague's answer, or for the first visit."""
    came = handovers(actor, ListQuery("prepared_on", size=MOST_SHOWN), show="came").rows
    section = Section(
        key="handed-over",
        title=_("Handed over to you"),
        items=tuple(_handover(each) for each in came),
        more=Link(_("All handovers to you"), f"{reverse('pathways:handovers')}?show=came"),
    )
    return (section,) if came else ()


def _handover(row: HandoverRow) -> Item:
    came_from = _("From %(colleague)s.") % {"colleague": row.by}
    return Item(
        row.name or row.reference, reverse("pathways:handover", args=[row.reference]), handover_tag(row), (came_from,)
    )


def check_ins_to_make(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Whoever is to be asked today, or should have been asked before."""
    due = check_ins_due(actor, limit=MOST_SHOWN)
    section = Section(
        key="check-ins",
        title=_("Ask whether it has lasted"),
        items=tuple(_check_in(each) for each in due),
        more=Link(_("All check-ins"), reverse("pathways:check_ins")),
    )
    return (section,) if due else ()


def _check_in(row: CheckInRow) -> Item:
    url = reverse("pathways:record_check_in", args=[row.reference])
    lines = (str(CheckInPoint(row.point).label), _("With %(worker)s.") % {"worker": row.holder})
    return Item(row.name or row.reference, url, check_in_tag(row), lines)
