"""Accept a file that was read and waits: from then on runs read it."""

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


@use_case(Permission.ACCEPT_EXTRACT)
def accept_extract(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Let runs read a file that waits and that nothing stopped. Gives its reference."""
    extract = Extract.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(file_rules.why_not_accept_extract(extract, staff_id=actor.staff_id))
    refuse_if(file_rules.why_not_use(there=file_store.is_there(extract.feed_id, extract.sha256)))
    extract.state, extract.settled_at, extract.settled_by = ExtractState.APPLIED, at, actor.staff_id
    extract.store("state", "settled_at", "settled_by")
    transaction.on_commit(partial(file_store.settle, extract.feed_id, extract.sha256))
    audit.record(Verb.EXTRACT_ACCEPTED, extract, feed=extract.feed_id, extract=reference)
    return reference
