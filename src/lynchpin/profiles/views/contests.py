"""Facts that people contest: the list, one in full, and the steps of one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import ContestAnswer, ContestClaim, ContestState, NextFact, Permission, ToldHow
from lynchpin.profiles.forms import AnswerContestForm, CloseContestForm, ContestFactForm, ContestFilter
from lynchpin.profiles.queries import contests as queries
from lynchpin.profiles.queries.contests import Contest, ContestRow, FactToContest
from lynchpin.profiles.use_cases.answer_contest import answer_contest
from lynchpin.profiles.use_cases.close_contest import close_contest
from lynchpin.profiles.use_cases.contest_fact import contest_fact

COLOURS = {"open": "blue", "answered": "orange", "closed": "grey"}
HERE = "profiles:contest"


def contest_tag(row: ContestRow) -> Tag:
    """How far it is; how late, while its source has not answered in time."""
    if row.days_late:
        late = ngettext("%(days)s day overdue", "%(days)s days overdue", row.days_late) % {"days": row.days_late}
        return Tag(late, "red")
    return Tag(str(ContestState(row.state).label), COLOURS[row.state])


def _address(row: ContestRow) -> str:
    return reverse(HERE, args=[row.reference])


COLUMNS = [
    Column("person", gettext_lazy("Person"), href=_address),
    Column("fact", gettext_lazy("What was recorded")),
    Column("source", gettext_lazy("Source")),
    Column("owner", gettext_lazy("Who sees to it")),
    Column("state", gettext_lazy("State"), Cell.TAG, read=contest_tag),
    Column("due_on", gettext_lazy("Answer due"), Cell.DATE, sortable=True),
]


@page(Permission.READ_CONTESTS, action="list")
def contests_page(request: Request) -> HttpResponse:
    filters = ContestFilter(request.GET)
    query = ListQuery.from_params(request.GET, COLUMNS, sort="due_on")
    found = queries.contests(request.actor, query, **filters.chosen)
    empty = _("Nobody contests a fact now. A reviewer takes it down on the page of the family.")
    heading = _("Facts that people contest")
    listing = Listing(COLUMNS, found, request.GET, heading, empty, filters)
    return show(request, "profiles/contests.html", heading=heading, listing=listing)


@page(Permission.READ_CONTESTS, opens="contest")
def contest_page(request: Request, reference: str) -> HttpResponse:
    facts, may = queries.contest(request.actor, reference), request.actor.may
    return show(
        request,
        "profiles/contest.html",
        facts=facts,
        tag=contest_tag(facts.row),
        asked=_asked(facts),
        rows=_in_rows(facts),
        may_answer=may(Permission.ANSWER_CONTEST) and facts.why_not_answer is None,
        may_close=may(Permission.CLOSE_CONTEST) and facts.why_not_close is None,
    )


@page(Permission.CONTEST_FACT, opens="profile")
def contest_fact_page(request: Request, line_id: int) -> HttpResponse:
    facts = queries.fact_to_contest(request.actor, line_id)
    form = ContestFactForm(request.POST or None, colleagues=facts.colleagues, initial={"owner": facts.own_reference})
    if form.is_valid():
        with refusals_on(form):
            reference = contest_fact(request.actor, line_id=line_id, at=clock.now(), **form.cleaned_data)
            said = _("It is kept. Put it to the source now: this page says what to ask.")
            return redirect_with(request, said, HERE, reference)
    why_not = sentence(facts.why_not) if facts.why_not else ""
    back_url = reverse("profiles:family_profile", args=[facts.profile_id])
    shown = {"facts": facts, "form": form, "rows": _fact_rows(facts), "why_not": why_not, "back_url": back_url}
    return show(request, "profiles/contest_fact.html", **shown)


@page(Permission.ANSWER_CONTEST, opens="contest")
def answer_contest_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.contest(request.actor, reference)
    form = AnswerContestForm(request.POST or None, initial={"version": facts.version, "answered_on": clock.today()})
    if form.is_valid():
        with refusals_on(form):
            answer_contest(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The answer is kept. Now tell the person."), HERE, reference)
    why_not = sentence(facts.why_not_answer) if facts.why_not_answer else ""
    return show(request, "profiles/answer_contest.html", why_not=why_not, **_shown(facts, form))


@page(Permission.CLOSE_CONTEST, opens="contest")
def close_contest_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.contest(request.actor, reference)
    form = CloseContestForm(request.POST or None, initial={"version": facts.version, "told_on": clock.today()})
    if form.is_valid():
        with refusals_on(form):
            close_contest(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("It is kept that they were told."), HERE, reference)
    why_not = sentence(facts.why_not_close) if facts.why_not_close else ""
    return show(request, "profiles/close_contest.html", why_not=why_not, **_shown(facts, form))


def _shown(facts: Contest, form: Any) -> dict[str, Any]:
    rows = [*_asked(facts), *_in_rows(facts)]
    return {"facts": facts, "form": form, "rows": rows, "back_url": reverse(HERE, args=[facts.row.reference])}


def _fact_rows(facts: FactToContest) -> list[SummaryRow]:
    given: list[tuple[str, Any]] = [
        (_("Person"), facts.person),
        (_("What was recorded"), facts.fact),
        (_("What it takes to be recorded"), facts.meaning),
        (_("Source"), facts.source),
        (_("Day it speaks of"), facts.evidence_date),
        (_("Answer due"), facts.due_on),
    ]
    return [SummaryRow(key, value) for key, value in given if value]


def _asked(facts: Contest) -> list[SummaryRow]:
    """What is put to the source: the person, the fact and what they say; no points, no score, nobody else."""
    given: list[tuple[str, Any]] = [
        (_("Partner"), facts.partner),
        (_("Person"), facts.row.person),
        (_("Born on"), facts.birth_date),
        (_("What was recorded"), facts.row.fact),
        (_("What it takes to be recorded"), facts.meaning),
        (_("Day it speaks of"), facts.evidence_date),
        (_("What they say is wrong"), str(ContestClaim(facts.claim).label)),
        (_("In their words"), facts.words),
        (_("Answer due"), facts.row.due_on),
    ]
    return [SummaryRow(key, value) for key, value in given if value]


def _in_rows(facts: Contest) -> list[SummaryRow]:
    given: list[tuple[str, Any]] = [
        (_("Taken down by"), facts.contested_by),
        (_("Taken down on"), facts.row.contested_on),
        (_("Who sees to it"), facts.row.owner),
        (_("What the source found"), str(ContestAnswer(facts.answer).label) if facts.answer else ""),
        (_("In the source’s words"), facts.answer_words),
        (_("Answered by"), facts.answerer),
        (_("Answered on"), facts.answered_on),
        (_("Told"), str(ToldHow(facts.told_how).label) if facts.told_how else ""),
        (_("Told on"), facts.told_on),
        (_("In the next run"), str(NextFact(facts.next_fact).label) if facts.next_fact else ""),
        (_("Run"), facts.compared_run),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
