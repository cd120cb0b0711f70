"""Drafting an edition of the scoring, and changing the draft: every factor and rule in one form."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.editions import BOUNDS, Scoring
from lynchpin.profiles.queries import scoring
from lynchpin.profiles.queries.scoring import ToChange
from lynchpin.profiles.scoring_forms import TERMS, RedraftScoringForm, ScoringForm
from lynchpin.profiles.scoring_words import AXES, domain_label, factor_label, points
from lynchpin.profiles.use_cases.draft_scoring import draft_scoring
from lynchpin.profiles.use_cases.redraft_scoring import redraft_scoring
from lynchpin.profiles.views.trials import edition_address, why_not


@page(Permission.DRAFT_SCORING)
def draft_scoring_page(request: Request) -> HttpResponse:
    """The next edition, begun from what holds today."""
    facts, today = scoring.scoring_to_draft(request.actor), clock.today()
    form = ScoringForm(request.POST or None, held=facts.scoring, today=today, initial={"valid_from": today})
    if form.is_valid():
        with refusals_on(form):
            number = draft_scoring(request.actor, at=clock.now(), **form.drafted)
            said = _("The draft is kept. Nothing changes until another person approves it.")
            return redirect_with(request, said, "profiles:scoring_edition", number)
    waiting = why_not(Reason("scoring_open_already")) if facts.waiting else ""
    shown = {"heading": _("Draft a change of the scoring"), "why_not": waiting, "back_url": reverse("profiles:scoring")}
    return show(request, "profiles/write_scoring.html", form=form, facts=facts, **shown, **_cells(form, facts))


@page(Permission.REDRAFT_SCORING)
def redraft_scoring_page(request: Request, number: int) -> HttpResponse:
    """A draft, to change what it says."""
    facts = scoring.scoring_to_redraft(request.actor, number)
    row = facts.row
    begins = {"valid_from": row.valid_from, "reason": row.draft_reason, "version": row.version} if row else {}
    form = RedraftScoringForm(request.POST or None, held=facts.scoring, today=clock.today(), initial=begins)
    if form.is_valid():
        with refusals_on(form):
            redraft_scoring(request.actor, number=number, at=clock.now(), **form.drafted)
            said = _("The draft is changed. What was tried before no longer counts for it.")
            return redirect_with(request, said, "profiles:scoring_edition", number)
    closed = why_not(editions.why_not_redraft(row.state)) if row else ""
    shown = {"heading": _("Change the draft"), "why_not": closed, "back_url": edition_address(number)}
    return show(request, "profiles/write_scoring.html", form=form, facts=facts, **shown, **_cells(form, facts))


def _cells(form: ScoringForm, facts: ToChange) -> dict[str, Any]:
    """The fields of the form as a template lays them out: a row a factor, by axis; then the rules; then the rest."""
    catalogue = editions.catalogue()
    return {
        "axes": [
            (words, [_row(form, facts.now, key) for key, each in catalogue.items() if each.axis == axis])
            for axis, words in AXES.items()
        ],
        "rules": [(form[f"rule_{name}"], facts.now.rules[name]) for name in BOUNDS],
        "rest": [form[name] for name in ("valid_from", "reason")],
    }


def _row(form: ScoringForm, now: Scoring, key: str) -> dict[str, Any]:
    cells = {term: form[f"{key}_{term}"] for term in TERMS if f"{key}_{term}" in form.fields}
    return {
        "key": key,
        "name": factor_label(key),
        "domain": domain_label(editions.catalogue()[key].domain),
        "held": _held(now, key),
        "on": cells["on"],
        "cells": [cells[term] for term in ("points", "from", "to")],
        "grounds": [cells[term] for term in ("power", "assessment") if term in cells],
    }


def _held(now: Scoring, key: str) -> str:
    """How it counts without this edition."""
    terms = now.factors.get(key)
    if terms is None or not terms.on:
        return _("Now: switched off.")
    return _("Now: up to %(points)s.") % {"points": points(terms.points)}
