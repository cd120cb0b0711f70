"""The shape of a run in counts, and of the one that it is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.drift import FeedShape, Shape
from lynchpin.profiles.models import Extract, Feed, ProfileRun

AXES = ("vulnerability", "resilience")


def run_before(actor: Actor, run: ProfileRun) -> ProfileRun | None:
    """The newest other run that was approved for the same places: another population would differ for no fault of anybody's."""
    approved = ProfileRun.objects.visible_to(actor).filter(state=RunState.APPROVED).exclude(pk=run.pk)
    newest = approved.order_by("-approved_at", "-pk")
    return next((each for each in newest[:20] if _places(each) == _places(run)), None)


def shape_of(actor: Actor, run: ProfileRun, counts: Mapping[str, Any], on: date) -> Shape:
    """A run in counts; its files are as late as they were on a day."""
    return Shape(
        families=counts.get("families", 0),
        bands={axis: counts.get(axis, {}) for axis in AXES},
        scores=counts.get("scores", {}),
        feeds=_feeds(actor, run, on),
    )


def _places(run: ProfileRun) -> tuple[set[str], set[str]]:
    return set(run.cluster_keys), set(run.zone_keys)


def _feeds(actor: Actor, run: ProfileRun, on: date) -> dict[str, FeedShape]:
    read = Extract.objects.visible_to(actor).filter(pk__in=run.extract_ids)
    often = dict(Feed.objects.visible_to(actor).values_list("key", "cadence_days"))
    return {row.feed_id: _shape(row, often[row.feed_id], on) for row in read}


def _shape(extract: Extract, cadence_days: int, on: date) -> FeedShape:
    due = extract.as_at + timedelta(days=cadence_days)
    return FeedShape(extract.rows_accepted + extract.rows_unchanged, max((on - due).days, 0))
