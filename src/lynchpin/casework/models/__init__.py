"""Records of casework: cases and what happens in them, and how they are shared out."""

from lynchpin.casework.models.absences import Absence, covered_today, own_absences
from lynchpin.casework.models.cases import (
    SILENT_AFTER,
    Case,
    CaseQuerySet,
    Contact,
    Goal,
    Plan,
    WhatMatters,
    cases_in_sight,
    not_heard_since,
)
from lynchpin.casework.models.hands import Reopening, Transfer
from lynchpin.casework.models.loads import Allocation, WeightFormula, WorkerDuties
from lynchpin.casework.models.supervisions import (
    SUPERVISES,
    Supervision,
    SupervisionAction,
    SupervisionRhythm,
    SupervisionTalk,
    supervised_by,
)

__all__ = [
    "SILENT_AFTER",
    "SUPERVISES",
    "Absence",
    "Allocation",
    "Case",
    "CaseQuerySet",
    "Contact",
    "Goal",
    "Plan",
    "Reopening",
    "Supervision",
    "SupervisionAction",
    "SupervisionRhythm",
    "SupervisionTalk",
    "Transfer",
    "WeightFormula",
    "WhatMatters",
    "WorkerDuties",
    "cases_in_sight",
    "covered_today",
    "not_heard_since",
    "own_absences",
    "supervised_by",
]
