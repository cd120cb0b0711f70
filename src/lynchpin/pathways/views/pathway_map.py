"""The map of all pathways, with how many people stand on each step, and who."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from lynchpin.face.parts import Figure
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.queries.definitions import PathwayFact, StepFact
from lynchpin.pathways.queries.map import NamedPathway, OnStep, pathway_map
from lynchpin.pathways.views.diagram import figure_of

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class StepPeople:
    """A step that somebody stands on: the first few of them, and how many more there are."""

    step: StepFact
    people: tuple[OnStep, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PathwayShown:
    """A pathway on the map: its picture, and the people on it by step."""

    pathway: PathwayFact
    drawn: Figure
    steps: tuple[StepPeople, ...]


@page(Permission.READ_PATHWAYS, action="list")
def pathway_map_page(request: Request) -> HttpResponse:
    found = pathway_map(request.actor)
    return show(request, "pathways/pathway_map.html", pathways=[_shown(each) for each in found])


def _shown(facts: NamedPathway) -> PathwayShown:
    pathway = facts.on_map.pathway
    steps = (_step(facts, step) for step in pathway.steps if facts.people[step.step])
    return PathwayShown(pathway, figure_of(facts.on_map), tuple(steps))


def _step(facts: NamedPathway, step: StepFact) -> StepPeople:
    shown = facts.people[step.step][:MOST_NAMED]
    return StepPeople(step, shown, facts.on_map.people[step.step] - len(shown))
