"""What an actor may do with a referral, and why not now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.queries.owners import standing_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason

# Decisions that are always named, with why not now; the rest are named only when they can be taken.
ALWAYS_NAMED: Mapping[str, ReferralStatus] = {
    Permission.SCREEN_REFERRAL: ReferralStatus.SCREENING,
    Permission.ANSWER_REFERRAL: ReferralStatus.ANSWERED,
    Permission.BROKER_REFERRAL: ReferralStatus.BROKERED,
    Permission.ROUTE_REFERRAL: ReferralStatus.ROUTED,
    Permission.PASS_ON_REFERRAL: ReferralStatus.PASSED_ON,
    Permission.RECORD_PERSONS_NO: ReferralStatus.DECLINED_BY_PERSON,
}
BY_VERB = (
    Permission.ANSWER_BROKERING,
    Permission.GIVE_ANSWER_LINK,
    Permission.WITHDRAW_BROKERING,
    Permission.FINISH_BROKERING,
    Permission.RETURN_REFERRAL,
    Permission.BRING_BACK_REFERRAL,
    Permission.LEAVE_OPEN_OFFER,
    Permission.CLOSE_REFERRAL,
)

# a link to answer by is given for as long as an answer is waited for
AS_LONG_AS: Mapping[str, str] = {Permission.GIVE_ANSWER_LINK: "answer_brokering"}


@dataclass(frozen=True, slots=True)
class Action:
    """Something this actor may ever do with a referral, and why not now."""

    phrase: str
    why_not: Reason | None


def actions_on(actor: Actor, found: Referral) -> Iterator[Action]:
    """The actions of a bound actor on a referral it has found."""
    for permission, status in ALWAYS_NAMED.items():
        if _may(actor, permission, found):
            yield Action(permission.split(".")[1], _why_not(actor, found, status))
    for permission in (*BY_VERB, Permission.VOID_REFERRAL, *_clock_actions(actor, found)):
        if _may(actor, permission, found) and _possible(permission, found):
            yield Action(permission.split(".")[1], None)


def _may(actor: Actor, permission: str, found: Referral) -> bool:
    """Whoever may do it only with what they own is shown it nowhere else."""
    if not actor.may(permission):
        return False
    return actor.grants[permission].scope != "alloc" or found.owner_id == actor.staff_id


def _possible(permission: str, found: Referral) -> bool:
    verb = AS_LONG_AS.get(permission, permission.split(".")[1])
    if verb in rules.FROM:
        return rules.why_not_by(verb, found.status) is None
    return permission != Permission.VOID_REFERRAL or rules.why_not_move(found.status, ReferralStatus.VOID) is None


def _clock_actions(actor: Actor, found: Referral) -> tuple[str, ...]:
    """Stopping the clock, or letting it run again, where there is one."""
    running = ReferralClock.objects.visible_to(actor).running().filter(referral_id=found.pk)
    paused = list(running.values_list("paused_at", flat=True)) if actor.may(Permission.PAUSE_CLOCK) else []
    if not paused:
        return ()
    return (Permission.RESUME_CLOCK,) if any(paused) else (Permission.PAUSE_CLOCK,)


def _why_not(actor: Actor, found: Referral, status: ReferralStatus) -> Reason | None:
    no = _why_not_move(found, status)
    if no is None and status == ReferralStatus.ROUTED and found.resident_id is not None:
        standing = standing_of(actor, found.resident_id, actor.on, asked=rules.asked(found))
        return rules.why_not_approach(standing, actor.on)
    return no


def _why_not_move(found: Referral, status: ReferralStatus) -> Reason | None:
    known = found.resident_id is not None
    if status == ReferralStatus.SCREENING:
        return rules.why_not_screen(found.status, known=known)
    if status in (ReferralStatus.ROUTED, ReferralStatus.BROKERED):
        return rules.why_not_entrust(found.status, status, known=known)
    return rules.why_not_move(found.status, status)
