"""Lists of many people: those sent so far, bringing one, looking at it, taking it in or setting it aside."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.frontdoor.choices import ListState, Permission
from lynchpin.frontdoor.forms.lists import ListForm, SettlingForm
from lynchpin.frontdoor.queries import lists
from lynchpin.frontdoor.rows import RowFault
from lynchpin.frontdoor.use_cases.set_aside_list import set_aside_list
from lynchpin.frontdoor.use_cases.stage_list import stage_list
from lynchpin.frontdoor.use_cases.take_in_list import take_in_list
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence

FAULTS_SHOWN = 100
JOBCENTRE = "jobcentre"  # the organisation's key in the reference pack: whose lists these nearly always are
COLOURS = {ListState.STAGED: "orange", ListState.TAKEN_IN: "green"}
LABELS = {
    "name": gettext_lazy("Name"),
    "birth_date": gettext_lazy("Date of birth"),
    "address": gettext_lazy("Address"),
    "postcode": gettext_lazy("Postcode"),
    "phone": gettext_lazy("Phone number"),
    "email": gettext_lazy("E-mail address"),
    "language": gettext_lazy("Language"),
    "agrees": gettext_lazy("Agrees"),
}
COLUMNS = [
    Column(
        "file_name",
        gettext_lazy("File"),
        href=lambda row: reverse("frontdoor:take_in_list", args=[row.reference]),
    ),
    Column("organisation", gettext_lazy("Sent by")),
    Column("staged_on", gettext_lazy("Brought"), Cell.DATE, sortable=True),
    Column("read", gettext_lazy("Lines"), Cell.NUMBER),
    Column("accepted", gettext_lazy("Taken in"), Cell.NUMBER),
    Column("state", gettext_lazy("State"), Cell.TAG, read=lambda row: _state_tag(row.state)),
]
PEOPLE = [
    Column("line", gettext_lazy("Line"), read=lambda row: str(row.person.line)),
    Column("name", gettext_lazy("Name"), read=lambda row: row.person.name),
    Column("birth_date", gettext_lazy("Date of birth"), Cell.DATE, read=lambda row: row.person.birth_date),
    Column("postcode", gettext_lazy("Postcode"), read=lambda row: row.person.postcode),
    Column("known", gettext_lazy("May be known already"), read=lambda row: _known(row), href=lambda row: _link(row)),
]


@page(Permission.READ_LISTS, action="list")
def lists_page(request: Request) -> HttpResponse:
    """Every list that was brought, and how far it has come."""
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-staged_on")
    listing = Listing(
        COLUMNS,
        lists.lists(request.actor, query),
        request.GET,
        caption=_("Lists of people"),
        empty=_("No list has been brought yet. Bring one that a partner has sent."),
    )
    return show(request, "frontdoor/lists.html", listing=listing)


@page(Permission.STAGE_LIST)
def stage_list_page(request: Request) -> HttpResponse:
    """Bring a file. Nobody is taken in by that."""
    given, files = request.POST or None, request.FILES or None
    form = ListForm(given, files, organisations=lists.senders(request.actor), initial={"organisation": JOBCENTRE})
    if form.is_valid():
        with refusals_on(form):
            sent = form.cleaned_data
            file, told = sent["file"], {name: sent[name] for name in ("organisation", "form_key")}
            staged = stage_list(request.actor, file_name=file.name, content=file.read(), at=clock.now(), **told)
            said = _("The list is read. Nobody is taken in yet.")
            return redirect_with(request, said, "frontdoor:take_in_list", staged)
    return show(request, "frontdoor/stage_list.html", form=form)


@page(Permission.TAKE_IN_LIST, opens="list")
def take_in_list_page(request: Request, reference: str) -> HttpResponse:
    """Look at a list, and take it in whole."""
    facts = lists.list_to_take_in(request.actor, reference, ListQuery.from_params(request.GET, PEOPLE))
    form = SettlingForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            count = take_in_list(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _taken_in(count), "frontdoor:lists")
    people = Listing(
        PEOPLE,
        facts.people,
        request.GET,
        caption=_("People on the list"),
        empty=_("Nobody of this list is kept here: it is settled, or no line of it could be read."),
    )
    return show(
        request,
        "frontdoor/take_in_list.html",
        facts=facts,
        form=form,
        rows=_totals(facts),
        people=people,
        faults=[_fault(each) for each in facts.faults[:FAULTS_SHOWN]],
        why_not=sentence(facts.why_not) if facts.why_not else "",
    )


@page(Permission.SET_ASIDE_LIST, opens="list")
def set_aside_list_page(request: Request, reference: str) -> HttpResponse:
    """Let go of a list without taking anybody in."""
    facts = lists.list_to_set_aside(request.actor, reference)
    form = SettlingForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            set_aside_list(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The list is set aside. Nothing of it is kept."), "frontdoor:lists")
    return show(request, "frontdoor/set_aside_list.html", facts=facts, form=form)


def _totals(facts: lists.ListFacts) -> list[SummaryRow]:
    unread = [SummaryRow(_("Columns that are not read"), ", ".join(facts.unread))] if facts.unread else []
    return [
        SummaryRow(_("Sent by"), facts.row.organisation),
        SummaryRow(_("State"), _state_tag(facts.row.state)),
        SummaryRow(_("Lines in the file"), str(facts.row.read)),
        SummaryRow(_("Lines that need attention"), str(facts.faulty)),
        SummaryRow(_("Taken in"), str(facts.row.accepted)),
        *unread,
    ]


def _taken_in(count: int) -> str:
    said = ngettext("%(count)s person is in the queue now.", "%(count)s people are in the queue now.", count)
    return said % {"count": count}


def _fault(fault: RowFault) -> tuple[int, str, str]:
    return fault.line, str(LABELS[fault.column]), sentence(Reason(fault.code))


def _known(row: lists.ListedRow) -> str:
    return ", ".join(f"{one.name} ({one.reference})" for one in row.alike) or _("Nobody like them")


def _link(row: lists.ListedRow) -> str:
    """Straight to the one person whom it may be; where there are several, screening lays them side by side."""
    return reverse("people:resident", args=[row.alike[0].reference]) if len(row.alike) == 1 else ""


def _state_tag(state: str) -> Tag:
    known = ListState(state)
    return Tag(str(known.label), COLOURS.get(known, "grey"))
