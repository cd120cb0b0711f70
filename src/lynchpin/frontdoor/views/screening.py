"""One referral: its page, and each thing that a colleague of the centre may decide about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.forms import EditForm
from lynchpin.face.parts import Link
from lynchpin.frontdoor.choices import Permission, ReferralStatus
from lynchpin.frontdoor.forms.deciding import NEW, AnswerForm, PassingOnForm, PersonsNoForm, RoutingForm, ScreeningForm
from lynchpin.frontdoor.queries import referrals, screening
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.pass_on_referral import pass_on_referral
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.views.words import decided_rows, events, known_as, status_tag, time_left, told_rows
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence

LABELS: dict[str, Callable[[], str]] = {
    "screen_referral": lambda: _("Say who it is about"),
    "answer_referral": lambda: _("Give advice"),
    "route_referral": lambda: _("Pass to a lead worker"),
    "pass_on_referral": lambda: _("Pass to a statutory service"),
    "record_persons_no": lambda: _("The person said no"),
}


@page(Permission.READ_REFERRAL, opens="referral")
def referral_page(request: Request, reference: str) -> HttpResponse:
    """A referral with its whole timeline and what may be done next."""
    facts = referrals.referral(request.actor, reference)
    return show(
        request,
        "frontdoor/referral.html",
        facts=facts,
        decided=decided_rows(facts),
        **_actions(facts),
        queue_url=reverse("frontdoor:queue") if request.actor.may(Permission.READ_QUEUE) else "",
        door=_door_to_case(request.actor, facts),
        **_told(facts),
    )


@page(Permission.SCREEN_REFERRAL, opens="referral")
def screen_referral_page(request: Request, reference: str) -> HttpResponse:
    """Say who a referral is about, beside those who are like them."""
    facts = screening.referral_to_screen(request.actor, reference)
    form = _screening_form(request, facts)
    if form.is_valid():
        with refusals_on(form):
            screen_referral(request.actor, reference=reference, at=clock.now(), **form.screened)
            return redirect_with(request, _("Now say what happens next."), "frontdoor:referral", reference)
    return show(request, "frontdoor/screen_referral.html", facts=facts, form=form, **_told(facts.referral))


@page(Permission.ANSWER_REFERRAL, opens="referral")
def answer_referral_page(request: Request, reference: str) -> HttpResponse:
    """Keep what was advised."""
    return _decided(
        request, reference, AnswerForm, answer_referral, "frontdoor/answer_referral.html", _("The advice is kept.")
    )


@page(Permission.ROUTE_REFERRAL, opens="referral")
def route_referral_page(request: Request, reference: str) -> HttpResponse:
    """Pass a referral to the lead worker whose it is."""
    return _decided(
        request, reference, RoutingForm, route_referral, "frontdoor/route_referral.html", _("A lead worker has it now.")
    )


@page(Permission.PASS_ON_REFERRAL, opens="referral")
def pass_on_referral_page(request: Request, reference: str) -> HttpResponse:
    """Pass a referral to a statutory service."""
    said = _("It is passed on. Check that they have acknowledged it.")
    return _decided(request, reference, PassingOnForm, pass_on_referral, "frontdoor/pass_on_referral.html", said)


@page(Permission.RECORD_PERSONS_NO, opens="referral")
def record_persons_no_page(request: Request, reference: str) -> HttpResponse:
    """Keep that the person said no."""
    said = _("Their no is kept. Nothing suggests them for twelve months.")
    return _decided(request, reference, PersonsNoForm, record_persons_no, "frontdoor/record_persons_no.html", said)


def _decided(
    request: Request, reference: str, kind: type[EditForm], decide: Callable[..., str], template: str, said: str
) -> HttpResponse:
    """A page that decides one thing about a referral, and says so."""
    actor = request.actor
    facts = referrals.referral(actor, reference)
    form = kind(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            decide(actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, said, "frontdoor:referral", reference)
    why_not = next((sentence(a.why_not) for a in facts.actions if a.phrase == decide.__name__ and a.why_not), "")
    return show(request, template, facts=facts, form=form, why_not=why_not, **_told(facts))


def _screening_form(request: Request, facts: screening.ScreeningFacts) -> ScreeningForm:
    told = facts.referral.told
    known = {"version": facts.referral.version, "urgency": facts.referral.row.urgency}
    who = {"forename": facts.forename, "surname": facts.surname, "birth_date": told.birth_date}
    new = {} if facts.alike else {"resident_reference": NEW}
    initial = known | who | new | {"area_code": facts.area_code}
    alike = [(one.resident.reference, known_as(one.resident)) for one in facts.alike]
    return ScreeningForm(request.POST or None, initial=initial, alike=alike, areas=facts.areas)


def _told(facts: referrals.ReferralFacts) -> dict[str, Any]:
    return {
        "told": told_rows(facts.told),
        "steps": events(facts.timeline),
        "status": status_tag(facts.row.status),
        "left": time_left(facts.row.days_left) if facts.row.waits else None,
        "back_url": reverse("frontdoor:referral", args=[facts.row.reference]),
    }


def _door_to_case(actor: Actor, facts: referrals.ReferralFacts) -> Link | None:
    """The way on from a routed referral, into a later room that this one does not know."""
    if facts.row.status != ReferralStatus.ROUTED or not actor.may("casework.open_case"):
        return None
    return Link(_("Open a case"), reverse("casework:open_case", args=[facts.row.reference]))


def _actions(facts: referrals.ReferralFacts) -> dict[str, Any]:
    """What may be done, the likeliest first; and what may not, gathered under each reason why."""
    place = facts.row.reference
    can = [
        Link(LABELS[a.phrase](), reverse(f"frontdoor:{a.phrase}", args=[place])) for a in facts.actions if not a.why_not
    ]
    cannot: dict[str, list[str]] = {}
    for action in facts.actions:
        if action.why_not:
            cannot.setdefault(sentence(action.why_not), []).append(LABELS[action.phrase]())
    return {"actions": can, "not_now": [(", ".join(labels), why) for why, labels in cannot.items()]}
