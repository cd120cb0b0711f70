"""Supervision: everybody whom one leads, by name."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.supervision import CasesToTalkAbout, SupervisedColleague, supervision_list
from lynchpin.face.parts import Tag
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """A colleague on the list."""

    name: str
    url: str
    tag: Tag
    last: str
    counts: tuple[str, ...]


@page(Permission.READ_SUPERVISION, action="list")
def supervision_list_page(request: Request) -> HttpResponse:
    lines = [colleague_line(each) for each in supervision_list(request.actor)]
    return show(
        request,
        "casework/supervision_list.html",
        lines=lines,
        may_record=request.actor.may(Permission.RECORD_SUPERVISION),
        own_url=reverse("casework:supervision", args=[request.actor.staff_id]) if request.actor.staff_id else "",
    )


def colleague_line(each: SupervisedColleague) -> ColleagueLine:
    """Somebody, in words."""
    last = _("Last on %(day)s.") % {"day": date_format(each.last_on, "j F Y")} if each.last_on else ""
    return ColleagueLine(
        each.name, reverse("casework:supervision", args=[each.staff_id]), due_tag(each), last, count_words(each.counts)
    )


def due_tag(each: SupervisedColleague) -> Tag:
    """When supervision is due."""
    if each.next_on is None:
        return Tag(_("No supervision kept yet"), "yellow")
    told = {"day": date_format(each.next_on, "j F Y")}
    return Tag(_("Was due on %(day)s") % told, "red") if each.overdue else Tag(_("Due on %(day)s") % told, "grey")


def count_words(counts: CasesToTalkAbout) -> tuple[str, ...]:
    """A colleague's cases in numbers, and only those numbers that ask for something."""
    told = (
        (counts.cases, ngettext("%(n)s open case", "%(n)s open cases", counts.cases)),
        (
            counts.silent,
            ngettext("%(n)s not spoken with for two weeks", "%(n)s not spoken with for two weeks", counts.silent),
        ),
        (counts.late, ngettext("%(n)s contact overdue", "%(n)s contacts overdue", counts.late)),
        (counts.reviews, ngettext("%(n)s review overdue", "%(n)s reviews overdue", counts.reviews)),
        (
            counts.concerns,
            ngettext("%(n)s safeguarding concern open", "%(n)s safeguarding concerns open", counts.concerns),
        ),
    )
    return tuple(words % {"n": number} for number, words in told if number)
