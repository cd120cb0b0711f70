"""Trying an edition out, proposing, approving and declining it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.forms import EditForm
from lynchpin.kernel import clock
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with, refusals_on, show
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.queries import scoring
from lynchpin.profiles.running import start_trial
from lynchpin.profiles.scoring_forms import ApproveScoringForm, DeclineScoringForm, ProposeScoringForm
from lynchpin.profiles.use_cases.approve_scoring import approve_scoring
from lynchpin.profiles.use_cases.decline_scoring import decline_scoring
from lynchpin.profiles.use_cases.propose_scoring import propose_scoring
from lynchpin.profiles.views.scoring import edition_rows, log_of
from lynchpin.profiles.views.trials import edition_address, shown_trial, why_not

EDITION = "profiles:scoring_edition"


@page(Permission.RECORD_DRY_RUN, takes=PRESSED)
def record_dry_run_page(request: Request, number: int) -> HttpResponse:
    """A button: try the edition in the background."""
    start_trial(request.actor, number)
    return redirect_with(request, _("The edition is being tried."), EDITION, number)


@page(Permission.PROPOSE_SCORING)
def propose_scoring_page(request: Request, number: int) -> HttpResponse:
    """Hold the draft as it is; it is tried at once, where there is a run to try it on."""
    facts = scoring.scoring_edition(request.actor, number)
    form = ProposeScoringForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            propose_scoring(request.actor, number=number, at=clock.now(), **form.cleaned_data)
            if facts.can_be_tried and not facts.preview:
                start_trial(request.actor, number)
            return redirect_with(
                request, _("The edition is proposed. Another person has to approve it."), EDITION, number
            )
    return _settling(request, facts, form, "propose_scoring", why_not(facts.why_not_propose))


@page(Permission.APPROVE_SCORING)
def approve_scoring_page(request: Request, number: int) -> HttpResponse:
    """What the edition would do, and a second person's approval."""
    facts = scoring.scoring_edition(request.actor, number)
    seen = facts.preview.fingerprint if facts.preview else ""
    form = ApproveScoringForm(request.POST or None, initial={"version": facts.row.version, "seen": seen})
    if form.is_valid():
        with refusals_on(form):
            approve_scoring(request.actor, number=number, at=clock.now(), **form.cleaned_data)
            said = _("The edition is approved. Runs follow it from its day on.")
            return redirect_with(request, said, EDITION, number)
    return _settling(request, facts, form, "approve_scoring", why_not(facts.why_not_approve))


@page(Permission.DECLINE_SCORING)
def decline_scoring_page(request: Request, number: int) -> HttpResponse:
    """Let an edition go, with a reason."""
    facts = scoring.scoring_edition(request.actor, number)
    form = DeclineScoringForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            decline_scoring(request.actor, number=number, at=clock.now(), **form.cleaned_data)
            said = _("The edition is declined. What holds stays as it is.")
            return redirect_with(request, said, EDITION, number)
    return _settling(request, facts, form, "decline_scoring", why_not(facts.why_not_decline))


def _settling(request: Request, facts: scoring.EditionFacts, form: EditForm, name: str, reason: str) -> HttpResponse:
    return show(
        request,
        f"profiles/{name}.html",
        facts=facts,
        form=form,
        why_not=reason,
        log=log_of(facts.row),
        rows=edition_rows(facts.row),
        back_url=edition_address(facts.row.number),
        **shown_trial(request.actor, facts),
    )
