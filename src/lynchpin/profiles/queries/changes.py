"""Everything that changed in profiling, as anybody may read it: what, when, in which role, and why; never a person or a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.organisations.policy import POLICY
from lynchpin.organisations.queries.roles_held import roles_held
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState
from lynchpin.profiles.drift import Finding
from lynchpin.profiles.editions import Change, Scoring
from lynchpin.profiles.models import Feed, ImpactAssessment, ProfilingStop, RunFreeze, ScoringEdition
from lynchpin.profiles.queries.holding import scoring_of


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that happened. `kind` names it; `role` is a code, empty for the service itself; `why` is a code or published words.

    `facts` are numbers and titles that its sentence needs; `changed` is what an edition says differently."""

    on: date
    kind: str
    role: str
    why: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[Change, ...] = ()
    found: tuple[Finding, ...] = ()


Told = tuple[datetime, int | None, str, dict[str, Any]]


def changes(actor: Actor) -> tuple[Changed, ...]:
    """The whole log, the newest first, for a bound actor."""
    told = [*_editions(actor), *_freezes(actor), *_stops(actor), *_assessments(actor)]
    days = {(staff, local_date(at)) for at, staff, _kind, _more in told if staff}
    roles = roles_held(days, frozenset(_able()))
    told.sort(key=lambda each: each[0], reverse=True)
    return tuple(_changed(at, staff, kind, more, roles) for at, staff, kind, more in told)


def feed_names(actor: Actor) -> dict[str, str]:
    """Names of feeds by key, for sentences about them."""
    return {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}


def _changed(at: datetime, staff: int | None, kind: str, more: dict[str, Any], roles: Mapping[Any, str]) -> Changed:
    on = local_date(at)
    return Changed(on, kind, roles.get((staff, on), ""), **more)


def _able() -> Iterable[str]:
    """Roles that may do any of what the log tells."""
    acts = {
        Permission.APPROVE_SCORING,
        Permission.LOOK_INTO_FREEZE,
        Permission.STOP_PROFILING,
        Permission.CONFIRM_ASSESSMENT,
    }
    return (role for role, held in POLICY.items() if acts & set(held))


def _editions(actor: Actor) -> Iterator[Told]:
    before = editions.shipped()
    rows = ScoringEdition.objects.visible_to(actor).filter(state=ScoringState.APPROVED)
    for row in rows.order_by("valid_from", "number"):
        now = scoring_of(row)
        if row.approved_at:  # an approved edition has it: the database keeps that
            yield row.approved_at, row.approved_by, "edition", _edition(row, before, now)
        before = now


def _edition(row: ScoringEdition, before: Scoring, now: Scoring) -> dict[str, Any]:
    facts = {"number": row.number, "day": row.valid_from}
    return {"why": row.draft_reason, "facts": facts, "changed": editions.changes(before, now)}


def _freezes(actor: Actor) -> Iterator[Told]:
    for row in RunFreeze.objects.visible_to(actor).order_by("pk"):
        found = tuple(Finding(**each) for each in row.findings)
        yield row.frozen_at, None, "frozen", {"found": found}
        if row.looked_at:
            yield row.looked_at, row.looked_by, "looked", {"why": row.first_words}
        if row.lifted_at:
            yield row.lifted_at, row.lifted_by, "lifted", {"why": row.second_words}


def _stops(actor: Actor) -> Iterator[Told]:
    for row in ProfilingStop.objects.visible_to(actor).order_by("pk"):
        yield row.stopped_at, row.stopped_by, "stopped", {"why": row.reason, "facts": {"runs": row.runs_stopped}}
        if row.resumed_at:
            yield row.resumed_at, row.resumed_by, "resumed", {}


def _assessments(actor: Actor) -> Iterator[Told]:
    for row in ImpactAssessment.objects.visible_to(actor).filter(confirmed_at__isnull=False).order_by("pk"):
        facts = {"number": row.number, "title": row.title}
        if row.confirmed_at:
            yield row.confirmed_at, row.confirmed_by, "confirmed", {"facts": facts}
        if row.ended_at:
            yield row.ended_at, row.ended_by, "ended", {"facts": facts, "why": row.ending}
