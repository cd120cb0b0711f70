"""What tests need of outcomes, made by its use cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from lynchpin.casework.models import Case
from lynchpin.framework.models import Measure
from lynchpin.framework.use_cases.load_framework import load_framework
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.outcomes.use_cases.record_outcome import record_outcome
from tests.world.staff import LONG_AGO, machine


class OutcomesWorld:
    """`world.outcome(case, worker)` on measure OM01; `world.closed(case, worker)` ends a case because the person moved."""

    def measures(self) -> None:
        """Two measures of the framework, unless a test has loaded its own."""
        if Measure.unscoped.filter(key="OM01").exists():
            return
        rows = [
            {
                "key": key,
                "label_en": label,
                "label_cy": label,
                "kind": "better_off",
                "sort": sort,
                "valid_from": LONG_AGO,
            }
            for sort, (key, label) in enumerate((("OM01", "People entering work"), ("OM05", "People who qualified")))
        ]
        load_framework(machine("system-admin"), measures=rows)

    def outcome(
        self, case: Case, worker: Actor, *, measure: str = "OM01", achieved_on: date | None = None, **facts: Any
    ) -> str:
        """An achievement that the worker saw."""
        self.measures()
        given = {"evidence": "seen", "at": clock.now()} | facts
        return record_outcome(
            worker,
            reference=case.reference,
            measure_key=measure,
            achieved_on=achieved_on or clock.today(),
            **given,
        )

    def closed(self, case: Case, worker: Actor, *, reason: str = "moved-away", **facts: Any) -> Case:
        """The case, closed."""
        now = self.again(case.reference)
        close_case(worker, reference=now.reference, version=now.version, reason=reason, at=clock.now(), **facts)
        return self.again(case.reference)
