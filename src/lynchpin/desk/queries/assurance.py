"""How well and how fairly a run works, from all rooms: what was measured, how reviewers decided, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lynchpin.desk.queries.yielded import YieldRow, what_came_of_it
from lynchpin.frontdoor.queries.reviewing import Decisions, decisions_of_reviewers
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.disclosure import MARK, Shown, Standard, disclosed, hidden_beside_total
from lynchpin.kernel.page import read
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.queries.assurance import Assurance, assurance_of_run
from lynchpin.profiles.queries.freezes import Freeze, freeze_of_run

WATCHED = Standard(hides_to=9, rounds_to=1)  # groups of fewer than ten, for whoever sees no record (DOMAIN 4.3)


@dataclass(frozen=True, slots=True)
class RunAssurance:
    """Everything on the page of a run. `exact` is whether this reader sees small numbers."""

    facts: Assurance
    freeze: Freeze | None
    decisions: Decisions
    came_of_it: tuple[YieldRow, ...]
    exact: bool

    def shown(self, count: int) -> str:
        """A count as this reader may see it."""
        return (Shown(count) if self.exact else disclosed(count, WATCHED)).text

    def shown_together(self, counts: Mapping[str, int]) -> dict[str, str]:
        """Counts whose sum is shown too: no small one can be worked out from the others."""
        hidden = frozenset[str]() if self.exact else hidden_beside_total(counts, WATCHED)
        return {key: (Shown(None) if key in hidden else Shown(count)).text for key, count in counts.items()}

    def shown_stages(self, counts: Sequence[int]) -> list[str]:
        """Stages one after the other: how many fell away since the last one that is shown is no small number either."""
        told, last = [], None
        for count in counts:
            fewer = 0 if last is None else abs(last - count)
            if MARK in (self.shown(count), self.shown(fewer)):
                told.append(MARK)
            else:
                told.append(self.shown(count))
                last = count
        return told


@read(Permission.READ_ASSURANCE)
def run_assurance(actor: Actor, reference: str) -> RunAssurance:
    """One run. Raises `NotFound`."""
    return RunAssurance(
        facts=assurance_of_run(actor, reference),
        freeze=freeze_of_run(actor, reference),
        decisions=decisions_of_reviewers(actor),
        came_of_it=what_came_of_it(actor),
        exact=actor.scope != "agg",
    )
