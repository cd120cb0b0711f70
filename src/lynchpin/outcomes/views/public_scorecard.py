"""The public's scorecard: the whole area, with small numbers hidden."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.queries.scorecard import public_scorecard
from lynchpin.outcomes.rules import Quarter
from lynchpin.outcomes.views.numbers import better_off, how_much, how_well


@page(Permission.READ_PUBLIC_SCORECARD)
def public_scorecard_page(request: Request) -> HttpResponse:
    quarter = Quarter.of(clock.today()).previous  # only whole quarters are published
    card = public_scorecard(request.actor, quarter)
    return show(
        request,
        "outcomes/public_scorecard.html",
        card=card,
        how_much=how_much(card, False),
        how_well=how_well(card, False),
        better_off=better_off(card, False),
    )
