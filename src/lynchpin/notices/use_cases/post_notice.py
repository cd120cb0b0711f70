"""Post a notice: a checked letter was printed and went to the post."""

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


@use_case(Permission.POST_NOTICE)
def post_notice(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Keep that a letter left, unless contact became unsafe since it was checked. Gives its reference."""
    notice = Notice.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    way = way_out(actor, notice.resident_id)
    refuse_if(rules.why_not_leave(notice, way))
    notice.state, notice.posted_at, notice.posted_by = NoticeState.SENT, at, actor.staff_id
    notice.store("state", "posted_at", "posted_by")
    audit.record(Verb.NOTICE_POSTED, notice)
    return notice.reference
