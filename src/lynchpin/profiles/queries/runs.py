"""Profile runs: what was asked for, how far they are, and what they found in counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.models import Job
from lynchpin.kernel.page import read
from lynchpin.kernel.reasons import sentence
from lynchpin.organisations.models import Staff
from lynchpin.places.models import Cluster, Zone
from lynchpin.profiles import rules, watching
from lynchpin.profiles.bounding import assessment_named, why_frozen, why_not_go_on
from lynchpin.profiles.choices import Permission, RunState
from lynchpin.profiles.models import Extract, Feed, ProfileRun

ORDERS = {"commissioned_at": "commissioned_at", "state": "state", "review_on": "review_on"}
JOB_KIND = "profiles.run:%s"


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in a list. `families` is None until its answers are received."""

    reference: str
    state: str
    purpose: str
    commissioned_at: datetime
    review_on: date
    families: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run in full. `counts` are families and people; `why_not_…` are sentences, empty where the reader may act."""

    reference: str
    version: int
    state: str
    purpose: str
    impact_assessment: str
    assessment: str  # its reference in the register, empty where it is not there
    review_on: date
    as_at: date
    places: tuple[str, ...]
    feeds: tuple[tuple[str, date], ...]
    absent_feeds: tuple[str, ...]
    counts: Mapping[str, Any]
    rules: Mapping[str, int]
    content_hash: str
    failure: str
    commissioned_at: datetime
    commissioned_by: str
    approved_at: datetime | None
    approved_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    done: int
    total: int
    why_not_approve: str
    why_not_withdraw: str

    @property
    def is_there(self) -> bool:
        """Whether its answers are there, to be looked at and measured."""
        return self.state in watching.MEASURABLE


@read(Permission.READ_RUNS)
def runs(actor: Actor, query: ListQuery) -> ListPage:
    """Every run, the newest first unless another order is asked for."""
    rows = ProfileRun.objects.visible_to(actor)
    order = ORDERS.get(query.sort, "commissioned_at")
    page = rows.order_by(f"-{order}" if query.descending else order, "-pk")[query.start : query.stop]
    return ListPage([_run_row(row) for row in page], rows.count(), query)


@read(Permission.READ_RUNS)
def profile_run(actor: Actor, reference: str) -> Run:
    """One run. Raises `NotFound`."""
    return _run(actor, ProfileRun.objects.visible_to(actor).find(reference=reference))


def _run_row(row: ProfileRun) -> RunRow:
    return RunRow(row.reference, row.state, row.purpose, row.commissioned_at, row.review_on, row.counts.get("families"))


def _run(actor: Actor, row: ProfileRun) -> Run:
    staff = Staff.objects.visible_to(actor).filter(pk__in=_people(row))
    names, job = dict(staff.values_list("pk", "name")), _job(row)
    feeds = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}
    assessment = assessment_named(actor, row.impact_assessment)
    used = Extract.objects.visible_to(actor).filter(pk__in=row.extract_ids).order_by("feed_id")
    return Run(
        reference=row.reference,
        version=row.version,
        state=row.state,
        purpose=row.purpose,
        impact_assessment=row.impact_assessment,
        assessment=assessment.reference if assessment else "",
        review_on=row.review_on,
        as_at=row.as_at,
        places=_places(actor, row),
        feeds=tuple((feeds[extract.feed_id], extract.as_at) for extract in used),
        absent_feeds=tuple(feeds.get(key, key) for key in row.absent_feeds),
        counts=row.counts,
        rules=row.rules,
        content_hash=row.content_hash,
        failure=sentence(Reason(row.failure_code)) if row.failure_code else "",
        commissioned_at=row.commissioned_at,
        commissioned_by=names.get(row.commissioned_by or 0, ""),
        approved_at=row.approved_at,
        approved_by=names.get(row.approved_by or 0, ""),
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=names.get(row.withdrawn_by or 0, ""),
        done=job.done if job else 0,
        total=job.total if job else 0,
        why_not_approve=_why_not_approve(actor, row),
        why_not_withdraw=_said(rules.why_not_withdraw_profile_run(row)),
    )


def _said(reason: Reason | None) -> str:
    return sentence(reason) if reason else ""


def _why_not_approve(actor: Actor, row: ProfileRun) -> str:
    """Why it is not approved, asked only of a run that waits for it."""
    if not rules.may_become(row, RunState.APPROVED):
        return _said(rules.why_not_approve_profile_run(row, staff_id=actor.staff_id, bound=None, on=actor.on))
    bound = why_not_go_on(actor, row, actor.on) or why_frozen(actor, row)
    return _said(rules.why_not_approve_profile_run(row, staff_id=actor.staff_id, bound=bound, on=actor.on))


def _people(row: ProfileRun) -> Iterable[int]:
    return [person for person in (row.commissioned_by, row.approved_by, row.withdrawn_by) if person]


def _places(actor: Actor, row: ProfileRun) -> tuple[str, ...]:
    clusters = Cluster.objects.visible_to(actor).filter(key__in=row.cluster_keys).order_by("key")
    zones = Zone.objects.visible_to(actor).filter(key__in=row.zone_keys).order_by("key")
    return tuple(label(place, "name") for place in (*clusters, *zones))


def _job(row: ProfileRun) -> Job | None:
    return Job.objects.filter(kind=JOB_KIND % row.reference).order_by("-pk").first()
