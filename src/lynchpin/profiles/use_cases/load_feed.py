"""Load one file of a feed: whole, or not at all."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
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
from lynchpin.profiles.queries.arrivals import Arrival


@use_case(Permission.LOAD_FEED)
def load_feed(actor: Actor, *, feed: str, arrival: Arrival, as_at: date, at: datetime) -> str:
    """Take in a partner's file as it stood on `as_at`, under the agreement in force. Gives the extract's reference.

    The file was read beforehand (`queries.arrivals`): reading takes its time, and nobody else could save meanwhile. What it
    was read against is asked again here. The same bytes again store nothing and give the first extract's reference.
    """
    wanted = Feed.objects.visible_to(actor).select_for_update().find(key=feed)  # one file of a feed at a time
    agreement = agreement_covering(feed, local_date(at))
    loaded = Extract.objects.visible_to(actor).filter(feed=wanted, state=ExtractState.APPLIED).order_by("-as_at", "-pk")
    if same := loaded.filter(sha256=arrival.sha256).first():
        audit.record(Verb.FEED_UNCHANGED, same, feed=feed, rows=same.rows_read)
        return same.reference
    last = loaded.first()
    refuse_if(rules.why_not_load_feed(wanted, as_at=as_at, newest=last.as_at if last else None, on=local_date(at)))
    refuse_if(rules.why_not_keep(arrival, agreement=agreement, last=last.sha256 if last else ""))
    return _kept(wanted, arrival, as_at, actor, at)


def _kept(feed: Feed, arrival: Arrival, as_at: date, actor: Actor, at: datetime) -> str:
    """Keep what was read. Its rows wait beside the feed's until this is committed."""
    sha256, agreement = arrival.sha256, arrival.agreement.reference
    found, waiting = arrival.rows
    kept = Extract(feed=feed, sha256=sha256, as_at=as_at, agreement_reference=agreement)
    _apply(kept, found, actor, at)
    waiting.replace(extracts.part_path(feed.key, sha256))
    transaction.on_commit(partial(extracts.settle, feed.key, sha256))
    audit.record(Verb.FEED_LOADED, kept, feed=feed.key, agreement=agreement, **_counts(found))
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
