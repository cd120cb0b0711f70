"""What a case weighs under the formula in force."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from lynchpin.casework import rules
from lynchpin.casework.models import Case, WeightFormula
from lynchpin.casework.queries.distances import km_from_centre
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused


@dataclass(frozen=True, slots=True)
class Weighing:
    """A weight, line by line, and the edition of the formula that gave it."""

    edition: int
    lines: tuple[rules.WeightLine, ...]

    @property
    def fields(self) -> dict[str, Any]:
        """The same as fields of a case."""
        lines = [asdict(line) for line in self.lines]
        return {
            "weight": sum(line.points for line in self.lines),
            "weight_parts": lines,
            "weight_edition": self.edition,
        }


def weighing(
    actor: Actor, *, on: date, resident_id: int, cluster: str, complexity: str, family_size: int, intensity: str
) -> Weighing:
    """Weigh these answers on a day. Refused when no formula is in force, or when it does not know an answer.

    The way to the person is measured from the middle of the cluster: the weight stays whoever holds the case.
    """
    formula = WeightFormula.objects.visible_to(actor).in_force(on).first()
    if formula is None:
        raise Refused(Reason("weights_not_loaded"))
    km = km_from_centre(actor, resident_id, cluster, on) if formula.travel_bands else None
    answers = {"complexity": complexity, "family_size": family_size, "intensity": intensity}
    try:
        lines = rules.weight_lines(formula.points, travel=rules.travel_band(km, formula.travel_bands), **answers)  # type: ignore[arg-type]
    except KeyError:
        raise Refused(Reason("weight_answer_unknown")) from None
    return Weighing(formula.edition, lines)


def lines_of(case: Case) -> tuple[rules.WeightLine, ...]:
    """The lines that were kept when the case was last weighed."""
    return tuple(rules.WeightLine(**line) for line in case.weight_parts)
