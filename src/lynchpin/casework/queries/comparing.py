"""Two editions of a plan side by side: which goals came, which went, and what changed in those that stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, Plan
from lynchpin.casework.queries.case import GoalFact, PlanFact, plan_fact
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read


class Change(StrEnum):
    """What became of a goal from one edition to the next."""

    ADDED = "added"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal with what it was and what it is; one of them is missing where it came or went."""

    words: str
    change: Change
    before: GoalFact | None
    after: GoalFact | None

    @property
    def step_changed(self) -> bool:
        return bool(self.before and self.after and self.before.first_step != self.after.first_step)

    @property
    def rating_moved(self) -> bool:
        return bool(self.before and self.after and self.before.latest != self.after.latest)

    @property
    def measure_changed(self) -> bool:
        return bool(self.before and self.after and self.before.measure_key != self.after.measure_key)

    @property
    def unchanged(self) -> bool:
        moved = self.step_changed or self.rating_moved or self.measure_changed
        return self.change == Change.KEPT and not moved


@dataclass(frozen=True, slots=True)
class EditionFact:
    """One edition in the list of all."""

    edition: int
    state: str
    agreed_on: date
    by: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two editions have in common and what not; `before` is missing for the first."""

    head: CaseRow
    before: PlanFact | None
    after: PlanFact
    goals: tuple[GoalChange, ...]
    editions: tuple[EditionFact, ...]
    written_by: str


@read(Permission.READ_CASE)
def compared_plans(actor: Actor, reference: str, older: int, newer: int) -> Comparison:
    """Two editions of one case's plan."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    return comparison(actor, case, older, newer)


def comparison(actor: Actor, case: Case, older: int, newer: int) -> Comparison:
    """Two editions, for a bound actor; `older` 0 stands for none."""
    plans = list(Plan.objects.visible_to(actor).filter(case=case).newest_first())
    names = names_of(plan.recorded_by for plan in plans)
    after = plan_fact(actor, Plan.objects.visible_to(actor).find(case=case, edition=newer))
    before = plan_fact(actor, Plan.objects.visible_to(actor).find(case=case, edition=older)) if older else None
    assert after is not None  # noqa: S101  (find would have raised)
    editions = tuple(EditionFact(p.edition, p.state, p.agreed_on, names.get(p.recorded_by, "")) for p in plans)
    goals = tuple(changes(before.goals if before else (), after.goals))
    written_by = names.get(after.recorded_by, "")
    return Comparison(rows_of(actor, [case])[0], before, after, goals, editions, written_by)


def changes(before: tuple[GoalFact, ...], after: tuple[GoalFact, ...]) -> Iterator[GoalChange]:
    """Goals of the newer edition in its order, then those it dropped. A goal is the same while its words are."""
    was = {goal.in_their_words: goal for goal in before}
    for goal in after:
        old = was.pop(goal.in_their_words, None)
        yield GoalChange(goal.in_their_words, Change.KEPT if old else Change.ADDED, old, goal)
    for words, goal in was.items():
        yield GoalChange(words, Change.DROPPED, goal, None)
