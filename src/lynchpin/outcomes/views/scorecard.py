"""The staff scorecard."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.casework.choices import Permission as CaseworkPermission
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import ScorecardFilter
from lynchpin.outcomes.periods import in_words
from lynchpin.outcomes.queries.scorecard import scorecard
from lynchpin.outcomes.rules import Quarter
from lynchpin.outcomes.views.numbers import better_off, how_much, how_well


@page(Permission.READ_SCORECARD)
def scorecard_page(request: Request) -> HttpResponse:
    today = clock.today()
    quarter = Quarter.read(request.GET.get("quarter", "")) or Quarter.of(today)
    card = scorecard(request.actor, quarter, request.GET.get("cluster", ""))
    may = request.actor.may
    lists = card.opens and may(CaseworkPermission.READ_CASELOAD)
    return show(
        request,
        "outcomes/scorecard.html",
        card=card,
        quarter=in_words(quarter),
        how_much=how_much(card, lists),
        how_well=how_well(card, lists),
        better_off=better_off(card, card.opens and may(Permission.READ_ACHIEVEMENTS)),
        filters=ScorecardFilter(
            {"quarter": str(quarter), "cluster": card.cluster}, today=today, clusters=card.clusters
        ),
        suppressed=not card.opens,
    )
