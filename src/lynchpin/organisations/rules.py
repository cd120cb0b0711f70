"""Pure answers about roles and sharing agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import lazy

from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.organisations.choices import ReachKind, Role

EXPIRES_SOON_DAYS = 60  # long enough for a partner's lawyers to answer
PLACE_OF_ROLE = {
    Role.CLUSTER_MANAGER: ReachKind.CLUSTER,
    Role.LEAD_WORKER: ReachKind.CLUSTER,
    Role.ENGAGEMENT_WORKER: ReachKind.CLUSTER,
    Role.ZONE_COORDINATOR: ReachKind.ZONE,
}  # roles that see nothing, or belong nowhere, without a place


def _in_words(day: date) -> str:
    return date_format(day, "j F Y")


day_in_words = lazy(_in_words, str)  # in the language of whoever reads the sentence, not of whoever was refused


def overlaps(first: tuple[date, date | None], second: tuple[date, date | None]) -> bool:
    """Whether two spans share a day; an empty end has not come yet."""
    return first[0] <= (second[1] or date.max) and second[0] <= (first[1] or date.max)


def is_at_work(staff: Any, on: date) -> bool:
    """Whether a colleague works on a day; `StaffQuerySet.at_work` asks the same of many."""
    return bool(staff.started_on <= on and (staff.left_on is None or staff.left_on >= on))


def why_not_add_account(*, address_taken: bool) -> Reason | None:
    return Reason("account_exists") if address_taken else None


def why_not_assign_role(
    *, role: str, days: tuple[date, date | None], own: bool, held: Iterable[tuple[date, date | None]]
) -> Reason | None:
    """`held` are the spans of the same role and reach that the person holds already."""
    if role not in Role.values:
        return Reason("role_not_offered")
    if own:
        return Reason("role_for_oneself")
    if days[1] is not None and days[1] < days[0]:
        return Reason("role_ends_before_it_starts")
    if any(overlaps(days, span) for span in held):
        return Reason("role_already_held")
    return None


def why_not_end_role(assignment: Any, on: date) -> Reason | None:
    over = assignment.to_on is not None and assignment.to_on < on
    return Reason("role_already_ended") if over or assignment.ended_at is not None else None


def why_not_switch_on_programme(programme: Any, live_from: date) -> Reason | None:
    """A programme is live only while it runs; a first or last day that is not known bounds nothing."""
    runs = (programme.valid_from or date.min) <= live_from <= (programme.valid_to or date.max)
    return None if runs else Reason("programme_not_running")


def why_not_sign_agreement(
    *, starts_on: date, ends_on: date, review_on: date, named: Sequence[Sequence[str]], others: Iterable[Any]
) -> Reason | None:
    """`named` are its purposes, fields and legal bases; `others` the partner's unrevoked agreements for the same feed."""
    if ends_on < starts_on:
        return Reason("agreement_ends_before_it_starts")
    if not starts_on <= review_on <= ends_on:
        return Reason("agreement_review_outside")
    if not all(named):
        return Reason("agreement_says_too_little")
    for other in others:
        if overlaps((starts_on, ends_on), (other.starts_on, other.ends_on)):
            return Reason("agreement_overlaps", reference=other.reference)
    return None


def why_not_revoke_agreement(agreement: Any) -> Reason | None:
    return Reason("agreement_already_revoked") if agreement.revoked_at is not None else None


def why_not_in_force(agreement: Any, on: date) -> Reason | None:
    """Why an agreement, or None where there is none, lets nobody load its feed on a day."""
    if agreement is None:
        return Reason("agreement_missing")
    if agreement.revoked_at is not None:
        return Reason("agreement_revoked", revoked_on=day_in_words(local_date(agreement.revoked_at)))
    if on < agreement.starts_on:
        return Reason("agreement_not_started", starts_on=day_in_words(agreement.starts_on))
    if on > agreement.ends_on:
        return Reason("agreement_expired", ended_on=day_in_words(agreement.ends_on))
    return None


def agreement_state(agreement: Any, on: date) -> str:
    """`revoked`, `not_started`, `expired`, `expiring` within `EXPIRES_SOON_DAYS`, or `in_force`."""
    if reason := why_not_in_force(agreement, on):
        return reason.code.removeprefix("agreement_")
    return "expiring" if (agreement.ends_on - on).days <= EXPIRES_SOON_DAYS else "in_force"
