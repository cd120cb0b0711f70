"""Reads about programmes and their funders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.models import Programme, in_force


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme: its own dates, and from when this service records work under it."""

    key: str
    version: int
    name: str
    funder: str
    valid_from: date | None
    valid_to: date | None
    live_from: date | None
    live: bool
    ended: bool


@read(Permission.READ_PROGRAMMES)
def programmes(actor: Actor) -> tuple[ProgrammeRow, ...]:
    """Every programme, those in use first, then by name."""
    rows = [_row(row, actor.on) for row in Programme.objects.visible_to(actor).order_by("key")]
    return tuple(sorted(rows, key=lambda row: (not row.live, row.ended, row.name)))


def programmes_live(actor: Actor, on: date) -> list[tuple[str, str]]:
    """(key, name) of the programmes under which work is recorded on a day; for whoever records it."""
    rows = Programme.objects.visible_to(actor).filter(in_force(on), live_from__lte=on)
    return sorted(((row.key, label(row, "name")) for row in rows.order_by("key")), key=lambda pair: pair[1])


def _row(row: Programme, on: date) -> ProgrammeRow:
    ended = row.valid_to is not None and row.valid_to < on
    live = row.live_from is not None and row.live_from <= on and not ended
    dates = (row.valid_from, row.valid_to, row.live_from)
    return ProgrammeRow(row.key, row.version, label(row, "name"), label(row, "funder"), *dates, live, ended)
