"""What may follow what in a referral."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.kernel.errors import Reason

WAITING = frozenset({ReferralStatus.RECEIVED, ReferralStatus.SCREENING})
ENDS = frozenset({ReferralStatus.ANSWERED, ReferralStatus.PASSED_ON, ReferralStatus.DECLINED_BY_PERSON})
TRANSITIONS: Mapping[ReferralStatus, frozenset[ReferralStatus]] = MappingProxyType(
    {
        ReferralStatus.RECEIVED: ENDS | {ReferralStatus.SCREENING},
        ReferralStatus.SCREENING: ENDS | {ReferralStatus.ROUTED},
        ReferralStatus.ROUTED: frozenset(
            {ReferralStatus.TAKEN_UP, ReferralStatus.PASSED_ON, ReferralStatus.DECLINED_BY_PERSON}
        ),
        ReferralStatus.ANSWERED: frozenset(),
        ReferralStatus.TAKEN_UP: frozenset(),
        ReferralStatus.PASSED_ON: frozenset(),
        ReferralStatus.DECLINED_BY_PERSON: frozenset(),
    }
)
STANDING = MappingProxyType(
    {
        ReferralStatus.RECEIVED: "referral_received_already",
        ReferralStatus.SCREENING: "referral_screened_already",
        ReferralStatus.ANSWERED: "referral_answered_already",
        ReferralStatus.ROUTED: "referral_routed_already",
        ReferralStatus.TAKEN_UP: "referral_taken_up_already",
        ReferralStatus.PASSED_ON: "referral_passed_on_already",
        ReferralStatus.DECLINED_BY_PERSON: "person_said_no",
    }
)
TOO_EARLY = MappingProxyType(
    {
        (ReferralStatus.RECEIVED, ReferralStatus.ROUTED): "screen_first",
        (ReferralStatus.RECEIVED, ReferralStatus.TAKEN_UP): "route_first",
        (ReferralStatus.SCREENING, ReferralStatus.TAKEN_UP): "route_first",
    }
)


def why_not_move(status: str, to: str) -> Reason | None:
    """Why a referral of one status cannot become another."""
    now, then = ReferralStatus(status), ReferralStatus(to)
    if then in TRANSITIONS[now]:
        return None
    return Reason(TOO_EARLY.get((now, then), STANDING[now]))
