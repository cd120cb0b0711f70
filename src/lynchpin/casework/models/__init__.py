"""Records of casework: cases and what happens in them, and how they are shared out."""

from lynchpin.casework.models.absences import Absence, covered_today, own_absences
from lynchpin.casework.models.approvals import ApprovalRequirement
from lynchpin.casework.models.cases import (
    SILENT_AFTER,
    Case,
    CaseQuerySet,
    Contact,
    WhatMatters,
    cases_in_sight,
    cases_seen,
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
from lynchpin.casework.models.hands import Reopening, Transfer
from lynchpin.casework.models.loads import Allocation, WeightFormula, WorkerDuties
from lynchpin.casework.models.plans import Goal, Plan
from lynchpin.casework.models.ratings import GoalRating
from lynchpin.casework.models.snags import Snag, SnagKind
from lynchpin.casework.models.supervisions import (
    SUPERVISES,
    Supervision,
    SupervisionAction,
    SupervisionRhythm,
    SupervisionTalk,
    supervised_by,
)
from lynchpin.casework.models.visits import LoneVisit, VisitStep, VisitTerms
from lynchpin.casework.models.wordings import WORDS, EarlierWording, earlier, words_of

__all__ = [
    "SILENT_AFTER",
    "SUPERVISES",
    "WORDS",
    "Absence",
    "Allocation",
    "ApprovalRequirement",
    "Case",
    "CaseQuerySet",
    "Contact",
    "EarlierWording",
    "FamilyAction",
    "FamilyAssessment",
    "FamilyConsent",
    "FamilyMeeting",
    "FamilyTeam",
    "FamilyTeamMember",
    "FamilyVoice",
    "Goal",
    "GoalRating",
    "LoneVisit",
    "Plan",
    "Reopening",
    "Snag",
    "SnagKind",
    "Supervision",
    "SupervisionAction",
    "SupervisionRhythm",
    "SupervisionTalk",
    "Transfer",
    "VisitStep",
    "VisitTerms",
    "WeightFormula",
    "WhatMatters",
    "WorkerDuties",
    "cases_in_sight",
    "cases_seen",
    "covered_today",
    "earlier",
    "not_heard_since",
    "own_absences",
    "supervised_by",
    "words_of",
]
