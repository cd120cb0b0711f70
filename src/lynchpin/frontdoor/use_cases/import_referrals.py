"""Import referrals from a former system: a whole file or nothing, each former reference once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, TimelineKind, Verb
from lynchpin.frontdoor.models import ClockRule, Referral
from lynchpin.frontdoor.rows import ReferralRow, check_rows
from lynchpin.kernel import audit, calendar, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import names


@use_case(Permission.IMPORT_REFERRALS)
def import_referrals(actor: Actor, *, rows: Sequence[Mapping[str, str]], at: datetime) -> dict[str, int]:
    """Keep every row that has not come over before. Gives counts: read = added + already_here.

    `rows` map the columns of `rows.ReferralRow` to cells as text. Refused as `rows_not_ready` when any cell needs
    attention; `rows.check_rows` says which, for the page that shows them before anything is kept.
    """
    checked = check_rows(rows, local_date(at))
    refuse_if(Reason("rows_not_ready", count=len(checked.faults)) if checked.faults else None)
    given = [row.former_reference for row in checked.rows]
    here = set(_here(given))
    fresh = [row for row in checked.rows if row.former_reference not in here]
    clocks = list(ClockRule.objects.visible_to(actor))
    for row in fresh:
        referral = _referral(row, actor, clocks)
        referral.save()
        referral.step(TimelineKind.RECEIVED, actor, referral.received_at).save()
    counts = {"read": checked.read, "added": len(fresh), "already_here": checked.read - len(fresh)}
    audit.record(Verb.REFERRALS_IMPORTED, None, **counts)
    return counts


def _here(former: Sequence[str]) -> list[str]:
    """Unscoped: a reference is unique over all, whoever may see its record."""
    return list(Referral.unscoped.filter(former_reference__in=former).values_list("former_reference", flat=True))


def _referral(row: ReferralRow, actor: Actor, clocks: Sequence[ClockRule]) -> Referral:
    decided = calendar.end_of_day(row.decided_on) if row.ended and row.decided_on else None
    return Referral(
        reference=references.draw("R"),
        former_reference=row.former_reference,
        source=row.source,
        status=row.status.value,
        urgency=row.urgency,
        told_name=names.composed(row.name),
        told_birth_date=row.birth_date,
        told_address=row.address,
        told_postcode=names.postcode(row.postcode),
        told_phone=row.phone,
        language=row.language,
        needs=[need.value for need in row.needs],
        in_their_words=row.in_their_words,
        received_at=calendar.end_of_day(row.received_on),
        decide_by_on=rules.decide_by(clocks, row.urgency, row.received_on),
        decided_at=decided,
        decided_by=actor.staff_id if decided else None,
    )
