"""Send a file back to its partner instead of accepting it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import file_rules, file_store
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract


@use_case(Permission.DECLINE_EXTRACT)
def decline_extract(actor: Actor, *, reference: str, version: int, reason: str, at: datetime) -> str:
    """Put away a file that waits, for a reason in words. Nothing of its content is kept. Gives its reference."""
    extract = Extract.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(file_rules.why_not_decline_extract(extract, staff_id=actor.staff_id))
    extract.state, extract.settled_at, extract.settled_by = ExtractState.DECLINED, at, actor.staff_id
    extract.settled_reason = reason
    extract.store("state", "settled_at", "settled_by", "settled_reason")
    part = file_store.part_path(extract.feed_id, extract.sha256)
    transaction.on_commit(partial(part.unlink, missing_ok=True))
    audit.record(Verb.EXTRACT_DECLINED, extract, feed=extract.feed_id, extract=reference)
    return reference
