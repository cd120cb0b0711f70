"""What each form over a place shows beside its questions, read under the form's own permission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Direction, Permission
from lynchpin.pathways.models import Guarantee, PathwayStep, Place, StepTest
from lynchpin.pathways.queries.definitions import moves_on, questions, steps_on
from lynchpin.pathways.queries.heads import PlaceRow, rows_of_places
from lynchpin.pathways.rules import Question, write_tests

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceToChange:
    """The person's place, and the steps on offer as (key, name)."""

    head: PlaceRow
    steps: Choices = ()


@dataclass(frozen=True, slots=True)
class QuestionToAnswer:
    """A question about one person."""

    head: PlaceRow
    question: Question


@dataclass(frozen=True, slots=True)
class GuaranteeToGive:
    """A guarantee that is owed to a person."""

    head: PlaceRow
    version: int
    kind: str
    due_on: date


@dataclass(frozen=True, slots=True)
class StepToEdit:
    """A step's newest edition as it is typed, and the tests there are as (key, question)."""

    step: str
    pathway: str
    edition: int
    words: dict[str, str]
    entry_tests: tuple[str, ...]
    exit_tests: tuple[str, ...]
    tests: Choices


@read(Permission.STEP_UP)
def place_to_step_up(actor: Actor, reference: str) -> PlaceToChange:
    """For stepping up."""
    return _with_steps(actor, reference, Direction.UP)


@read(Permission.STEP_DOWN)
def place_to_step_down(actor: Actor, reference: str) -> PlaceToChange:
    """For stepping down."""
    return _with_steps(actor, reference, Direction.DOWN)


@read(Permission.RE_ENTER_PATHWAY)
def place_to_re_enter(actor: Actor, reference: str) -> PlaceToChange:
    """For coming back."""
    return _with_steps(actor, reference, Direction.RE_ENTRY)


@read(Permission.PAUSE_PATHWAY)
def place_to_pause(actor: Actor, reference: str) -> PlaceToChange:
    """For a break."""
    return PlaceToChange(_head(actor, reference))


@read(Permission.RESUME_PATHWAY)
def place_to_resume(actor: Actor, reference: str) -> PlaceToChange:
    """For going on."""
    return PlaceToChange(_head(actor, reference))


@read(Permission.LEAVE_PATHWAY)
def place_to_leave(actor: Actor, reference: str) -> PlaceToChange:
    """For leaving."""
    return PlaceToChange(_head(actor, reference))


@read(Permission.COMPLETE_PATHWAY)
def place_to_complete(actor: Actor, reference: str) -> PlaceToChange:
    """For completing."""
    return PlaceToChange(_head(actor, reference))


@read(Permission.ANSWER_STEP_TEST)
def question_to_answer(actor: Actor, reference: str, test_key: str) -> QuestionToAnswer:
    """For answering one question."""
    found = questions(actor).get(test_key)
    if found is None:
        raise NotFound("pathways.StepTest")
    return QuestionToAnswer(_head(actor, reference), found)


@read(Permission.GIVE_GUARANTEE)
def guarantee_to_give(actor: Actor, reference: str, guarantee_id: int) -> GuaranteeToGive:
    """For keeping a guarantee."""
    place = Place.objects.visible_to(actor).find(reference=reference)
    owed = Guarantee.objects.visible_to(actor).find(id=guarantee_id, place=place)
    return GuaranteeToGive(rows_of_places(actor, [place])[0], owed.version, owed.kind, owed.due_on)


@read(Permission.EDIT_PATHWAY_STEP)
def step_to_edit(actor: Actor, step: str) -> StepToEdit:
    """For a step's next edition."""
    row = PathwayStep.objects.visible_to(actor).filter(step=step).order_by("-edition").first()
    if row is None:
        raise NotFound("pathways.PathwayStep")
    names = [f"{stem}_{language}" for stem in ("label", "delivered_by", "rule") for language in ("en", "cy")]
    tests = StepTest.objects.visible_to(actor).order_by("sort", "key")
    return StepToEdit(
        step=row.step,
        pathway=row.pathway_id,
        edition=row.edition,
        words={name: getattr(row, name) for name in names},
        entry_tests=tuple(write_tests(row.entry_tests)),
        exit_tests=tuple(write_tests(row.exit_tests)),
        tests=tuple((test.key, label(test)) for test in tests),
    )


def _head(actor: Actor, reference: str) -> PlaceRow:
    return rows_of_places(actor, [Place.objects.visible_to(actor).find(reference=reference)])[0]


def _with_steps(actor: Actor, reference: str, kind: Direction) -> PlaceToChange:
    head = _head(actor, reference)
    steps = steps_on(actor, actor.on, head.pathway)
    found = [
        move.to_step
        for move in moves_on(actor, actor.on, head.pathway)
        if move.kind == kind and move.from_step == head.step and move.to_step in steps
    ]
    return PlaceToChange(head, tuple((key, label(steps[key])) for key in found))
