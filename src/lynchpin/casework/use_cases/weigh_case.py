"""Weigh a case again: what is happening in it has changed."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.weighing import weighing
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.WEIGH_CASE)
def weigh_case(
    actor: Actor, *, reference: str, version: int, complexity: str, family_size: int, intensity: str, at: datetime
) -> int:
    """Give an open case its weight under the formula in force. Gives the weight in points.

    A heavier case may take its worker past the limit: then the caseload shows it, and nothing more is given to them.
    """
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_work_on(case))
    answers = {"complexity": complexity, "family_size": family_size, "intensity": intensity}
    about = {"on": local_date(at), "resident_id": case.resident_id, "cluster": case.cluster_id or ""}
    weighed = answers | weighing(actor, **about, **answers).fields  # type: ignore[arg-type]
    for name, value in weighed.items():
        setattr(case, name, value)
    case.store(*weighed)
    audit.record(Verb.CASE_WEIGHED, case, weight=case.weight, edition=case.weight_edition)
    return case.weight
