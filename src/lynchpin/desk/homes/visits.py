"""Colleagues who are out alone: one's own visit, and those from whom nobody has heard. It stands before everything else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.forms.visits import MoreTimeForm, SafeForm
from lynchpin.casework.queries.visits import VisitFact, alarms, alarms_for_centre, alarms_for_manager, own_visit
from lynchpin.casework.views.visiting import own_visit_lines, ring, visit_lines, visit_tag
from lynchpin.desk.homes.home import Item, Part, Press, Section
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor


def on_a_visit(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """One's own visit with the one tap that ends it."""
    visit = own_visit(actor, now)
    return () if visit is None else (Section("visit", _("You are on a visit"), (_own(visit, now),)),)


def _own(visit: VisitFact, now: datetime) -> Item:
    safe = Press(_("I am safe"), reverse("casework:end_visit", args=[visit.id]), SafeForm(), "primary")
    more = Press(
        _("I need more time"),
        reverse("casework:extend_visit", args=[visit.id]),
        MoreTimeForm(initial={"version": visit.version}),
    )
    url = reverse("casework:case", args=[visit.case_reference]) if visit.case_reference else ""
    return Item(
        visit.person or _("Your visit"), url, visit_tag(visit, now), own_visit_lines(visit, now), presses=(safe, more)
    )


def alarms_of_the_lead(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """At once."""
    return _alarms(actor, alarms(actor, now), now)


def alarms_of_the_manager(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """When nobody has answered for a while."""
    return _alarms(actor, alarms_for_manager(actor, now), now)


def alarms_of_the_centre(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """When no manager has answered either."""
    return _alarms(actor, alarms_for_centre(actor, now), now)


def _alarms(actor: Actor, found: Iterable[VisitFact], now: datetime) -> tuple[Section, ...]:
    """A section only while there is an alarm of somebody else: one's own stands as one's own visit."""
    items = tuple(_alarm(visit, now) for visit in found if visit.worker_id != actor.staff_id)
    title = _("A colleague has not come back from a visit")
    more = Link(_("Everybody who is on a visit"), reverse("casework:visits"))
    return (Section("alarms", title, items, more=more, urgent=True),) if items else ()


def _alarm(visit: VisitFact, now: datetime) -> Item:
    act = Link(_("Say what you did"), reverse("casework:answer_visit", args=[visit.id]))
    return Item(visit.worker, "", visit_tag(visit, now), visit_lines(visit, now), act, also=(ring(visit),))


OWN: tuple[Part, ...] = ((Casework.END_VISIT, on_a_visit),)
LEAD: tuple[Part, ...] = ((Casework.READ_VISITS, alarms_of_the_lead), *OWN)
MANAGER: tuple[Part, ...] = ((Casework.READ_VISITS, alarms_of_the_manager),)
CENTRE: tuple[Part, ...] = ((Casework.READ_VISITS, alarms_of_the_centre),)
