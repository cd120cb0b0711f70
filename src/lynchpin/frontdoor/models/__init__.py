"""Referrals with their whole timeline, candidates that profiling suggests, and the dated rules that route them."""

from lynchpin.frontdoor.models.brokering import OPEN_STATES, Brokering, BrokeringQuerySet
from lynchpin.frontdoor.models.candidates import Candidate, CandidateQuerySet
from lynchpin.frontdoor.models.clocks import ClosedDay, ReferralClock, ReferralClockQuerySet
from lynchpin.frontdoor.models.dated import BandRoute, ClockRule
from lynchpin.frontdoor.models.referrals import (
    AT_FRONT_DOOR,
    OWNED,
    Referral,
    ReferralQuerySet,
    TimelineEntry,
    TimelineEntryQuerySet,
)
from lynchpin.frontdoor.models.routing import ClusterRoom, GroupFact, ReviewAllowance, RoutingEdition
from lynchpin.frontdoor.models.ways_in import PartnerLink, PartnerLinkQuerySet, ReferralList, ReferralListQuerySet

__all__ = [
    "AT_FRONT_DOOR",
    "OPEN_STATES",
    "OWNED",
    "BandRoute",
    "Brokering",
    "BrokeringQuerySet",
    "Candidate",
    "CandidateQuerySet",
    "ClockRule",
    "ClosedDay",
    "ClusterRoom",
    "GroupFact",
    "PartnerLink",
    "PartnerLinkQuerySet",
    "Referral",
    "ReferralClock",
    "ReferralClockQuerySet",
    "ReferralList",
    "ReferralListQuerySet",
    "ReferralQuerySet",
    "ReviewAllowance",
    "RoutingEdition",
    "TimelineEntry",
    "TimelineEntryQuerySet",
]
