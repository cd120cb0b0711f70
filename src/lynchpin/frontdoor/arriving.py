"""A referral as it arrives: what was told, composed the same way whoever told it and by whichever way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Urgency
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.kernel import references
from lynchpin.kernel.actor import Actor
from lynchpin.people import names


def arrival(
    actor: Actor,
    *,
    name: str,
    at: datetime,
    urgency: str = Urgency.ROUTINE,
    needs: Sequence[str] = (),
    safe_contact: Mapping[str, Any] | None = None,
    birth_date: date | None = None,
    phone: str = "",
    email: str = "",
    address: str = "",
    postcode: str = "",
    **columns: Any,
) -> Referral:
    """A referral of what was told, to be saved by the verb that takes it in, with the day by which it is decided.

    `safe_contact` has the names of `people.SafeContact`; `columns` are further columns by their names, kept as they are.
    """
    return Referral(
        reference=references.draw("R"),
        urgency=urgency,
        told_name=names.composed(name),
        told_birth_date=birth_date,
        told_address=address,
        told_postcode=names.postcode(postcode),
        told_phone=phone,
        told_email=email,
        safe_contact=dict(safe_contact or {}),
        needs=list(needs),
        received_at=at,
        decide_by_on=rules.decide_by(clock_rules(actor), urgency, at, closures(actor)),
        **columns,
    )
