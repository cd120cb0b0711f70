"""One referral: its page, and each thing that a colleague of the centre may decide about it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link
from lynchpin.frontdoor.choices import Permission, ReferralStatus
from lynchpin.frontdoor.forms.deciding import NEW, AnswerForm, PassingOnForm, PersonsNoForm, RoutingForm, ScreeningForm
from lynchpin.frontdoor.queries import referrals, screening
from lynchpin.frontdoor.queries.options import next_options
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.pass_on_referral import pass_on_referral
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.views.actions import action_links, not_now, seldom_links
from lynchpin.frontdoor.views.deciding import decided, told
from lynchpin.frontdoor.views.words import decided_rows, known_as, option_links
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.READ_REFERRAL, opens="referral")
def referral_page(request: Request, reference: str) -> HttpResponse:
    """A referral with its whole timeline and what may be done next."""
    facts = referrals.referral(request.actor, reference)
    return show(
        request,
        "frontdoor/referral.html",
        facts=facts,
        decided=decided_rows(facts),
        actions=action_links(facts),
        seldom=seldom_links(facts),
        not_now=not_now(facts),
        queue_url=reverse("frontdoor:queue") if request.actor.may(Permission.READ_QUEUE) else "",
        options=option_links(next_options(request.actor, reference), reference),
        door=_door_to_case(request.actor, facts),
        may_see_what_fits=request.actor.may("desk.read_what_fits"),
        **told(facts),
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
    return show(request, "frontdoor/screen_referral.html", facts=facts, form=form, **told(facts.referral))


@page(Permission.ANSWER_REFERRAL, opens="referral")
def answer_referral_page(request: Request, reference: str) -> HttpResponse:
    """Keep what was advised."""
    template = "frontdoor/answer_referral.html"
    return decided(request, reference, AnswerForm, answer_referral, _("The advice is kept."), template=template)


@page(Permission.ROUTE_REFERRAL, opens="referral")
def route_referral_page(request: Request, reference: str) -> HttpResponse:
    """Pass a referral to the lead worker whose it is."""
    template = "frontdoor/route_referral.html"
    return decided(request, reference, RoutingForm, route_referral, _("A lead worker has it now."), template=template)


@page(Permission.PASS_ON_REFERRAL, opens="referral")
def pass_on_referral_page(request: Request, reference: str) -> HttpResponse:
    """Pass a referral to a statutory service."""
    said = _("It is passed on. Check that they have acknowledged it.")
    template = "frontdoor/pass_on_referral.html"
    return decided(request, reference, PassingOnForm, pass_on_referral, said, template=template)


@page(Permission.RECORD_PERSONS_NO, opens="referral")
def record_persons_no_page(request: Request, reference: str) -> HttpResponse:
    """Keep that the person said no."""
    said = _("Their no is kept. Nothing suggests them for twelve months.")
    template = "frontdoor/record_persons_no.html"
    return decided(request, reference, PersonsNoForm, record_persons_no, said, template=template)


def _screening_form(request: Request, facts: screening.ScreeningFacts) -> ScreeningForm:
    born = facts.referral.told.birth_date
    known = {"version": facts.referral.version, "urgency": facts.referral.row.urgency}
    who = {"forename": facts.forename, "surname": facts.surname, "birth_date": born}
    new = {} if facts.alike else {"resident_reference": NEW}
    initial = known | who | new | {"area_code": facts.area_code}
    alike = [(one.resident.reference, known_as(one.resident)) for one in facts.alike]
    return ScreeningForm(request.POST or None, initial=initial, alike=alike, areas=facts.areas)


def _door_to_case(actor: Actor, facts: referrals.ReferralFacts) -> Link | None:
    """The way on from a routed referral, into a later room that this one does not know."""
    if facts.row.status != ReferralStatus.ROUTED or not actor.may("casework.open_case"):
        return None
    return Link(_("Open a case"), reverse("casework:open_case", args=[facts.row.reference]))
