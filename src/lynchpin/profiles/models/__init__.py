"""What partners send, what a run made of it, and why."""

from lynchpin.profiles.models.families import Contribution, FamilyProfile, FamilyProfileQuerySet, LinkedPerson
from lynchpin.profiles.models.feeds import Extract, Feed, QuarantinedCell
from lynchpin.profiles.models.runs import ProfileRun
from lynchpin.profiles.models.scoring import UNSETTLED, DryRun, ScoringEdition

__all__ = [
    "UNSETTLED",
    "Contribution",
    "DryRun",
    "Extract",
    "FamilyProfile",
    "FamilyProfileQuerySet",
    "Feed",
    "LinkedPerson",
    "ProfileRun",
    "QuarantinedCell",
    "ScoringEdition",
]
