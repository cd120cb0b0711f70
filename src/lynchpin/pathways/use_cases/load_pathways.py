"""Load pathways from a reference pack. The first edition of a step is the pack's; editions made on screen are left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways.choices import Permission, Verb
from lynchpin.pathways.models import Pathway, PathwayMove, PathwayStep, StepTest

Rows = Sequence[Mapping[str, Any]]


@use_case(Permission.LOAD_PATHWAYS)
def load_pathways(
    actor: Actor, *, pathways: Rows = (), tests: Rows = (), steps: Rows = (), moves: Rows = ()
) -> dict[str, int]:
    """Keep every row by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(Pathway, pathways)
    counts.update(keep_keyed(StepTest, tests))
    counts.update(keep_keyed(PathwayStep, steps))
    counts.update(keep_keyed(PathwayMove, moves))
    audit.record(Verb.PATHWAYS_LOADED, None, **dict(counts))
    return dict(counts)
