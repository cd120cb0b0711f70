"""Stops of profiling: whether one stands, what it would take, and those that are over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.profiles import rules
from lynchpin.profiles.choices import Permission, RunState, StopState
from lynchpin.profiles.models import FamilyProfile, ProfileRun, ProfilingStop


@dataclass(frozen=True, slots=True)
class Taken:
    """What a stop takes away: runs being made, runs waiting for approval, approved runs, and families that these show."""

    under_way: int
    waiting: int
    approved: int
    families: int

    @property
    def runs(self) -> int:
        return self.under_way + self.waiting + self.approved


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop with the people and reasons behind it. `why_not_…` are reasons, None where the reader may act."""

    reference: str
    version: int
    state: str
    reason: str
    words: str
    stopped_by: str
    stopped_at: datetime
    runs_stopped: int
    families_hidden: int
    proposal: str
    proposed_by: str
    proposed_on: date | None
    resumed_by: str
    resumed_on: date | None
    why_not_propose: Reason | None
    why_not_resume: Reason | None
    why_not_decline: Reason | None


@read(Permission.READ_RUNS)
def profiling_stops(actor: Actor) -> tuple[Stop, ...]:
    """Every stop, the newest first: one that stands is before all others."""
    rows = list(ProfilingStop.objects.visible_to(actor).order_by("-stopped_at", "-pk")[:50])
    return tuple(_stops(actor, rows))


@read(Permission.READ_RUNS)
def stop_standing(actor: Actor) -> Stop | None:
    """The stop that stands; none while profiling goes on."""
    rows = ProfilingStop.objects.visible_to(actor).filter(state=StopState.STANDS)
    return next(iter(_stops(actor, list(rows))), None)


@read(Permission.READ_RUNS)
def profiling_stop(actor: Actor, reference: str) -> Stop:
    """One stop. Raises `NotFound`."""
    return _stops(actor, [ProfilingStop.objects.visible_to(actor).find(reference=reference)])[0]


def taken_by_a_stop(actor: Actor) -> Taken:
    """What stopping would take away now, in counts: for the verb and for the page that says it beforehand."""
    runs = ProfileRun.objects.visible_to(actor)
    held = Counter(runs.order_by().values_list("state", flat=True))
    shown = runs.filter(state=RunState.APPROVED)
    families = FamilyProfile.unscoped.filter(run_id__in=shown.values("pk")).values("family_key").distinct().count()
    return Taken(held[RunState.COMMISSIONED], held[RunState.RECEIVED], held[RunState.APPROVED], families)


def _stops(actor: Actor, rows: list[ProfilingStop]) -> list[Stop]:
    people = {staff_id for row in rows for staff_id in (row.stopped_by, row.proposed_by, row.resumed_by) if staff_id}
    names = dict(Staff.objects.visible_to(actor).filter(pk__in=people).values_list("pk", "name"))
    return [_stop(actor, row, names) for row in rows]


def _stop(actor: Actor, row: ProfilingStop, names: dict[int, str]) -> Stop:
    return Stop(
        reference=row.reference,
        version=row.version,
        state=row.state,
        reason=row.reason,
        words=row.words,
        stopped_by=names.get(row.stopped_by, ""),
        stopped_at=row.stopped_at,
        runs_stopped=row.runs_stopped,
        families_hidden=row.families_hidden,
        proposal=row.proposal,
        proposed_by=names.get(row.proposed_by or 0, ""),
        proposed_on=local_date(row.proposed_at) if row.proposed_at else None,
        resumed_by=names.get(row.resumed_by or 0, ""),
        resumed_on=local_date(row.resumed_at) if row.resumed_at else None,
        why_not_propose=rules.why_not_propose_resuming(row, staff_id=actor.staff_id),
        why_not_resume=rules.why_not_resume_profiling(row, staff_id=actor.staff_id),
        why_not_decline=rules.why_not_decline_resuming(row),
    )
