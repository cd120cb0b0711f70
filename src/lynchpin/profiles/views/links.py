"""Records in doubt: the list, two of them side by side, the answer and what follows it, and how often people and linking agree."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import DecisionState, DoubtKind, LinkAnswer, LinkWhy, Permission
from lynchpin.profiles.forms import AnswerFilter, DecideLinkForm, LinkFilter, LookAgainForm, UndoLinkForm
from lynchpin.profiles.queries import link_answers as given
from lynchpin.profiles.queries import links as queries
from lynchpin.profiles.queries.link_answers import Answer, AnswerRow
from lynchpin.profiles.queries.links import DoubtRow, Link
from lynchpin.profiles.use_cases.confirm_link import confirm_link
from lynchpin.profiles.use_cases.decide_link import decide_link
from lynchpin.profiles.use_cases.decline_link import decline_link
from lynchpin.profiles.use_cases.undo_link import undo_link
from lynchpin.profiles.views.link_words import doubt_said, kind_tag, side_by_side, weights_said

HERE = "profiles:link"
COLOURS = {"waits": "orange", "stands": "green", "unsure": "blue", "declined": "grey", "undone": "grey"}


def answer_tag(row: AnswerRow) -> Tag:
    return Tag(str(DecisionState(row.state).label), COLOURS[row.state])


def _child(row: DoubtRow | AnswerRow) -> str:
    return _("Somebody under 18") if row.child else ""


DOUBTS = [
    Column("reference", gettext_lazy("Pair"), href=lambda row: reverse(HERE, args=[row.reference])),
    Column("kind", gettext_lazy("What is in doubt"), Cell.TAG, read=lambda row: kind_tag(row.kind)),
    Column("sources", gettext_lazy("Written by"), read=lambda row: ", ".join(row.sources)),
    Column("child", gettext_lazy("Whose records"), read=_child),
]
ANSWERS = [
    Column("doubt", gettext_lazy("Pair"), href=lambda row: reverse(HERE, args=[row.doubt])),
    Column("answer", gettext_lazy("Answer"), read=lambda row: str(LinkAnswer(row.answer).label)),
    Column("state", gettext_lazy("State"), Cell.TAG, read=answer_tag),
    Column("child", gettext_lazy("Whose records"), read=_child),
    Column("decided_by", gettext_lazy("Answered by")),
    Column("decided_on", gettext_lazy("Answered on"), Cell.DATE),
    Column("used_run", gettext_lazy("Last run that followed it")),
]


@page(Permission.READ_LINKS, action="list")
def links_page(request: Request) -> HttpResponse:
    filters = LinkFilter(request.GET)
    query = ListQuery.from_params(request.GET, DOUBTS, sort="")
    found = queries.links(request.actor, query, **filters.chosen)
    heading, empty = _("Records in doubt"), _("Nothing is asked now. The next run says what it doubts.")
    listing = Listing(DOUBTS, found, request.GET, heading, empty, filters)
    waiting = given.waiting_for_a_second_look(request.actor)
    may_figures = request.actor.may(Permission.READ_LINK_FIGURES)
    shown = {"heading": heading, "listing": listing, "waiting": waiting, "may_figures": may_figures}
    return show(request, "profiles/links.html", **shown)


@page(Permission.READ_LINKS, action="list")
def link_answers_page(request: Request) -> HttpResponse:
    filters = AnswerFilter(request.GET)
    query = ListQuery.from_params(request.GET, ANSWERS, sort="")
    found = given.answers(request.actor, query, **filters.chosen)
    heading, empty = _("What was answered"), _("Nobody has answered yet.")
    listing = Listing(ANSWERS, found, request.GET, heading, empty, filters)
    return show(request, "profiles/link_answers.html", heading=heading, listing=listing)


@page(Permission.READ_LINKS, opens="link")
def link_page(request: Request, reference: str) -> HttpResponse:
    facts, may = queries.link(request.actor, reference), request.actor.may
    may_decide = may(Permission.DECIDE_LINK) and facts.why_not_decide is None
    return show(request, "profiles/link.html", may_decide=may_decide, **_pair(request, facts))


@page(Permission.DECIDE_LINK, opens="link")
def decide_link_page(request: Request, reference: str) -> HttpResponse:
    """Both sides and the answer on one page. Whoever comes second is told what a colleague answered, and keeps what they typed."""
    seen = queries.link(request.actor, reference)
    form = DecideLinkForm(request.POST or None, initial={"version": seen.version})
    if form.is_valid():
        with refusals_on(form):
            decide_link(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return _to_the_next(request, reference)
        seen = queries.link(request.actor, reference)
    why_not = sentence(seen.why_not_decide) if seen.why_not_decide and not form.is_bound else ""
    return show(request, "profiles/decide_link.html", form=form, why_not=why_not, **_pair(request, seen))


@page(Permission.CONFIRM_LINK, opens="link")
def confirm_link_page(request: Request, reference: str) -> HttpResponse:
    facts = given.answer(request.actor, reference)
    form = LookAgainForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            confirm_link(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The answer stands. The next run follows it."), HERE, facts.row.doubt)
    return _second_look(request, "profiles/confirm_link.html", facts, form)


@page(Permission.DECLINE_LINK, opens="link")
def decline_link_page(request: Request, reference: str) -> HttpResponse:
    facts = given.answer(request.actor, reference)
    form = LookAgainForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            decline_link(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("The answer does not stand. The pair is open again."), HERE, facts.row.doubt
            )
    return _second_look(request, "profiles/decline_link.html", facts, form)


@page(Permission.UNDO_LINK, opens="link")
def undo_link_page(request: Request, reference: str) -> HttpResponse:
    facts = given.answer(request.actor, reference)
    form = UndoLinkForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            undo_link(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The answer is undone. From the next run on it binds nothing.")
            return redirect_with(request, said, HERE, facts.row.doubt)
    pair = queries.link(request.actor, facts.row.doubt)
    why_not = sentence(facts.why_not_undo) if facts.why_not_undo else ""
    shown = {"answer": facts, "form": form, "why_not": why_not, "back_url": reverse(HERE, args=[facts.row.doubt])}
    return show(request, "profiles/undo_link.html", **_pair(request, pair), **shown)


@page(Permission.READ_LINK_FIGURES)
def link_agreement_page(request: Request) -> HttpResponse:
    rows = [
        (str(DoubtKind(each.kind).label), _("Somebody under 18") if each.child else _("Adults only"), each)
        for each in given.link_agreement(request.actor)
    ]
    may = request.actor.may
    return show(
        request,
        "profiles/link_agreement.html",
        rows=rows,
        agreed=sum(each.agreed for *_words, each in rows),
        answered=sum(each.agreed + each.differed for *_words, each in rows),
        may_export=may(Permission.EXPORT_LINK_DECISIONS),
        may_read=may(Permission.READ_LINKS),
    )


@page(Permission.EXPORT_LINK_DECISIONS, action="export")
def export_link_decisions_page(request: Request) -> HttpResponse:
    answer = HttpResponse(given.link_decisions(request.actor), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="decisions.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def _to_the_next(request: Request, reference: str) -> HttpResponse:
    """From one question to the next, until none is left."""
    answered = queries.link(request.actor, reference).answers[0]
    said = {
        DecisionState.WAITS: _(
            "Your answer is kept. It waits for a colleague to look, as somebody under 18 is concerned."
        ),
        DecisionState.UNSURE: _("It is kept that it cannot be told. Nothing changes."),
    }.get(DecisionState(answered.row.state), _("Your answer is kept. The next run follows it."))
    if following := queries.next_link(request.actor):
        return redirect_with(request, said, "profiles:decide_link", following)
    return redirect_with(request, said, "profiles:links")


def _second_look(request: Request, template: str, facts: Answer, form: Any) -> HttpResponse:
    pair = queries.link(request.actor, facts.row.doubt)
    why_not = sentence(facts.why_not_look) if facts.why_not_look else ""
    shown = {"answer": facts, "form": form, "why_not": why_not, "back_url": reverse(HERE, args=[facts.row.doubt])}
    return show(request, template, **_pair(request, pair), **shown)


def _pair(request: Request, facts: Link) -> dict[str, Any]:
    may = request.actor.may
    return {
        "facts": facts,
        "tag": kind_tag(facts.kind),
        "rows": side_by_side(facts),
        "said": doubt_said(facts),
        "weights": weights_said(facts),
        "answers": [(each, answer_tag(each.row), _in_rows(each)) for each in facts.answers],
        "may_confirm": may(Permission.CONFIRM_LINK),
        "may_decline": may(Permission.DECLINE_LINK),
        "may_undo": may(Permission.UNDO_LINK),
    }


def _in_rows(each: Answer) -> list[SummaryRow]:
    given: list[tuple[str, Any]] = [
        (_("Answer"), str(LinkAnswer(each.row.answer).label)),
        (_("It rests on"), str(LinkWhy(each.why).label)),
        (_("In their words"), each.words),
        (_("Answered by"), each.row.decided_by),
        (_("Answered on"), each.row.decided_on),
        (_("Second look by"), each.looked_by),
        (_("Second look on"), each.looked_on),
        (_("What they saw"), each.looked_words),
        (_("Undone by"), each.undone_by),
        (_("Undone on"), each.undone_on),
        (_("Why it was undone"), each.undone_words),
        (_("Last run that followed it"), each.row.used_run),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
