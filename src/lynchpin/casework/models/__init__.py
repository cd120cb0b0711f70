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
from lynchpin.casework.models.families import (
    FamilyAction,
    FamilyAssessment,
    FamilyConsent,
    FamilyMeeting,
    FamilyTeam,
    FamilyTeamMember,
    FamilyVoice,
)
from lynchpin.casework.models.loads import Allocation, WeightFormula, WorkerDuties

__all__ = [
    "SILENT_AFTER",
    "Allocation",
    "Case",
    "CaseQuerySet",
    "Contact",
    "FamilyAction",
    "FamilyAssessment",
    "FamilyConsent",
    "FamilyMeeting",
    "FamilyTeam",
    "FamilyTeamMember",
    "FamilyVoice",
    "Goal",
    "Plan",
    "WeightFormula",
    "WhatMatters",
    "WorkerDuties",
    "cases_in_sight",
    "not_heard_since",
]
