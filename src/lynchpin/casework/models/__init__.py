"""Records of casework: cases and what happens in them, and how they are shared out."""

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
from lynchpin.casework.models.loads import Allocation, WeightFormula, WorkerDuties
from lynchpin.casework.models.snags import Snag, SnagKind
from lynchpin.casework.models.visits import LoneVisit, VisitStep, VisitTerms

__all__ = [
    "SILENT_AFTER",
    "Allocation",
    "Case",
    "CaseQuerySet",
    "Contact",
    "Goal",
    "LoneVisit",
    "Plan",
    "Snag",
    "SnagKind",
    "VisitStep",
    "VisitTerms",
    "WeightFormula",
    "WhatMatters",
    "WorkerDuties",
    "cases_in_sight",
    "not_heard_since",
]
