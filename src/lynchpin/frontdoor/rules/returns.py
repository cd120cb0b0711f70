"""From where each verb may take a referral: coming back, being left, being set aside, and ending before anybody helped."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause
from lynchpin.frontdoor.rules.moves import STANDING, why_not_move
from lynchpin.frontdoor.rules.peace import APPROACHES
from lynchpin.kernel.errors import Reason

RETURNED = ReferralStatus.RETURNED
OWNER_RETURNS = (ReturnCause.WRONG_PLACE, ReturnCause.NO_CAPACITY)
OTHERS_RETURN = (
    ReturnCause.CAME_BACK,
    ReturnCause.DECLINED,
    ReturnCause.NOT_ELIGIBLE,
    ReturnCause.NO_CAPACITY,
    ReturnCause.WRONG_PLACE,
)  # what a statutory service may say
ENDS_WITHOUT_HELP = (EndCode.NEED_MET_ELSEWHERE, EndCode.MOVED_AWAY, EndCode.DIED)

# A referral comes back in several ways, and each has a verb of its own.
RETURNED_BY_OWNER = frozenset({ReferralStatus.ROUTED})
BROUGHT_BACK = frozenset(
    {ReferralStatus.ANSWERED, ReferralStatus.PASSED_ON, ReferralStatus.ENDED, ReferralStatus.OPEN_OFFER}
)
LEFT_BEFORE_A_CASE = frozenset({ReferralStatus.SCREENING, ReferralStatus.RETURNED, ReferralStatus.ROUTED})
CLOSED_WITHOUT_HELP = frozenset(
    {ReferralStatus.RECEIVED, ReferralStatus.SCREENING, ReferralStatus.RETURNED, ReferralStatus.ROUTED}
)
FROM: Mapping[str, tuple[ReferralStatus, frozenset[ReferralStatus]]] = MappingProxyType(
    {
        "return_referral": (RETURNED, RETURNED_BY_OWNER),
        "bring_back_referral": (RETURNED, BROUGHT_BACK),
        "leave_open_offer": (ReferralStatus.OPEN_OFFER, LEFT_BEFORE_A_CASE),
        "close_referral": (ReferralStatus.ENDED, CLOSED_WITHOUT_HELP),
        "withdraw_brokering": (RETURNED, frozenset({ReferralStatus.BROKERED})),
        "answer_brokering": (ReferralStatus.WITH_PROVIDER, frozenset({ReferralStatus.BROKERED})),
        "finish_brokering": (ReferralStatus.ENDED, frozenset({ReferralStatus.WITH_PROVIDER})),
    }
)


def why_not_by(verb: str, status: str) -> Reason | None:
    """Why a verb cannot take a referral of one status where it takes them."""
    to, from_these = FROM[verb]
    if (no := why_not_move(status, to)) is not None:
        return no
    now = ReferralStatus(status)
    return None if now in from_these else Reason(STANDING[now])


def why_not_bring_back(status: str, because: str, *, had_a_case: bool) -> Reason | None:
    """Somebody who was left in peace comes back of their own accord only; a story that a case holds goes on there."""
    if (no := why_not_by("bring_back_referral", status)) is not None:
        return no
    if had_a_case:
        return Reason("reopen_their_case")
    others_may = status == ReferralStatus.PASSED_ON or because == ReturnCause.CAME_BACK
    return None if others_may else Reason("only_they_come_back")


def why_not_leave_offer(status: str, *, asked: bool, approaches: int) -> Reason | None:
    """Whoever asked is tried before they are left; whoever never asked may be left in peace at any time."""
    if (no := why_not_by("leave_open_offer", status)) is not None:
        return no
    return Reason("ask_three_times") if asked and approaches < APPROACHES else None


def why_not_duplicate(reference: str, other: str, *, other_status: str, same_person: bool) -> Reason | None:
    """Whether a referral is the same as another that is named and goes on."""
    if reference == other:
        return Reason("duplicate_of_itself")
    if other_status == ReferralStatus.VOID:
        return Reason("duplicate_is_void")
    return None if same_person else Reason("duplicate_of_somebody_else")


def why_not_close(status: str, end_code: str) -> Reason | None:
    """Whether a referral ends before anybody helped: only for what has made help needless or impossible."""
    if (no := why_not_by("close_referral", status)) is not None:
        return no
    return None if end_code in ENDS_WITHOUT_HELP else Reason("ended_some_other_way")
