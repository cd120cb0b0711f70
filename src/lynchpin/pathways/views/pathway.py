"""One pathway: its picture, its steps with what they ask, and the people on them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission, Promise
from lynchpin.pathways.queries.definitions import StepFact
from lynchpin.pathways.queries.heads import PlaceRow
from lynchpin.pathways.queries.map import PathwayPage
from lynchpin.pathways.queries.map import pathway_page as pathway_facts
from lynchpin.pathways.rules import Asked
from lynchpin.pathways.views.diagram import figure_of


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step on the page."""

    fact: StepFact
    entry: tuple[str, ...]
    exit: tuple[str, ...]
    promises: tuple[str, ...]
    count: int
    people: tuple[PlaceRow, ...]

    @property
    def unnamed(self) -> int:
        return self.count - len(self.people)


@page(Permission.READ_PATHWAYS, opens="pathway")
def pathway_page(request: Request, key: str) -> HttpResponse:
    facts = pathway_facts(request.actor, key)
    return show(
        request,
        "pathways/pathway.html",
        pathway=facts.on_map.pathway,
        drawn=figure_of(facts.on_map),
        steps=[_shown(facts, step) for step in facts.on_map.pathway.steps],
        named=facts.named,
        may_edit=request.actor.may(Permission.EDIT_PATHWAY_STEP),
    )


def _shown(facts: PathwayPage, step: StepFact) -> StepShown:
    return StepShown(
        fact=step,
        entry=tuple(_said(test) for test in step.entry),
        exit=tuple(_said(test) for test in step.exit),
        promises=tuple(str(Promise(code).label) for code in step.promises),
        count=facts.on_map.people[step.step],
        people=facts.people[step.step],
    )


def _said(test: Asked) -> str:
    """What has to be so; and when it is asked at all."""
    needed = test.question.means(test.must_be)
    if test.when is None:
        return needed
    return _("%(needed)s (asked where this is so: %(condition)s)") % {
        "needed": needed,
        "condition": test.when.means(test.when_is),
    }
