"""What may follow what in a referral."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.kernel.errors import Reason

WAITING = frozenset({ReferralStatus.RECEIVED, ReferralStatus.SCREENING, ReferralStatus.RETURNED})
ENDS = frozenset(
    {
        ReferralStatus.ANSWERED,
        ReferralStatus.PASSED_ON,
        ReferralStatus.ENDED,
        ReferralStatus.OPEN_OFFER,
        ReferralStatus.DECLINED_BY_PERSON,
        ReferralStatus.VOID,
    }
)
ALWAYS = frozenset({ReferralStatus.DECLINED_BY_PERSON})  # a person's own no ends whatever has not ended
DECIDED = frozenset(
    {ReferralStatus.ANSWERED, ReferralStatus.PASSED_ON, ReferralStatus.BROKERED, ReferralStatus.ROUTED}
) | {ReferralStatus.OPEN_OFFER, ReferralStatus.ENDED, ReferralStatus.VOID}
TRANSITIONS: Mapping[ReferralStatus, frozenset[ReferralStatus]] = MappingProxyType(
    {
        ReferralStatus.RECEIVED: ALWAYS
        | {
            ReferralStatus.SCREENING,
            ReferralStatus.ANSWERED,
            ReferralStatus.PASSED_ON,
            ReferralStatus.ENDED,
            ReferralStatus.VOID,
        },
        ReferralStatus.SCREENING: ALWAYS | DECIDED,
        ReferralStatus.RETURNED: ALWAYS | DECIDED | {ReferralStatus.SCREENING},
        ReferralStatus.BROKERED: ALWAYS | {ReferralStatus.WITH_PROVIDER, ReferralStatus.RETURNED},
        ReferralStatus.WITH_PROVIDER: ALWAYS | {ReferralStatus.ENDED, ReferralStatus.RETURNED},
        ReferralStatus.ROUTED: ALWAYS
        | {
            ReferralStatus.TAKEN_UP,
            ReferralStatus.RETURNED,
            ReferralStatus.PASSED_ON,
            ReferralStatus.OPEN_OFFER,
            ReferralStatus.ENDED,
        },
        ReferralStatus.TAKEN_UP: ALWAYS | {ReferralStatus.ENDED, ReferralStatus.RETURNED, ReferralStatus.OPEN_OFFER},
        ReferralStatus.ANSWERED: frozenset({ReferralStatus.RETURNED}),
        ReferralStatus.PASSED_ON: frozenset({ReferralStatus.RETURNED}),
        ReferralStatus.ENDED: frozenset({ReferralStatus.TAKEN_UP, ReferralStatus.RETURNED}),
        ReferralStatus.OPEN_OFFER: frozenset({ReferralStatus.RETURNED, ReferralStatus.TAKEN_UP}),
        ReferralStatus.DECLINED_BY_PERSON: frozenset(),
        ReferralStatus.VOID: frozenset(),
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
        ReferralStatus.RETURNED: "referral_returned_already",
        ReferralStatus.BROKERED: "referral_brokered_already",
        ReferralStatus.WITH_PROVIDER: "referral_with_provider_already",
        ReferralStatus.ENDED: "referral_ended_already",
        ReferralStatus.OPEN_OFFER: "open_offer_left_already",
        ReferralStatus.VOID: "referral_void_already",
    }
)
BEFORE_SCREENING = frozenset({ReferralStatus.RECEIVED})
BEFORE_ROUTING = BEFORE_SCREENING | {ReferralStatus.SCREENING, ReferralStatus.RETURNED}
# to which status -> (while it is one of these, the sentence that says what comes first)
TOO_EARLY: Mapping[ReferralStatus, tuple[frozenset[ReferralStatus], str]] = MappingProxyType(
    {
        ReferralStatus.ROUTED: (BEFORE_SCREENING, "screen_first"),
        ReferralStatus.BROKERED: (BEFORE_SCREENING, "screen_first"),
        ReferralStatus.OPEN_OFFER: (BEFORE_SCREENING, "screen_first"),
        ReferralStatus.TAKEN_UP: (BEFORE_ROUTING, "route_first"),
        ReferralStatus.WITH_PROVIDER: (BEFORE_ROUTING, "ask_provider_first"),
        ReferralStatus.RETURNED: (BEFORE_ROUTING, "at_front_door_already"),
        ReferralStatus.ENDED: (frozenset({ReferralStatus.BROKERED}), "not_answered_yet"),
    }
)


def why_not_move(status: str, to: str) -> Reason | None:
    """Why a referral of one status cannot become another."""
    now, then = ReferralStatus(status), ReferralStatus(to)
    if then in TRANSITIONS[now]:
        return None
    early, sentence = TOO_EARLY.get(then, (frozenset(), ""))
    return Reason(sentence if now in early else STANDING[now])


def why_not_screen(status: str, *, known: bool) -> Reason | None:
    """Why it cannot be said now whom a referral is about; one that ended before that was said comes back without it."""
    if known and status == ReferralStatus.RETURNED:
        return Reason(STANDING[ReferralStatus.RETURNED])
    return why_not_move(status, ReferralStatus.SCREENING)


def why_not_entrust(status: str, to: str, *, known: bool) -> Reason | None:
    """Why somebody cannot be passed to a worker or asked about now; it is said first who they are."""
    if (no := why_not_move(status, to)) is not None:
        return no
    return None if known else Reason("screen_first")
