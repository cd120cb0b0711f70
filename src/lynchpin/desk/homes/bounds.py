"""The bounds of profiling, for those who answer for them: whether it is stopped, and what it may be done under."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.homes.home import MOST_SHOWN, Item, Section
from lynchpin.desk.homes.words import in_words
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.profiles.choices import AssessmentState, Permission
from lynchpin.profiles.queries.assessments import AssessmentRow, assessments_to_look_at
from lynchpin.profiles.queries.contests import contests_overdue as overdue
from lynchpin.profiles.queries.freezes import Freeze, freezes_standing
from lynchpin.profiles.queries.link_answers import waiting_for_a_second_look
from lynchpin.profiles.queries.stops import stop_standing
from lynchpin.profiles.views.assessments import assessment_tag, held_up
from lynchpin.profiles.views.contests import contest_tag
from lynchpin.profiles.views.freezes import freeze_tag
from lynchpin.profiles.views.links import answer_tag
from lynchpin.profiles.views.stops import stop_tag


def profiling_stopped(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """A stop that stands, before everything else; nothing while profiling goes on."""
    stop = stop_standing(actor)
    if stop is None:
        return ()
    words = _("Profiling is stopped since %(day)s") % {"day": in_words(local_date(stop.stopped_at))}
    proposed = _("It is proposed to go on. A second person is needed.") if stop.proposal else ""
    item = Item(words, reverse("profiles:profiling_stop", args=[stop.reference]), stop_tag(stop), (proposed,))
    return (Section("stop", _("Profiling"), items=(item,), urgent=True),)


def runs_frozen(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Runs that wait for people who look into them; nothing while none does."""
    items = tuple(_frozen(each) for each in freezes_standing(actor))
    return (Section("frozen", _("Frozen runs"), items=items, urgent=True),) if items else ()


def _frozen(each: Freeze) -> Item:
    words = _("Run %(run)s differs from the one before by more than is allowed") % {"run": each.run}
    waits = _("A second person has to look into it.") if each.looked_at else _("Nobody has looked into it yet.")
    return Item(words, reverse("profiles:freeze", args=[each.reference]), freeze_tag(each), (waits,))


def assessments_due(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """What waits to be confirmed, and what nobody may be profiled under soon or any more."""
    section = Section(
        key="assessments",
        title=_("Impact assessments to look at"),
        items=tuple(_item(actor, row) for row in assessments_to_look_at(actor)),
        empty=_("No impact assessment waits to be confirmed, and none is reviewed in the next 60 days."),
        more=Link(_("All impact assessments"), reverse("profiles:impact_assessments")),
    )
    return (section,)


def _item(actor: Actor, row: AssessmentRow) -> Item:
    address = reverse("profiles:impact_assessment", args=[row.reference])
    confirm = row.state == AssessmentState.UNCONFIRMED and actor.may(Permission.CONFIRM_ASSESSMENT)
    act = Link(_("Confirm"), reverse("profiles:confirm_impact_assessment", args=[row.reference])) if confirm else None
    review = _("Review is due on %(day)s.") % {"day": in_words(row.review_on)}
    return Item(row.title, address, assessment_tag(row), (row.number, review, held_up(row)), act)


def contests_overdue(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Facts that people contest and whose source has not answered in time; nothing while none is."""
    rows = overdue(actor)
    items = tuple(
        Item(row.person, reverse("profiles:contest", args=[row.reference]), contest_tag(row), (row.fact, row.source))
        for row in rows[:MOST_SHOWN]
    )
    more = Link(_("All facts that people contest"), reverse("profiles:contests"))
    return (Section("contests", _("Contested facts without an answer"), items=items, more=more),) if items else ()


def second_looks(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Answers about children's records that wait for somebody else to look; nothing while none does."""
    items = tuple(
        Item(
            _("Pair %(reference)s") % {"reference": row.doubt},
            reverse("profiles:link", args=[row.doubt]),
            answer_tag(row),
            (_("Answered by %(name)s on %(day)s") % {"name": row.decided_by, "day": in_words(row.decided_on)},),
        )
        for row in waiting_for_a_second_look(actor)[:MOST_SHOWN]
    )
    more = Link(_("Records in doubt"), reverse("profiles:links"))
    return (
        (Section("pairs", _("Records of a child to look at as a second person"), items=items, more=more),)
        if items
        else ()
    )
