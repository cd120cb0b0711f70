"""Accept a file that waits, or send it back; one that was stopped is accepted by a second person."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import AcceptStoppedForm, DeclineExtractForm, RunForm
from lynchpin.profiles.queries.settling import ExtractToSettle, extract_to_settle
from lynchpin.profiles.use_cases.accept_extract import accept_extract
from lynchpin.profiles.use_cases.accept_stopped_extract import accept_stopped_extract
from lynchpin.profiles.use_cases.decline_extract import decline_extract

HERE = "profiles:extract"


@page(Permission.ACCEPT_EXTRACT, opens="extract")
def accept_extract_page(request: Request, reference: str) -> HttpResponse:
    facts = extract_to_settle(request.actor, reference)
    form = RunForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            accept_extract(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The file is accepted. The next run reads it."), HERE, reference)
    return show(request, "profiles/accept_extract.html", **_shown(facts, form, facts.why_not_accept))


@page(Permission.ACCEPT_STOPPED, opens="extract")
def accept_stopped_extract_page(request: Request, reference: str) -> HttpResponse:
    facts = extract_to_settle(request.actor, reference)
    form = AcceptStoppedForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            accept_stopped_extract(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The file is accepted. The next run reads it."), HERE, reference)
    return show(request, "profiles/accept_stopped_extract.html", **_shown(facts, form, facts.why_not_accept_stopped))


@page(Permission.DECLINE_EXTRACT, opens="extract")
def decline_extract_page(request: Request, reference: str) -> HttpResponse:
    facts = extract_to_settle(request.actor, reference)
    form = DeclineExtractForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            decline_extract(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The file is sent back. Nothing of it is kept but its counts: tell the partner what to mend.")
            return redirect_with(request, said, HERE, reference)
    return show(request, "profiles/decline_extract.html", **_shown(facts, form, facts.why_not_decline))


def _shown(facts: ExtractToSettle, form: Any, reason: Any) -> dict[str, Any]:
    back_url = reverse(HERE, args=[facts.reference])
    return {"facts": facts, "form": form, "why_not": sentence(reason) if reason else "", "back_url": back_url}
