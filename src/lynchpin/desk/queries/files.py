"""Partners' files that somebody has to see to: refused ones that no later file has put right, and those that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import ExtractState, Permission
from lynchpin.profiles.models import WAITING, Extract, Feed

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not loaded, and the sentence that says why."""

    reference: str
    feed: str
    as_at: date
    why: str
    tried_at: datetime


@read(Permission.READ_FEEDS)
def refused_files(actor: Actor) -> tuple[RefusedFile, ...]:
    """Refused files still to be put right, newest first."""
    names = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor).order_by("key")}
    return tuple(_refused_file(row, names) for row in files_to_put_right(actor)[:MOST_SHOWN])


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that no run reads before it is accepted; `state` says whether it was stopped."""

    reference: str
    feed: str
    state: str
    as_at: date


@read(Permission.READ_FEEDS)
def waiting_files(actor: Actor) -> tuple[WaitingFile, ...]:
    """Files that wait to be accepted, those that were loaded first before the others."""
    rows = list(Extract.objects.visible_to(actor).filter(state__in=WAITING).order_by("loaded_at", "pk")[:MOST_SHOWN])
    if not rows:
        return ()
    names = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor).order_by("key")}
    return tuple(WaitingFile(row.reference, names[row.feed_id], row.state, row.as_at) for row in rows)


def files_to_put_right(actor: Actor) -> list[Extract]:
    """The newest refused files after which none of their feed has loaded, for a bound actor."""
    files = Extract.objects.visible_to(actor)
    applied = files.filter(state=ExtractState.APPLIED).order_by().values("feed_id").annotate(last=Max("loaded_at"))
    put_right: dict[Any, Any] = {row["feed_id"]: row["last"] for row in applied}
    refused = files.filter(state=ExtractState.REFUSED).order_by("-loaded_at", "-pk")[: MOST_SHOWN * 5]
    return [row for row in refused if row.feed_id not in put_right or put_right[row.feed_id] < row.loaded_at]


def _refused_file(row: Extract, names: dict[str, str]) -> RefusedFile:
    why = sentence(Reason(row.refused_code, **row.refused_params))
    return RefusedFile(row.reference, names.get(row.feed_id, row.feed_id), row.as_at, why, row.loaded_at)
