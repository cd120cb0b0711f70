"""Pathways as they are on a day: the newest edition of each step, the arrows between steps, the questions in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lynchpin.framework.models import CoreOfferLine
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.organisations.models import Organisation
from lynchpin.pathways.models import Pathway, PathwayMove, PathwayStep, StepTest
from lynchpin.pathways.rules import Asked, Question, asked_of


@dataclass(frozen=True, slots=True)
class StepFact:
    """One step in words, in the active language."""

    step: str
    edition: int
    number: int
    name: str
    delivered_by: str
    rule: str
    entry: tuple[Asked, ...]
    exit: tuple[Asked, ...]
    providers: tuple[str, ...]
    core_offer: tuple[str, ...]
    promises: tuple[str, ...]
    may_complete: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """An arrow of a pathway."""

    from_step: str
    to_step: str
    kind: str


@dataclass(frozen=True, slots=True)
class PathwayFact:
    """A pathway with its steps, lowest number first, and its arrows."""

    key: str
    name: str
    may_re_enter: bool
    offered: bool
    steps: tuple[StepFact, ...]
    moves: tuple[MoveFact, ...]

    def step(self, key: str) -> StepFact | None:
        return next((each for each in self.steps if each.step == key), None)

    def names(self) -> dict[str, str]:
        """Names of the steps by their keys."""
        return {each.step: each.name for each in self.steps}


def questions(actor: Actor) -> dict[str, Question]:
    """Every test in words, by its key."""
    rows = StepTest.objects.visible_to(actor).order_by("sort", "key")
    return {row.key: Question(row.key, label(row), label(row, "if_yes"), label(row, "if_no")) for row in rows}


def steps_on(actor: Actor, day: date, pathway: str = "") -> dict[str, PathwayStep]:
    """The edition of each step that holds on a day, by step, lowest number first."""
    begun = PathwayStep.objects.visible_to(actor).filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day))
    rows = (begun.filter(pathway_id=pathway) if pathway else begun).order_by("edition")
    newest = {row.step: row for row in rows}
    return dict(sorted(newest.items(), key=lambda item: (item[1].number, item[0])))


def is_offered(step: PathwayStep | None, day: date) -> bool:
    """Whether somebody may still come to a step: one that is retired takes nobody new."""
    return step is not None and (step.valid_to is None or step.valid_to >= day)


def moves_on(actor: Actor, day: date, pathway: str = "") -> list[PathwayMove]:
    """The arrows that hold on a day."""
    rows = PathwayMove.objects.visible_to(actor).in_force(day)
    return list((rows.filter(pathway_id=pathway) if pathway else rows).order_by("kind", "from_step", "to_step"))


def leads(actor: Actor, day: date, *, pathway: str, from_step: str, to_step: str, kind: str) -> bool:
    """Whether an arrow of this kind goes from one step to another."""
    rows = PathwayMove.objects.visible_to(actor).in_force(day).filter(pathway_id=pathway, kind=kind)
    return rows.filter(from_step=from_step, to_step=to_step).exists()


def pathway_facts(actor: Actor, day: date, key: str = "") -> tuple[PathwayFact, ...]:
    """Pathways in words, with a fixed number of reads; all of them, or the one that is asked for."""
    found = Pathway.objects.visible_to(actor).order_by("sort", "key")
    rows = list(found.filter(key=key) if key else found)
    steps, arrows, asks = steps_on(actor, day, key), moves_on(actor, day, key), questions(actor)
    providers, lines = _names(actor, steps.values()), _lines(actor, steps.values())
    return tuple(
        PathwayFact(
            key=row.key,
            name=label(row),
            may_re_enter=row.may_re_enter,
            offered=(row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to >= day),
            steps=tuple(
                step_fact(each, asks, providers, lines) for each in steps.values() if each.pathway_id == row.key
            ),
            moves=tuple(
                MoveFact(each.from_step, each.to_step, each.kind) for each in arrows if each.pathway_id == row.key
            ),
        )
        for row in rows
    )


def step_fact(
    row: PathwayStep, asks: Mapping[str, Question], providers: Mapping[str, str], lines: Mapping[str, str]
) -> StepFact:
    """One edition of a step in words."""
    return StepFact(
        step=row.step,
        edition=row.edition,
        number=row.number,
        name=label(row),
        delivered_by=label(row, "delivered_by"),
        rule=label(row, "rule"),
        entry=asked_of(row.entry_tests, asks),
        exit=asked_of(row.exit_tests, asks),
        providers=tuple(providers.get(key, key) for key in row.provider_keys),
        core_offer=tuple(lines.get(key, key) for key in row.core_offer_keys),
        promises=tuple(row.promises),
        may_complete=row.may_complete,
        since=row.valid_from,
    )


def _names(actor: Actor, steps: Iterable[PathwayStep]) -> dict[str, str]:
    wanted = {key for step in steps for key in step.provider_keys}
    return {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).filter(key__in=wanted)}


def _lines(actor: Actor, steps: Iterable[PathwayStep]) -> dict[str, str]:
    wanted = {key for step in steps for key in step.core_offer_keys}
    return {row.key: label(row) for row in CoreOfferLine.objects.visible_to(actor).filter(key__in=wanted)}
