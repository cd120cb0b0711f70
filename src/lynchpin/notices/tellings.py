"""Who is told of what, and how often: data that the rules, the page and the desk read alike.

Permissions are written by their codes, as in the policy, because most belong to rooms that this one does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import is_working_day
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.kernel.errors import Reason
from lynchpin.notices.choices import DigestKind, Pace

GATHERED_FROM = time(7)  # the day's message is there when work begins, and wakes nobody

# kind -> the permission of those whose work it is; the order is that of the message
WORK: Mapping[str, str] = {
    DigestKind.CONCERN_DUE: "safeguarding.read_concerns",
    DigestKind.VISIT_OVERDUE: "casework.answer_visit",
    DigestKind.CASE_NEW: "casework.record_contact",
    DigestKind.CONTACT_DUE: "casework.record_contact",
    DigestKind.REVIEW_DUE: "casework.agree_plan",
    DigestKind.HANDOVER_WAITS: "pathways.acknowledge_handover",
    DigestKind.TRANSFER_WAITS: "casework.acknowledge_transfer",
    DigestKind.PLAN_WAITS: "casework.approve_plan",
    DigestKind.TEAM_DUE: "casework.hold_family_meeting",
    DigestKind.ACTION_DUE: "casework.settle_family_action",
    DigestKind.AGREED_DUE: "casework.finish_supervision_action",
    DigestKind.SUPERVISION_DUE: "casework.record_supervision",
    DigestKind.SNAG_WAITS: "casework.answer_snag",
    DigestKind.SNAG_ANSWERED: "casework.see_snag_answer",
    DigestKind.CHECK_IN_DUE: "casework.record_contact",
    DigestKind.REFERRAL_TO_OPEN: "casework.open_case",
    DigestKind.CASE_WAITS: "casework.allocate_case",
    DigestKind.CASE_SILENT: "casework.read_headroom",
    DigestKind.DECISION_DUE: "frontdoor.screen_referral",
    DigestKind.ANSWER_DUE: "frontdoor.answer_brokering",
    DigestKind.FAMILY_TO_REVIEW: "frontdoor.decide_candidate",
    DigestKind.KNOWN_ASKED: "people.settle_check",
    DigestKind.LETTER_TO_CHECK: "notices.check_notice",
    DigestKind.FILE_REFUSED: "profiles.load_feed",
    DigestKind.RUN_WAITS: "profiles.approve_profile_run",
    DigestKind.MERGE_WAITS: "people.merge_residents",
    DigestKind.AGREEMENT_ENDS: "organisations.sign_agreement",
    DigestKind.COLLEAGUE_IDLE: "organisations.assign_role",
}
WEEKLY_UNLESS_SWITCHED = frozenset(
    {
        DigestKind.CASE_SILENT,
        DigestKind.SUPERVISION_DUE,
        DigestKind.SNAG_WAITS,
        DigestKind.MERGE_WAITS,
        DigestKind.AGREEMENT_ENDS,
        DigestKind.COLLEAGUE_IDLE,
    }
)
AT_ONCE_UNLESS_SWITCHED = frozenset({DigestKind.VISIT_OVERDUE})
OF_SAFETY = frozenset({DigestKind.CONCERN_DUE, DigestKind.VISIT_OVERDUE})
SAFE_PACES = (Pace.AT_ONCE, Pace.DAILY)


@dataclass(frozen=True, slots=True)
class Telling:
    """A kind that is due to be told to one colleague now, at their pace; `told` are the ids they know of already."""

    kind: str
    pace: str
    told: frozenset[int] = frozenset()


def offered(actor: Actor) -> tuple[DigestKind, ...]:
    """The kinds whose work this actor may do."""
    return tuple(DigestKind(kind) for kind, code in WORK.items() if actor.may(code))


def default_pace(kind: str) -> Pace:
    """How often a colleague is told who has switched nothing."""
    if kind in AT_ONCE_UNLESS_SWITCHED:
        return Pace.AT_ONCE
    return Pace.WEEKLY if kind in WEEKLY_UNLESS_SWITCHED else Pace.DAILY


def paces_of(kind: str) -> tuple[Pace, ...]:
    """The paces to choose from."""
    return SAFE_PACES if kind in OF_SAFETY else tuple(Pace)


def why_not_switch(paces: Mapping[str, str], known: Sequence[str]) -> Reason | None:
    """One switches what one is told of; what keeps people safe is told at once or daily."""
    for kind, pace in paces.items():
        if kind not in known or pace not in Pace.values:
            return Reason("digest_unknown_kind")
        if pace not in paces_of(kind):
            return Reason("digest_timer_runs")
    return None


def gathers(at: datetime) -> bool:
    """Whether the day's own message may be written: on working days, once the morning has come."""
    local = at.astimezone(LOCAL)
    return is_working_day(local.date()) and local.time() >= GATHERED_FROM


def week_of(at: datetime) -> date:
    """The Monday of the week."""
    day = local_date(at)
    return day - timedelta(days=day.weekday())


def due(pace: str, *, day_open: bool, week_open: bool) -> bool:
    """Whether a pace is due: at once always, gathered ones while their day or week is open."""
    if pace == Pace.AT_ONCE:
        return True
    return day_open and (pace == Pace.DAILY or (pace == Pace.WEEKLY and week_open))


def to_tell(tellings: Sequence[Telling], found: Mapping[str, frozenset[int]]) -> tuple[Telling, ...]:
    """Those with something to say that this colleague has not been told."""
    return tuple(each for each in tellings if found.get(each.kind, frozenset()) - each.told)
