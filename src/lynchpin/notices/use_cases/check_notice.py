"""Check a notice: a person has read it, and it may leave. Whether it is safe is judged again now."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices import rules
from lynchpin.notices.choices import NoticeState, Permission, Verb
from lynchpin.notices.models import Notice
from lynchpin.notices.queries.safety import way_out


@use_case(Permission.CHECK_NOTICE)
def check_notice(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Mark a waiting or held notice as checked, by the way and in the language that hold now. Gives its reference."""
    notice = Notice.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(notice.state, NoticeState.CHECKED))
    way = way_out(actor, notice.resident_id)
    refuse_if(way.reason)
    notice.state, notice.held_reason, notice.channel, notice.language = (
        NoticeState.CHECKED,
        "",
        way.channel,
        way.language,
    )
    notice.checked_at, notice.checked_by = at, actor.staff_id
    notice.store("state", "held_reason", "channel", "language", "checked_at", "checked_by")
    audit.record(Verb.NOTICE_CHECKED, notice, channel=way.channel)
    return notice.reference
