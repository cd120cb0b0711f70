"""How a lone visit reads in a few lines: where, until when, how to ring them, and what was done."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.queries.visits import StepFact, VisitFact
from lynchpin.casework.visit_choices import AlarmStep, VisitPlace, VisitState
from lynchpin.face.parts import Link, Tag
from lynchpin.kernel.clock import LOCAL

TOLD_IN_MINUTES = 120
MINUTE = timedelta(minutes=1)


def visit_tag(visit: VisitFact, now: datetime) -> Tag:
    """How the visit stands, at a glance."""
    if visit.state == VisitState.HEARD:
        return Tag(str(VisitState.HEARD.label), "orange")
    if visit.state == VisitState.OUT:
        return Tag(_("Back by %(moment)s") % {"moment": moment(visit.due_at, now)}, "teal")
    minutes = ceil(
        (now - visit.due_at) / MINUTE
    )  # from the first second on it is a minute: an alarm of none would say nothing
    if minutes > TOLD_IN_MINUTES:
        return Tag(_("Overdue since %(moment)s") % {"moment": moment(visit.due_at, now)}, "red")
    said = ngettext("%(minutes)s minute overdue", "%(minutes)s minutes overdue", minutes)
    return Tag(said % {"minutes": minutes}, "red")


def visit_lines(visit: VisitFact, now: datetime) -> tuple[str, ...]:
    """With whom, where, what to know before a visit, since when, and each thing that was done."""
    done = (_step(step, now) for step in visit.steps)
    return tuple(filter(None, (_whom(visit), _where(visit), _before(visit), _began(visit, now), *done)))


def own_visit_lines(visit: VisitFact, now: datetime) -> tuple[str, ...]:
    """The same for whoever is out: not with whom, and not the address at which they are."""
    where = "" if visit.place == VisitPlace.HOME else _where(visit)
    return tuple(filter(None, (where, _before(visit), _began(visit, now))))


def _began(visit: VisitFact, now: datetime) -> str:
    told = {"start": moment(visit.started_at, now), "end": moment(visit.due_at, now)}
    return _("Out since %(start)s, back by %(end)s.") % told


def ring(visit: VisitFact) -> Link:
    """The link that rings the visitor."""
    words = _("Ring %(worker)s on %(number)s") % {"worker": visit.worker, "number": visit.ring_on}
    return Link(words, telephone(visit.ring_on))


def telephone(number: str) -> str:
    """The address that rings a number, without what was typed between its figures."""
    return "tel:" + "".join(sign for sign in number if sign in "+0123456789")


def moment(at: datetime, now: datetime) -> str:
    """A time of the day, with the day where it is another."""
    local, here = at.astimezone(LOCAL), now.astimezone(LOCAL)
    return date_format(local, "H:i" if local.date() == here.date() else "j F, H:i")


def _whom(visit: VisitFact) -> str:
    if not visit.person:
        return _("With somebody whose record you may not open. Ring the visitor.")
    return _("With %(person)s.") % {"person": visit.person}


def _where(visit: VisitFact) -> str:
    if visit.where:
        return _("Where: %(where)s.") % {"where": visit.where.rstrip(".")}
    return _("At the person’s home. The address may not be shown to you.") if visit.place == VisitPlace.HOME else ""


def _before(visit: VisitFact) -> str:
    return _("Before a visit: %(note)s.") % {"note": visit.visit_safety.rstrip(".")} if visit.visit_safety else ""


def _step(step: StepFact, now: datetime) -> str:
    told = {"moment": moment(step.at, now), "colleague": step.by, "step": AlarmStep(step.kind).label, "note": step.note}
    if step.note:
        return _("%(moment)s, %(colleague)s: %(step)s. %(note)s") % told
    return _("%(moment)s, %(colleague)s: %(step)s.") % told
