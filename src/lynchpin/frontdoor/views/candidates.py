"""Families up for review, and the decision about one of them. There is no page that decides about many."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Link, SummaryRow, Tag
from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, Permission, Route
from lynchpin.frontdoor.forms.candidates import CandidateFilter, CandidateForm, MemberChoice
from lynchpin.frontdoor.queries import candidates as queries
from lynchpin.frontdoor.use_cases.decide_candidate import decide_candidate
from lynchpin.frontdoor.views.allowance import waiting_line
from lynchpin.frontdoor.views.words import known_as
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.places.names import every_cluster
from lynchpin.profiles.queries.families import Profile
from lynchpin.profiles.views.words import both_axes, resilience_tag, vulnerability_tag


def _state(row: queries.CandidateRow) -> str:
    """How far it is, and whether somebody says that what it rests on is wrong."""
    state = str(CandidateState(row.state).label)
    return _("%(state)s, contested") % {"state": state} if row.contested else state


COLUMNS = [
    Column(
        "reference",
        gettext_lazy("Family"),
        href=lambda row: reverse("frontdoor:decide_candidate", args=[row.reference]),
    ),
    Column("cluster", gettext_lazy("Cluster")),
    Column("route", gettext_lazy("Suggested"), sortable=True, read=lambda row: Route(row.route).label),
    Column("v", gettext_lazy("Vulnerability"), Cell.TAG, read=lambda row: vulnerability_tag(row.vulnerability_band)),
    Column("r", gettext_lazy("Resilience"), Cell.TAG, read=lambda row: resilience_tag(row.resilience_band)),
    Column("state", gettext_lazy("State"), read=_state),
    Column("raised_on", gettext_lazy("Suggested on"), Cell.DATE, sortable=True),
]


@page(Permission.READ_CANDIDATES, action="list")
def candidates_page(request: Request) -> HttpResponse:
    """Families that wait for a reviewer."""
    actor = request.actor
    filters = CandidateFilter(request.GET, clusters=every_cluster(actor))
    query = ListQuery.from_params(request.GET, COLUMNS, sort="raised_on")
    found = queries.candidates(actor, query, **filters.chosen)
    empty = _("No family waits for review. A run that is approved suggests some.")
    listing = Listing(COLUMNS, found.page, request.GET, _("Families up for review"), empty, filters)
    return show(
        request,
        "frontdoor/candidates.html",
        heading=_("Families up for review"),
        waiting=[waiting_line(each) for each in found.waiting],
        listing=listing,
    )


@page(Permission.DECIDE_CANDIDATE, opens="candidate")
def decide_candidate_page(request: Request, reference: str) -> HttpResponse:
    """Both scores with everything behind them, and one decision."""
    actor = request.actor
    facts = queries.candidate(actor, reference)
    form = CandidateForm(request.POST or None, initial={"version": facts.version}, members=asked_of(facts))
    if form.is_valid():
        with refusals_on(form):
            referral = decide_candidate(actor, reference=reference, at=clock.now(), **form.decided)
            return _gone_on(request, referral)
    return show(request, "frontdoor/decide_candidate.html", facts=facts, form=form, **_shown(facts))


def _gone_on(request: Request, referral: str) -> HttpResponse:
    if not referral:
        return redirect_with(request, _("Your decision is kept. Nothing more happens."), "frontdoor:candidates")
    return redirect_with(
        request, _("The family has a referral, and a lead worker has it."), "frontdoor:referral", referral
    )


def asked_of(facts: queries.CandidateFacts) -> list[MemberChoice]:
    return [
        MemberChoice(each.key, each.name, each.role != "child", [_named(one) for one in each.alike])
        for each in facts.members
    ]


def _named(one: Any) -> tuple[str, str]:
    return one.resident.reference, known_as(one.resident)


def _shown(facts: queries.CandidateFacts) -> dict[str, Any]:
    homes = {each.address for each in facts.members}
    return {
        "state": Tag(str(CandidateState(facts.row.state).label), "grey"),
        "rows": _in_rows(facts),
        "decided": _decided(facts),
        "axes": both_axes(facts.profile) if facts.profile else [],
        "home": homes.pop() if len(homes) == 1 else "",
        "why_not": sentence(facts.why_not) if facts.why_not else "",
        "back_url": reverse("frontdoor:candidates"),
    }


def _in_rows(facts: queries.CandidateFacts) -> list[SummaryRow]:
    """What is suggested, since when, and how much could be known."""
    rows: list[tuple[str, Any]] = [
        (_("Suggested"), str(Route(facts.row.route).label)),
        (_("Suggested on"), facts.row.raised_on),
        (_("Cluster"), facts.row.cluster),
    ]
    if profile := facts.profile:
        known = _("%(live)s of %(applicable)s sources that could tell of this family are here and in date")
        rows.append((_("How much is known"), known % _sources_of(profile)))
        rows.append((_("Not read"), "; ".join(profile.absent_feeds)))
    return [SummaryRow(key, value) for key, value in rows if value]


def _sources_of(profile: Profile) -> dict[str, int]:
    return {"live": profile.feeds_live, "applicable": profile.feeds_applicable}


def _decided(facts: queries.CandidateFacts) -> list[SummaryRow]:
    """What a reviewer has decided, and the referral that came of it; nothing while it is undecided."""
    if not facts.decision:
        return []
    begun = Link(facts.referral, reverse("frontdoor:referral", args=[facts.referral])) if facts.referral else ""
    rows: list[tuple[str, Any]] = [
        (_("Decision"), str(CandidateDecision(facts.decision).label)),
        (_("Why"), facts.decision_reason),
        (_("Decided by"), facts.decided_by),
        (_("Decided on"), facts.decided_on),
        (_("Referral"), begun),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]
