"""Cancel a notice: it is not wanted any more."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices import rules
from lynchpin.notices.choices import NoticeState, Permission, Verb
from lynchpin.notices.models import Notice


@use_case(Permission.CANCEL_NOTICE)
def cancel_notice(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Stop a notice that has not left. Gives its reference."""
    notice = Notice.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move_to(notice.state, NoticeState.CANCELLED))
    notice.state = NoticeState.CANCELLED
    notice.store("state")
    audit.record(Verb.NOTICE_CANCELLED, notice, on=at)
    return notice.reference
