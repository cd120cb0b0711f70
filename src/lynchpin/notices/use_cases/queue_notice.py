"""Queue a notice: a message that something just done asks for, kept in the transaction that did it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.notices.choices import NoticeState, Verb
from lynchpin.notices.models import Notice
from lynchpin.notices.queries.safety import way_out


@part
def queue_notice(
    actor: Actor,
    *,
    resident_id: int,
    kind: str,
    at: datetime,
    about_reference: str = "",
    params: Mapping[str, Any] | None = None,
) -> str:
    """Keep a notice to one resident, by their safe way and in their language. Gives its reference.

    `params` are codes and ISO dates that the letter's words name (see `notices.letters`). A notice that may not leave is
    held with its reason, and is judged again when someone checks it.
    """
    way = way_out(actor, resident_id)
    notice = Notice(
        reference=references.draw("N"),
        resident_id=resident_id,
        kind=kind,
        channel=way.channel,
        language=way.language,
        about_reference=about_reference,
        params=dict(params or {}),
        state=NoticeState.HELD if way.reason else NoticeState.WAITING,
        held_reason=way.reason.code if way.reason else "",
        queued_at=at,
    )
    notice.save()
    if way.reason:
        audit.record(Verb.NOTICE_HELD, notice, kind=kind, reason=way.reason.code)
    else:
        audit.record(Verb.NOTICE_QUEUED, notice, kind=kind, channel=way.channel)
    return notice.reference
