"""Pages of the rules that route families: what holds, drafting the next edition, its dry run, agreeing it or setting it aside."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EditionState, Permission, Route
from lynchpin.frontdoor.forms.routing import AgreementForm, RoutingForm, SettingAsideForm, pair_label
from lynchpin.frontdoor.queries import routing
from lynchpin.frontdoor.use_cases.agree_routing_rules import agree_routing_rules
from lynchpin.frontdoor.use_cases.draft_routing_rules import draft_routing_rules
from lynchpin.frontdoor.use_cases.set_aside_routing_rules import set_aside_routing_rules
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand

COLOURS = {EditionState.DRAFTED: "orange", EditionState.AGREED: "green"}
HERE = "frontdoor:routing_rules"


@page(Permission.READ_ROUTING_RULES)
def routing_rules_page(request: Request) -> HttpResponse:
    """The matrix of today, and every edition."""
    facts = routing.routing_rules(request.actor)
    return show(
        request,
        "frontdoor/routing_rules.html",
        facts=facts,
        may_draft=request.actor.may(Permission.DRAFT_ROUTING_RULES),
        may_open=request.actor.may(Permission.AGREE_ROUTING_RULES),
        heads=[ResilienceBand(band).label for band in (*rules.RESILIENCE, ResilienceBand.NOT_YET_HEARD)],
        matrix=_matrix(facts),
        editions=[{"number": each.number, "rows": _edition_rows(each)} for each in facts.editions],
    )


@page(Permission.DRAFT_ROUTING_RULES)
def draft_routing_rules_page(request: Request) -> HttpResponse:
    """The next edition, begun from what holds today."""
    facts, today = routing.rules_to_change(request.actor), clock.today()
    starts_from = {"first": facts.first, "valid_from": today}
    form = RoutingForm(request.POST or None, cells=facts.cells, groups=facts.groups, today=today, initial=starts_from)
    if form.is_valid():
        with refusals_on(form):
            number = draft_routing_rules(request.actor, at=clock.now(), **form.drafted)
            said = _("The draft is kept. Nothing changes until another person agrees it.")
            return redirect_with(request, said, "frontdoor:agree_routing_rules", number)
    why_not = sentence(Reason("routing_draft_open")) if facts.drafted else ""
    return show(request, "frontdoor/draft_routing_rules.html", form=form, why_not=why_not, back_url=reverse(HERE))


@page(Permission.AGREE_ROUTING_RULES)
def agree_routing_rules_page(request: Request, number: int) -> HttpResponse:
    """What a draft would change, and a second person's agreement."""
    facts = routing.edition_to_agree(request.actor, number, clock.now())
    form = AgreementForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            agree_routing_rules(request.actor, number=number, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The edition is agreed. It holds from its day on."), HERE)
    return show(request, "frontdoor/agree_routing_rules.html", facts=facts, form=form, **_drafted(facts))


@page(Permission.SET_ASIDE_ROUTING_RULES)
def set_aside_routing_rules_page(request: Request, number: int) -> HttpResponse:
    """Let go of a draft."""
    facts = routing.edition_to_set_aside(request.actor, number)
    form = SettingAsideForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            set_aside_routing_rules(request.actor, number=number, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The draft is set aside. The rules stay as they are."), HERE)
    return show(request, "frontdoor/set_aside_routing_rules.html", facts=facts, form=form, rows=_edition_rows(facts))


def _matrix(facts: routing.RulesFacts) -> list[tuple[str, list[str]]]:
    """A row for each band of vulnerability: its name, and the route for each band of resilience."""
    bands = (*rules.RESILIENCE, ResilienceBand.NOT_YET_HEARD)
    return [
        (str(VulnerabilityBand(one).label), [_route(facts.cells.get((one, other), "")) for other in bands])
        for one in rules.VULNERABILITY
    ]


def _drafted(facts: routing.EditionFacts) -> dict[str, Any]:
    return {
        "changes": [(pair_label(pair), _route(now), _route(then)) for pair, now, then in facts.changes],
        "rows": [*_edition_rows(facts.row), *_first_rows(facts)],
        "why_not": sentence(facts.why_not) if facts.why_not else "",
        "drafted": facts.row.state == EditionState.DRAFTED,
        "tables": _tables(facts.preview) if facts.preview else [],
        "back_url": reverse(HERE),
    }


def _tables(preview: routing.Preview) -> list[dict[str, Any]]:
    """The counts by cluster and by customer group, each with what a row is."""
    outside, none = _("Outside every cluster"), _("In no customer group")
    by_cluster = [(name or outside, counts) for name, counts in preview.by_cluster]
    by_group = [(name or none, counts) for name, counts in preview.by_group]
    tables = (
        ("clusters", _("By cluster"), _("Cluster"), by_cluster),
        ("groups", _("By group"), _("Customer group"), by_group),
    )
    return [{"key": key, "caption": caption, "head": head, "rows": rows} for key, caption, head, rows in tables]


def _first_rows(facts: routing.EditionFacts) -> list[SummaryRow]:
    nobody, drafted = _("No group"), facts.row.state == EditionState.DRAFTED
    now = _("Groups that come first now") if drafted else _("Groups that came first before it")
    return [
        SummaryRow(now, ", ".join(facts.first_now) or nobody),
        SummaryRow(_("Groups that come first by this edition"), ", ".join(facts.first_then) or nobody),
    ]


def _edition_rows(each: routing.EditionRow) -> list[SummaryRow]:
    state = EditionState(each.state)
    rows: list[tuple[str, Any]] = [
        (_("State"), Tag(str(state.label), COLOURS.get(state, "grey"))),
        (_("From"), each.valid_from),
        (_("Drafted by"), each.drafted_by),
        (_("Why it was drafted"), each.draft_reason),
        (_("Agreed by"), each.agreed_by),
        (_("Why it was agreed"), each.agreement_reason),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def _route(code: str) -> str:
    return str(Route(code).label) if code else _("No rule")
