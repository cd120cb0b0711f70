"""What a run can say about its own quality and fairness, in measures by group: counts and shares, never a person, never a family."""

from __future__ import annotations

from lynchpin_vrp.assure.measure import CODES, SHAPE, Alert, Measure, Unit
from lynchpin_vrp.assure.report import Beside, assure, found_beside
from lynchpin_vrp.assure.told import Assurance, LeftOut, table, write_assurance

__all__ = [
    "CODES",
    "SHAPE",
    "Alert",
    "Assurance",
    "Beside",
    "LeftOut",
    "Measure",
    "Unit",
    "assure",
    "found_beside",
    "table",
    "write_assurance",
]
