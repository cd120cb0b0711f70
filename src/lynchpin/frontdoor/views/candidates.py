"""Families up for review, and the decision about one of them. There is no page that decides about many."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Tag
from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, Permission, Route
from lynchpin.frontdoor.forms.candidates import CandidateFilter, CandidateForm, MemberChoice
from lynchpin.frontdoor.queries import candidates as queries
from lynchpin.frontdoor.queries import referrals
from lynchpin.frontdoor.use_cases.decide_candidate import decide_candidate
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import Domain, LineKind, ResilienceBand, VulnerabilityBand

BAND_COLOURS = {VulnerabilityBand.RED: "red", VulnerabilityBand.AMBER: "orange", VulnerabilityBand.GREEN: "green"}


def vulnerability_tag(band: str) -> Tag:
    known = VulnerabilityBand(band) if band else VulnerabilityBand.INSUFFICIENT
    return Tag(str(known.label), BAND_COLOURS.get(known, "grey"))


def resilience_tag(band: str) -> Tag:
    return Tag(str(ResilienceBand(band).label) if band in ResilienceBand.values else _("Not known"), "grey")


COLUMNS = [
    Column(
        "reference",
        gettext_lazy("Family"),
        href=lambda row: reverse("frontdoor:decide_candidate", args=[row.reference]),
    ),
    Column("route", gettext_lazy("Suggested"), sortable=True, read=lambda row: Route(row.route).label),
    Column("v", gettext_lazy("Vulnerability"), Cell.TAG, read=lambda row: vulnerability_tag(row.vulnerability_band)),
    Column("r", gettext_lazy("Resilience"), Cell.TAG, read=lambda row: resilience_tag(row.resilience_band)),
    Column("state", gettext_lazy("State"), read=lambda row: CandidateState(row.state).label),
    Column("raised_on", gettext_lazy("Suggested on"), Cell.DATE, sortable=True),
]


@page(Permission.READ_CANDIDATES, action="list")
def candidates_page(request: Request) -> HttpResponse:
    """Families that wait for a reviewer."""
    actor = request.actor
    filters = CandidateFilter(request.GET, clusters=referrals.clusters(actor))
    query = ListQuery.from_params(request.GET, COLUMNS, sort="raised_on")
    found = queries.candidates(actor, query, **filters.chosen)
    empty = _("No family waits for review. A run that is approved suggests some.")
    listing = Listing(COLUMNS, found.page, request.GET, _("Families up for review"), empty, filters)
    return show(
        request, "face/list_page.html", heading=_("Families up for review"), intro=_unmet(found.unmet), listing=listing
    )


@page(Permission.DECIDE_CANDIDATE, opens="candidate")
def decide_candidate_page(request: Request, reference: str) -> HttpResponse:
    """Both scores with everything behind them, and one decision."""
    actor = request.actor
    facts = queries.candidate(actor, reference)
    form = CandidateForm(request.POST or None, initial={"version": facts.version}, members=_asked(facts))
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


def _unmet(unmet: int) -> str:
    if not unmet:
        return ""
    return ngettext(
        "%(count)s more family is suggested than there is time to review. It lapses at the next run.",
        "%(count)s more families are suggested than there is time to review. They lapse at the next run.",
        unmet,
    ) % {"count": unmet}


def _asked(facts: queries.CandidateFacts) -> list[MemberChoice]:
    return [MemberChoice(each.key, each.name, [_named(one) for one in each.alike]) for each in facts.members]


def _named(one: Any) -> tuple[str, str]:
    born = one.resident.birth_date.strftime("%d/%m/%Y") if one.resident.birth_date else _("date of birth not known")
    return one.resident.reference, f"{one.resident.name} ({one.resident.reference}), {born}"


def _shown(facts: queries.CandidateFacts) -> dict[str, Any]:
    return {
        "scores": [_score(facts, "V"), _score(facts, "R")],
        "route": Route(facts.row.route).label,
        "why_not": sentence(facts.why_not) if facts.why_not else "",
        "decision": CandidateDecision(facts.decision).label if facts.decision else "",
        "back_url": reverse("frontdoor:candidates"),
    }


def _score(facts: queries.CandidateFacts, axis: str) -> dict[str, Any]:
    """One score with its own lines: the two are never put together."""
    vulnerable = axis == "V"
    score = facts.vulnerability if vulnerable else facts.resilience
    lines = [line for line in facts.lines if (line.axis == "V") == vulnerable]
    return {
        "key": "vulnerability" if vulnerable else "resilience",
        "title": _("Vulnerability") if vulnerable else _("Resilience"),
        "tag": vulnerability_tag(score.band) if vulnerable else resilience_tag(score.band),
        "score": score,
        "lines": [(line, Domain(line.domain).label, LineKind(line.kind).label) for line in lines],
    }
