"""Pages of asking a provider, and of what came of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.brokering import BrokeringAnswerForm, BrokeringForm, FinishForm, WithdrawalForm
from lynchpin.frontdoor.queries import options
from lynchpin.frontdoor.use_cases.answer_brokering import answer_brokering
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.frontdoor.use_cases.finish_brokering import finish_brokering
from lynchpin.frontdoor.use_cases.withdraw_brokering import withdraw_brokering
from lynchpin.frontdoor.views.actions import why_not_now
from lynchpin.frontdoor.views.deciding import decided, told
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.BROKER_REFERRAL, opens="referral")
def broker_referral_page(request: Request, reference: str) -> HttpResponse:
    """Ask a provider, once the person has agreed."""
    facts = options.referral_to_broker(request.actor, reference)
    form = _form(request, facts)
    if form.is_valid():
        with refusals_on(form):
            broker_referral(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("They are asked. If they do not answer in time, the person is back with us by itself.")
            return redirect_with(request, said, "frontdoor:referral", reference)
    why_not = why_not_now(facts.referral, "broker_referral")
    agreed = facts.referral.told.agrees is True
    return show(
        request,
        "frontdoor/broker_referral.html",
        facts=facts.referral,
        form=form,
        why_not=why_not,
        agreed=agreed,
        **told(facts.referral),
    )


@page(Permission.ANSWER_BROKERING, opens="referral")
def answer_brokering_page(request: Request, reference: str) -> HttpResponse:
    """Keep what a provider said."""
    return decided(
        request,
        reference,
        BrokeringAnswerForm,
        answer_brokering,
        _("Their answer is kept."),
        heading=_("What did the provider say?"),
        intro=_(
            "Anything but a yes with a day brings the person back to the front door. "
            "If it is the person who does not want it, record their no instead."
        ),
        button=_("Keep the answer"),
    )


@page(Permission.WITHDRAW_BROKERING, opens="referral")
def withdraw_brokering_page(request: Request, reference: str) -> HttpResponse:
    """Take the question back."""
    return decided(
        request,
        reference,
        WithdrawalForm,
        withdraw_brokering,
        _("The question is taken back. Tell the provider, and say what happens next."),
        heading=_("Take the question back"),
        intro=_("The person is back at the front door, and somebody else may be asked."),
        button=_("Take it back"),
    )


@page(Permission.FINISH_BROKERING, opens="referral")
def finish_brokering_page(request: Request, reference: str) -> HttpResponse:
    """Say how a provider's help ended."""
    return decided(
        request,
        reference,
        FinishForm,
        finish_brokering,
        _("How it ended is kept."),
        heading=_("How did the provider’s help end?"),
        intro=_("Where it ended early, the person is back at the front door and a colleague owns what happens next."),
        button=_("Keep how it ended"),
    )


def _form(request: Request, facts: options.BrokeringFacts) -> BrokeringForm:
    asked: dict[str, Any] = {name: request.GET.get(name, "") for name in ("offer", "organisation")}
    return BrokeringForm(
        request.POST or None,
        initial={"version": facts.referral.version} | asked,
        providers=facts.providers,
        lines=facts.lines,
        today=clock.today(),
    )
