"""Pure answers about outcomes and closing, and financial quarters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lynchpin.casework.choices import EndReason
from lynchpin.frontdoor.choices import EndCode, ReferralStatus
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.notices.choices import NoticeKind
from lynchpin.outcomes.choices import EvidenceKind, ImportState

IMPORT_TRANSITIONS: Mapping[ImportState, frozenset[ImportState]] = {
    ImportState.STAGED: frozenset({ImportState.APPLIED}),
    ImportState.APPLIED: frozenset(),
}
EXPLAINS_ITSELF = frozenset({EndReason.PERSONS_NO, EndReason.MOVED_AWAY, EndReason.DIED, EndReason.NO_REPLY})
HANDED_ON = frozenset({EndReason.STEPPED_DOWN, EndReason.STEPPED_UP})
FAREWELLS = {
    EndReason.GOALS_REACHED: NoticeKind.GOODBYE,
    EndReason.STEPPED_DOWN: NoticeKind.GOODBYE,
    EndReason.NO_REPLY: NoticeKind.OPEN_OFFER,
}  # after a no, a death, a move or a hand-over to another service, nothing is written
# How the end of a case is the end of the referral that it came by. A person's own no, and silence, are ends of their own.
FRONT_DOOR_ENDS: Mapping[EndReason, tuple[ReferralStatus, str]] = {
    EndReason.GOALS_REACHED: (ReferralStatus.ENDED, EndCode.HELPED),
    EndReason.STEPPED_DOWN: (ReferralStatus.ENDED, EndCode.HELPED),
    EndReason.STEPPED_UP: (ReferralStatus.ENDED, EndCode.STEPPED_UP),
    EndReason.MOVED_AWAY: (ReferralStatus.ENDED, EndCode.MOVED_AWAY),
    EndReason.DIED: (ReferralStatus.ENDED, EndCode.DIED),
    EndReason.PERSONS_NO: (ReferralStatus.DECLINED_BY_PERSON, ""),
    EndReason.NO_REPLY: (ReferralStatus.OPEN_OFFER, ""),
}
SOMEONE_ELSES_WORD = frozenset({EvidenceKind.DOCUMENT, EvidenceKind.PROVIDER})
QUARTER = re.compile(r"^(\d{4})-(\d{2})Q([1-4])$")
FIRST_MONTH = 4  # a financial year begins in April


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a financial year; 2026, 1 is April to June 2026, written 2026-27Q1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that a day lies in."""
        year, month = divmod(day.year * 12 + day.month - FIRST_MONTH, 12)
        return cls(year, month // 3 + 1)

    @classmethod
    def read(cls, text: str) -> Quarter | None:
        """The quarter written as 2026-27Q1; None for anything else."""
        found = QUARTER.match(text)
        if found is None or int(found[2]) != (int(found[1]) + 1) % 100:
            return None
        return cls(int(found[1]), int(found[3]))

    @property
    def starts_on(self) -> date:
        months = self.year * 12 + FIRST_MONTH - 1 + (self.number - 1) * 3
        return date(months // 12, months % 12 + 1, 1)

    @property
    def ends_on(self) -> date:
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def previous(self) -> Quarter:
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    def __str__(self) -> str:
        return f"{self.year}-{(self.year + 1) % 100:02}Q{self.number}"


def why_not_record_outcome(
    case: Any, *, achieved_on: date, today: date, evidence: str, evidence_note: str, counted: bool
) -> Reason | None:
    """Whether an achievement can be kept. A closed case may still gain one: what lasts often shows afterwards."""
    if achieved_on > today:
        return Reason("outcome_in_future")
    opened_on = local_date(case.opened_at)
    if achieved_on < opened_on:
        return Reason("outcome_before_case", opened=opened_on.strftime("%d/%m/%Y"))
    if counted:
        return Reason("outcome_already_counted")
    if evidence in SOMEONE_ELSES_WORD and not evidence_note:
        return Reason("evidence_not_described")
    return None


def why_not_close(
    reason: str, *, conversations: int, outcomes: int, no_outcome_because: str = "", handed_over: bool = False
) -> Reason | None:
    """Whether a case may be closed for this reason, given what is on record. A person's own no needs nothing more."""
    if reason in EXPLAINS_ITSELF:
        return None
    if not conversations:
        return Reason("what_matters_missing")
    if reason in HANDED_ON and not handed_over:
        return Reason("handover_missing")
    if not outcomes and not no_outcome_because:
        return Reason("outcome_or_reason_missing")
    return None


def why_not_apply(state: str, *, errors: int) -> Reason | None:
    """Whether a staged file can be applied: whole, or not at all."""
    if state != ImportState.STAGED:
        return Reason("import_already_applied")
    return Reason("import_has_errors", count=errors) if errors else None
