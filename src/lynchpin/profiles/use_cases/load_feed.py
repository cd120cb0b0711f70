"""Load one file of a feed: whole, or not at all."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import extracts, rules
from lynchpin.profiles.agreements import agreement_covering
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract, Feed, QuarantinedCell


@use_case(Permission.LOAD_FEED)
def load_feed(actor: Actor, *, feed: str, path: Path, as_at: date, at: datetime) -> str:
    """Take in a partner's file as it stood on `as_at`, under the agreement in force. Gives the extract's reference.

    The same bytes again store nothing and give the first extract's reference. Columns that the agreement does not name
    are left out before anything is kept; rows with faults are put aside by line, column and code, never by value.
    """
    wanted = Feed.objects.visible_to(actor).select_for_update().find(key=feed)  # one file of a feed at a time
    agreement = agreement_covering(feed, local_date(at))
    sha256 = extracts.fingerprint(path)
    loaded = Extract.objects.visible_to(actor).filter(feed=wanted, state=ExtractState.APPLIED).order_by("-as_at", "-pk")
    if same := loaded.filter(sha256=sha256).first():
        audit.record(Verb.FEED_UNCHANGED, same, feed=feed, rows=same.rows_read)
        return same.reference
    last = loaded.first()
    refuse_if(rules.why_not_load_feed(wanted, as_at=as_at, newest=last.as_at if last else None, on=local_date(at)))
    read = extracts.read(
        extracts.contract(wanted, agreement.fields, path),
        as_at=as_at,
        last=extracts.settle(feed, last.sha256) if last else None,
        keep=extracts.part_path(feed, sha256),
    )
    kept = Extract(feed=wanted, sha256=sha256, as_at=as_at, agreement_reference=agreement.reference)
    _apply(kept, read, actor, at)
    transaction.on_commit(partial(extracts.settle, feed, sha256))
    audit.record(Verb.FEED_LOADED, kept, feed=feed, agreement=agreement.reference, **_counts(read))
    return kept.reference


def _apply(kept: Extract, read: extracts.ExtractRead, actor: Actor, at: datetime) -> None:
    kept.reference, kept.state = references.draw("E"), ExtractState.APPLIED
    kept.loaded_at, kept.loaded_by = at, actor.staff_id
    for name, rows in _counts(read).items():
        setattr(kept, f"rows_{name}", rows)
    kept.save()
    aside = [
        QuarantinedCell(
            extract=kept, line=cell.line, column=cell.column, value_kind=cell.value_kind, reason=cell.reason
        )
        for cell in read.quarantined
    ]
    QuarantinedCell.objects.bulk_create(aside, batch_size=5_000)


def _counts(read: extracts.ExtractRead) -> dict[str, Any]:
    return {
        "read": read.rows_read,
        "accepted": read.rows_accepted,
        "unchanged": read.rows_unchanged,
        "quarantined": read.rows_quarantined,
    }
