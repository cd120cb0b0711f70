"""Referrals with their whole timeline, candidates that profiling suggests, and the dated rules that route them."""

from lynchpin.frontdoor.models.candidates import Candidate, CandidateQuerySet
from lynchpin.frontdoor.models.dated import BandRoute, ClockRule
from lynchpin.frontdoor.models.referrals import Referral, ReferralQuerySet, TimelineEntry, TimelineEntryQuerySet

__all__ = [
    "BandRoute",
    "Candidate",
    "CandidateQuerySet",
    "ClockRule",
    "Referral",
    "ReferralQuerySet",
    "TimelineEntry",
    "TimelineEntryQuerySet",
]
