"""Answer what lines of the core offer ask of somebody: just what would settle it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import OfferQuestionsForm
from lynchpin.pathways.queries.offer import offer_to_answer
from lynchpin.pathways.use_cases.answer_offer_questions import answer_offer_questions


@page(Permission.ANSWER_OFFER_QUESTIONS, opens="resident")
def answer_offer_questions_page(request: Request, reference: str) -> HttpResponse:
    """`ask`, as often as need be, names the facts that are asked."""
    facts = offer_to_answer(request.actor, reference, request.GET.getlist("ask"))
    form = OfferQuestionsForm(request.POST or None, asks=facts.asks, answered=facts.answered)
    if form.is_valid():
        with refusals_on(form):
            kept = answer_offer_questions(
                request.actor, reference=facts.person.reference, at=clock.now(), **form.answers
            )
            return redirect_with(request, _("The answers are saved."), "desk:what_fits", kept)
    return show(request, "pathways/answer_offer_questions.html", person=facts.person, form=form)
