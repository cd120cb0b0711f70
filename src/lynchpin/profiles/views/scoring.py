"""How factors count: the catalogue as it holds today, one edition with what it would do, and the history of them all."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState
from lynchpin.profiles.forms import RunForm
from lynchpin.profiles.queries import scoring
from lynchpin.profiles.queries.scoring import EditionFacts, EditionRow, FactorRow
from lynchpin.profiles.scoring_words import (
    AXES,
    DECAY,
    RULES,
    domain_label,
    factor_label,
    points,
    said,
    said_otherwise,
    told,
)
from lynchpin.profiles.views.trials import shown_trial, why_not

COLOURS = {ScoringState.DRAFTED: "blue", ScoringState.PROPOSED: "orange", ScoringState.APPROVED: "green"}


@page(Permission.READ_SCORING)
def scoring_page(request: Request) -> HttpResponse:
    """Every factor and rule as they hold today."""
    facts = scoring.catalogue(request.actor)
    return show(
        request,
        "profiles/scoring.html",
        facts=facts,
        axes=[(axis, words, _factors(facts.factors, axis)) for axis, words in AXES.items()],
        rules=[SummaryRow(words, facts.rules[name]) for name, words in RULES.items()],
        may_draft=request.actor.may(Permission.DRAFT_SCORING),
    )


@page(Permission.READ_SCORING, action="list")
def scoring_history_page(request: Request) -> HttpResponse:
    """What changed and when, in words that may be shown to anybody; and what was declined, with its reason."""
    rows = scoring.scoring_history(request.actor)
    shown = [{"row": each, "tag": state(each), "rows": edition_rows(each), "log": log_of(each)} for each in rows]
    return show(request, "profiles/scoring_history.html", editions=shown, back_url=reverse("profiles:scoring"))


@page(Permission.READ_SCORING)
def scoring_edition_page(request: Request, number: int) -> HttpResponse:
    """One edition: what is different, what it would do, and what may be done with it."""
    facts = scoring.scoring_edition(request.actor, number)
    return show(
        request,
        "profiles/scoring_edition.html",
        facts=facts,
        tag=state(facts.row),
        rows=edition_rows(facts.row),
        log=log_of(facts.row),
        grounds=[(factor_label(key), power, assessment) for key, power, assessment in facts.grounds],
        button=RunForm(initial={"version": facts.row.version}),
        acts=_acts(request, facts),
        **shown_trial(request.actor, facts),
    )


def state(row: EditionRow) -> Tag:
    known = ScoringState(row.state)
    return Tag(str(known.label), COLOURS.get(known, "grey"))


def log_of(row: EditionRow) -> list[str]:
    """What an edition changed, a sentence each."""
    return [told(change) for change in row.changes]


def edition_rows(row: EditionRow) -> list[SummaryRow]:
    given: list[tuple[str, Any]] = [
        (_("Holds from"), row.valid_from),
        (_("Drafted by"), row.drafted_by),
        (_("Why it was drafted"), row.draft_reason),
        (_("Proposed by"), row.proposed_by),
        (_("Approved by"), row.approved_by),
        (_("Declined by"), row.declined_by),
        (_("Decided on"), local_date(row.decided_at) if row.decided_at else None),
        (_("Why it was decided so"), row.decision_reason),
    ]
    return [SummaryRow(key, value) for key, value in given if value]


def _acts(request: Request, facts: EditionFacts) -> list[tuple[str, str, str, bool]]:
    """(label, address, why not, whether it is the next step) of what this reader's role may do with an open edition."""
    drafted, open_still = facts.row.state == ScoringState.DRAFTED, facts.why_not_decline is None
    given = [
        (_("Change the draft"), "redraft_scoring", facts.why_not_change, drafted, False),
        (_("Propose it"), "propose_scoring", facts.why_not_propose, drafted, True),
        (_("Approve it"), "approve_scoring", facts.why_not_approve, not drafted and open_still, True),
        (_("Decline it"), "decline_scoring", facts.why_not_decline, open_still, False),
    ]
    return [
        (label, reverse(f"profiles:{name}", args=[facts.row.number]), why_not(reason), primary)
        for label, name, reason, offered, primary in given
        if offered and request.actor.may(f"profiles.{name}")
    ]


def _factors(rows: tuple[FactorRow, ...], axis: str) -> list[dict[str, Any]]:
    return [_factor(row) for row in rows if editions.catalogue()[row.key].axis == axis]


def _factor(row: FactorRow) -> dict[str, Any]:
    factor = editions.catalogue()[row.key]
    return {
        "key": row.key,
        "name": said(factor.label),
        "meaning": said(factor.meaning),
        "tag": Tag(_("Counts"), "green") if row.terms.on else Tag(_("Switched off"), "grey"),
        "worth": _("Up to %(points)s, part of life: %(domain)s.")
        % {"points": points(row.terms.points), "domain": domain_label(factor.domain)},
        "rows": _details(row),
    }


def _details(row: FactorRow) -> list[SummaryRow]:
    factor = editions.catalogue()[row.key]
    given: list[tuple[str, Any]] = [
        (_("In the other language"), f"{said_otherwise(factor.label)}. {said_otherwise(factor.meaning)}"),
        (_("How it fades"), DECAY[factor.decay]),
        (_("Why it is useful"), said(factor.useful)),
        (_("Why it is lawful"), said(factor.lawful)),
        (_("Legal power to disclose"), row.terms.power),
        (_("Reference of the impact assessment"), row.terms.assessment),
        (_("Feeds that tell of it"), "; ".join(row.feeds) or _("None that is declared")),
        (_("Counts from"), row.terms.from_on),
        (_("Counts until"), row.terms.to_on),
        (_("As it is since"), row.since or _("As it ships")),
        (_("Proposed by"), row.proposed_by),
        (_("Approved by"), row.approved_by),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
