"""Rate a goal of the plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import RatingForm
from lynchpin.casework.forms.plans import stored_rating
from lynchpin.casework.queries.forms import goal_to_rate
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.casework.views.goals import goal_shown
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RATE_GOAL, opens="case")
def rate_goal_page(request: Request, reference: str, goal_id: int) -> HttpResponse:
    facts = goal_to_rate(request.actor, reference, goal_id)
    first = {"rating": "", "occasion": facts.likely_occasion}  # the number is asked of the person, so never filled in
    form = RatingForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            rate_goal(request.actor, reference=reference, goal_id=goal_id, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The rating is saved."), "casework:case", reference)
        facts = goal_to_rate(request.actor, reference, goal_id)  # what somebody else stored meanwhile
    form.beside(stored_rating(facts))
    shown = {"heading": _("Rate a goal"), "button": _("Save the rating")}
    return show(request, "casework/rate_goal.html", **shown, head=facts.head, goal=goal_shown(facts.goal), form=form)
