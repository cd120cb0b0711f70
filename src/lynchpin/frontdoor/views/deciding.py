"""The shape of every page on which one thing is decided about a referral."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from lynchpin.face.forms import EditForm
from lynchpin.frontdoor.queries import referrals
from lynchpin.frontdoor.views.actions import why_not_now
from lynchpin.frontdoor.views.words import asked_rows, clock_rows, events, status_tag, time_left, told_rows
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, redirect_with, refusals_on, show

GENERAL = "frontdoor/decide.html"


def decided(
    request: Request,
    reference: str,
    kind: type[EditForm],
    decide: Callable[..., str],
    said: str,
    *,
    template: str = GENERAL,
    **words: str,
) -> HttpResponse:
    """Show the form, decide, and say `said`. `words` are the heading, intro and button of the general template."""
    actor = request.actor
    facts = referrals.referral(actor, reference)
    form = kind(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            decide(actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, said, "frontdoor:referral", reference)
    why_not = why_not_now(facts, decide.__name__)
    return show(request, template, facts=facts, form=form, why_not=why_not, **told(facts), **words)


def told(facts: referrals.ReferralFacts) -> dict[str, Any]:
    """What every page of a referral shows of it."""
    now = clock.now()
    return {
        "told": told_rows(facts.told),
        "steps": events(facts.timeline),
        "status": status_tag(facts.row.status),
        "left": time_left(facts.row, now) if facts.row.due_at else None,
        "asked": [asked_rows(each) for each in facts.brokerings],
        "clocks": clock_rows(facts.clocks),
        "back_url": reverse("frontdoor:referral", args=[facts.row.reference]),
    }
