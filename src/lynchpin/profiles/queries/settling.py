"""A file that waits, as those see it who accept it or send it back."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.profiles import file_rules
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.models import Extract, Feed


@dataclass(frozen=True, slots=True)
class ExtractToSettle:
    """`why_not_…` are reasons, None where the reader may do it."""

    reference: str
    version: int
    state: str
    feed_name: str
    why_not_accept: Reason | None
    why_not_accept_stopped: Reason | None
    why_not_decline: Reason | None


@read(Permission.READ_FEEDS)
def extract_to_settle(actor: Actor, reference: str) -> ExtractToSettle:
    """How a file stands. Raises `NotFound`."""
    row = Extract.objects.visible_to(actor).find(reference=reference)
    return ExtractToSettle(
        reference=reference,
        version=row.version,
        state=row.state,
        feed_name=label(Feed.objects.visible_to(actor).find(key=row.feed_id), "name"),
        why_not_accept=file_rules.why_not_accept_extract(row, staff_id=actor.staff_id),
        why_not_accept_stopped=file_rules.why_not_accept_stopped(row, staff_id=actor.staff_id),
        why_not_decline=file_rules.why_not_decline_extract(row, staff_id=actor.staff_id),
    )
