"""What partners send, what a run made of it, why, and the bounds that it keeps to."""

from lynchpin.profiles.models.assessments import ImpactAssessment
from lynchpin.profiles.models.assurance import AssuranceReport, RunFreeze
from lynchpin.profiles.models.contests import FactContest
from lynchpin.profiles.models.families import Contribution, FamilyProfile, FamilyProfileQuerySet, LinkedPerson
from lynchpin.profiles.models.feeds import WAITING, Extract, Feed, FeedBounds, QuarantinedCell
from lynchpin.profiles.models.links import LinkDecision, LinkDoubt
from lynchpin.profiles.models.runs import ProfileRun
from lynchpin.profiles.models.scoring import UNSETTLED, DryRun, ScoringEdition
from lynchpin.profiles.models.stops import ProfilingStop

__all__ = [
    "UNSETTLED",
    "WAITING",
    "AssuranceReport",
    "Contribution",
    "DryRun",
    "Extract",
    "FactContest",
    "FamilyProfile",
    "FamilyProfileQuerySet",
    "Feed",
    "FeedBounds",
    "ImpactAssessment",
    "LinkDecision",
    "LinkDoubt",
    "LinkedPerson",
    "ProfileRun",
    "ProfilingStop",
    "QuarantinedCell",
    "RunFreeze",
    "ScoringEdition",
]
