"""Systems that work with people over time, and how they say that it ended."""

from __future__ import annotations

from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause, VoidCause
from lynchpin.frontdoor.vocabularies.words import Ours, Vocabulary, nearest

S = ReferralStatus

REFER_AND_MONITOR = Vocabulary(
    "Refer and monitor an intervention",
    "ministryofjustice/hmpps-interventions-service, ReferralConcluder.kt and migration V1_166 on withdrawal reasons",
    {
        "draft": Ours(S.RECEIVED),
        "sent": Ours(S.BROKERED),
        "assigned": Ours(S.ROUTED),
        "in progress": Ours(S.WITH_PROVIDER),
        "completed": Ours(S.ENDED, EndCode.HELPED),
        "prematurely ended": Ours(S.RETURNED, ReturnCause.ENDED_EARLY),
        "completed early": Ours(S.ENDED, EndCode.PARTLY_HELPED),
        "ineligible": Ours(S.RETURNED, ReturnCause.NOT_ELIGIBLE),
        "mistaken": Ours(S.VOID, VoidCause.MISTAKE),
        "duplicate": Ours(S.VOID, VoidCause.DUPLICATE),
        "not engaged": Ours(S.OPEN_OFFER),
        "need met elsewhere": Ours(S.ENDED, EndCode.NEED_MET_ELSEWHERE),
        "moved": Ours(S.ENDED, EndCode.MOVED_AWAY),
        "work, caring or sickness": Ours(S.DECLINED_BY_PERSON),
        "died": Ours(S.ENDED, EndCode.DIED),
        "other": Ours(S.RETURNED, ReturnCause.DECLINED),
    },
    nearest(
        "draft",
        "in progress",
        asked="sent",
        back="other",
        helped="completed",
        left="not engaged",
        no="work, caring or sickness",
        elsewhere="need met elsewhere",
        void="mistaken",
    ),
)

OSCAR = Vocabulary(
    "OSCaR",
    "Children-in-Families/oscar-web, reasons of exit",
    {
        "active": Ours(S.TAKEN_UP),
        "moved": Ours(S.ENDED, EndCode.MOVED_AWAY),
        "refused": Ours(S.DECLINED_BY_PERSON),
        "criteria no longer met": Ours(S.RETURNED, ReturnCause.NOT_ELIGIBLE),
        "died": Ours(S.ENDED, EndCode.DIED),
        "no longer needs support": Ours(S.ENDED, EndCode.HELPED),
        "missing": Ours(S.OPEN_OFFER),
        "agency lacks resources": Ours(S.RETURNED, ReturnCause.NO_CAPACITY),
        "transferred": Ours(S.PASSED_ON),
        "other": Ours(S.RETURNED, ReturnCause.ENDED_EARLY),
    },
    nearest(
        "active",
        "active",
        asked="active",
        back="other",
        helped="no longer needs support",
        left="missing",
        no="refused",
        elsewhere="transferred",
        void="other",
    ),
)

CAREDOVE = Vocabulary(
    "Caredove",
    "Caredove help pages on referral states",
    {
        "received": Ours(S.RECEIVED),
        "accepted": Ours(S.WITH_PROVIDER),
        "on hold": Ours(S.RETURNED, ReturnCause.WAITING_LIST),
        "completed": Ours(S.ENDED, EndCode.HELPED),
        "failed": Ours(S.RETURNED, ReturnCause.NOT_REACHED),
        "rejected": Ours(S.RETURNED, ReturnCause.DECLINED),
        "cancelled": Ours(S.DECLINED_BY_PERSON),
    },
    nearest(
        "received",
        "accepted",
        asked="received",
        back="rejected",
        helped="completed",
        left="failed",
        no="cancelled",
        elsewhere="completed",
        void="cancelled",
    ),
)

OPENIMIS = Vocabulary(
    "openIMIS",
    "openimis/openimis-be-social_protection_py, states of a beneficiary",
    {
        "potential": Ours(S.RECEIVED),
        "active": Ours(S.WITH_PROVIDER),
        "graduated": Ours(S.ENDED, EndCode.HELPED),
        "suspended": Ours(S.RETURNED, ReturnCause.ENDED_EARLY),
    },
    nearest(
        "potential",
        "active",
        asked="potential",
        back="suspended",
        helped="graduated",
        left="suspended",
        no="suspended",
        elsewhere="graduated",
        void="suspended",
    ),
)
