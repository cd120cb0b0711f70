"""Freezes: which runs are held back, what was found, and who has looked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.profiles import watching
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.drift import Finding
from lynchpin.profiles.models import Feed, ProfileRun, RunFreeze


@dataclass(frozen=True, slots=True)
class Freeze:
    """A freeze with what was found and the people who looked. `feeds` are names by key; `why_not_…` are None where it may be done."""

    reference: str
    version: int
    run: str
    before: str
    findings: tuple[Finding, ...]
    feeds: dict[str, str]
    frozen_at: datetime
    first_words: str
    looked_by: str
    looked_at: datetime | None
    second_words: str
    lifted_by: str
    lifted_at: datetime | None
    why_not_look: Reason | None
    why_not_lift: Reason | None

    @property
    def stands(self) -> bool:
        return self.lifted_at is None


@read(Permission.READ_ASSURANCE)
def freeze(actor: Actor, reference: str) -> Freeze:
    """One freeze. Raises `NotFound`."""
    return _freezes(actor, [RunFreeze.objects.visible_to(actor).find(reference=reference)])[0]


@read(Permission.READ_ASSURANCE)
def freeze_of_run(actor: Actor, reference: str) -> Freeze | None:
    """The freeze of a run, whether it stands or was lifted; none where it never was frozen."""
    run = ProfileRun.objects.visible_to(actor).filter(reference=reference)
    rows = RunFreeze.objects.visible_to(actor).filter(run_id__in=run.values("pk"))
    return next(iter(_freezes(actor, rows)), None)


@read(Permission.READ_ASSURANCE)
def freezes_standing(actor: Actor) -> tuple[Freeze, ...]:
    """Freezes of runs that somebody still has to look into, the newest first."""
    rows = RunFreeze.objects.visible_to(actor).filter(lifted_at__isnull=True)
    waiting = ProfileRun.objects.visible_to(actor).filter(state__in=watching.MEASURABLE)
    return tuple(_freezes(actor, rows.filter(run_id__in=waiting.values("pk")).order_by("-frozen_at", "-pk")))


def _freezes(actor: Actor, found: Iterable[RunFreeze]) -> list[Freeze]:
    rows = list(found)
    if not rows:
        return []
    people = {staff_id for row in rows for staff_id in (row.looked_by, row.lifted_by) if staff_id}
    names = dict(Staff.objects.visible_to(actor).filter(pk__in=people).values_list("pk", "name")) if people else {}
    feeds = {each.key: label(each, "name") for each in Feed.objects.visible_to(actor)}
    runs = dict(
        ProfileRun.objects.visible_to(actor).filter(pk__in=[row.run_id for row in rows]).values_list("pk", "reference")
    )
    return [_freeze(actor, row, runs[row.run_id], names, feeds) for row in rows]


def _freeze(actor: Actor, row: RunFreeze, run: str, names: dict[int, str], feeds: dict[str, str]) -> Freeze:
    return Freeze(
        reference=row.reference,
        version=row.version,
        run=run,
        before=row.before,
        findings=tuple(Finding(**each) for each in row.findings),
        feeds=feeds,
        frozen_at=row.frozen_at,
        first_words=row.first_words,
        looked_by=names.get(row.looked_by or 0, ""),
        looked_at=row.looked_at,
        second_words=row.second_words,
        lifted_by=names.get(row.lifted_by or 0, ""),
        lifted_at=row.lifted_at,
        why_not_look=watching.why_not_look_into_freeze(row, staff_id=actor.staff_id),
        why_not_lift=watching.why_not_lift_freeze(row, staff_id=actor.staff_id),
    )
