"""Keep that a file was refused, and why, so that whoever sent it can be told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract, Feed


@use_case(Permission.REFUSE_FEED)
def refuse_feed(
    actor: Actor, *, feed: str, sha256: str, as_at: date, code: str, params: Mapping[str, Any], at: datetime
) -> str:
    """Keep a refused extract: its hash and its reason, nothing of its content. Gives its reference."""
    wanted = Feed.objects.visible_to(actor).find(key=feed)
    refused = Extract(
        reference=references.draw("E"),
        feed=wanted,
        state=ExtractState.REFUSED,
        sha256=sha256,
        as_at=as_at,
        rows_read=int(params.get("read", 0)),
        refused_code=code,
        refused_params={name: value if isinstance(value, int) else str(value) for name, value in params.items()},
        loaded_at=at,
        loaded_by=actor.staff_id,
    )
    refused.save()
    audit.record(Verb.FEED_REFUSED, refused, feed=feed, code=code)
    return refused.reference
