"""Load one file of a feed: whole, or not at all. It waits until a person has seen what it is like and accepts it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import extracts, file_rules, file_store
from lynchpin.profiles.agreements import agreement_covering
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract, Feed, QuarantinedCell
from lynchpin.profiles.queries.arrivals import Arrival, files_held, last_of


@use_case(Permission.LOAD_FEED)
def load_feed(actor: Actor, *, feed: str, arrival: Arrival, as_at: date, at: datetime) -> str:
    """Take in a partner's file as it stood on `as_at`, under the agreement in force. Gives the extract's reference.

    The file was read beforehand (`queries.arrivals`): reading takes its time, and nobody else could save meanwhile. What it
    was read against is asked again here. The same bytes again store nothing and give the first extract's reference. No run
    reads it before it is accepted; one that goes beyond its feed's bounds is stopped.
    """
    wanted = Feed.objects.visible_to(actor).select_for_update().find(key=feed)  # one file of a feed at a time
    agreement, held = agreement_covering(feed, local_date(at)), files_held(actor, wanted)
    if same := next((each for each in held if each.sha256 == arrival.sha256), None):
        audit.record(Verb.FEED_UNCHANGED, same, feed=feed, rows=same.rows_read)
        return same.reference
    refuse_if(file_rules.why_not_load_feed(wanted, as_at=as_at, held=held, on=local_date(at)))
    refuse_if(file_rules.why_not_keep(arrival, agreement=agreement, last=last_of(held)))
    return _kept(wanted, arrival, as_at, file_rules.is_late(as_at, held), actor, at)


def _kept(feed: Feed, arrival: Arrival, as_at: date, late: bool, actor: Actor, at: datetime) -> str:
    """Keep what was read. Its rows wait beside the feed's until it is accepted; a late file's are only laid by."""
    sha256, agreement = arrival.sha256, arrival.agreement.reference
    found, waiting = arrival.rows
    kept = Extract(feed=feed, sha256=sha256, as_at=as_at, agreement_reference=agreement)
    kept.was_stopped = found.is_stopped and not late
    kept.state = ExtractState.LATE if late else ExtractState.STOPPED if found.is_stopped else ExtractState.WAITING
    _store(kept, found, actor, at)
    file_store.put_to_wait(waiting, feed.key, sha256)
    if late:
        transaction.on_commit(partial(file_store.settle, feed.key, sha256))
    codes = [finding.code for finding in found.findings]
    audit.record(Verb.FEED_LOADED, kept, feed=feed.key, agreement=agreement, findings=codes, **_counts(found))
    return kept.reference


def _store(kept: Extract, read: extracts.ExtractRead, actor: Actor, at: datetime) -> None:
    kept.reference, kept.loaded_at, kept.loaded_by = references.draw("E"), at, actor.staff_id
    kept.profile, kept.findings = read.profile.told(), [asdict(finding) for finding in read.findings]
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
