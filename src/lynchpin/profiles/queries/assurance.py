"""What is known of how well a run works: its measurement, what its feeds brought, and what people contested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.models import Job
from lynchpin.kernel.page import read
from lynchpin.profiles import watching
from lynchpin.profiles.bounding import why_not_go_on, why_stopped
from lynchpin.profiles.choices import ContestAnswer, ContestState, Permission
from lynchpin.profiles.models import AssuranceReport, Extract, FactContest, Feed, ProfileRun

MEASURING_KIND = "profiles.measure:%s"
NEWEST = 24
ENDED_WITHOUT_A_WORD = timedelta(days=1)  # far longer than any measuring: its process was ended


@dataclass(frozen=True, slots=True)
class MeasuredRun:
    """A run in the list of those that can be looked at."""

    reference: str
    purpose: str
    state: str
    as_at: date


@dataclass(frozen=True, slots=True)
class FeedLine:
    """What one feed brought to a run. `days_late` is past the day its next file was due, on the reader's day."""

    key: str
    name: str
    as_at: date | None
    rows: int
    put_aside: int
    days_late: int
    read: bool


@dataclass(frozen=True, slots=True)
class Contests:
    """Facts that people contested, counted: with their source, overdue there, and answered, by the answer."""

    open: int
    overdue: int
    answers: Mapping[str, int]
    days_to_answer: int | None  # the middle one of those answered

    @property
    def all(self) -> int:
        return self.open + sum(self.answers.values())


@dataclass(frozen=True, slots=True)
class Assurance:
    """All that this room knows. `report` is as profiling wrote it, empty while nothing was measured; `job` is one under way or failed."""

    run: MeasuredRun
    counts: Mapping[str, Any]
    report: Mapping[str, Any]
    measured_at: datetime | None
    job: Job | None
    feeds: tuple[FeedLine, ...]
    contests: Contests
    why_not_measure: Reason | None

    @property
    def measuring(self) -> bool:
        """Whether it is being measured now."""
        return self.job is not None and self.job.state in ("waiting", "running")


@read(Permission.READ_ASSURANCE)
def runs_to_assure(actor: Actor) -> tuple[MeasuredRun, ...]:
    """Runs whose answers are there, the newest first."""
    return tuple(_measured(row) for row in _there(actor)[:NEWEST])


@read(Permission.READ_ASSURANCE)
def assurance_of_run(actor: Actor, reference: str) -> Assurance:
    """One run. Raises `NotFound`."""
    run = ProfileRun.objects.visible_to(actor).find(reference=reference)
    kept = AssuranceReport.objects.visible_to(actor).filter(run_id=run.pk).order_by("pk").last()
    bound = why_stopped(actor) or why_not_go_on(actor, run, actor.on)
    return Assurance(
        run=_measured(run),
        counts=run.counts,
        report=kept.report if kept else {},
        measured_at=kept.measured_at if kept else None,
        job=_job(run, kept, actor.on),
        feeds=_feeds(actor, run),
        contests=_contests(actor.on),
        why_not_measure=watching.why_not_measure(run, bound=bound),
    )


def _there(actor: Actor) -> Any:
    seen = ProfileRun.objects.visible_to(actor).filter(state__in=watching.MEASURABLE)
    return seen.order_by("-received_at", "-pk")


def _measured(run: ProfileRun) -> MeasuredRun:
    return MeasuredRun(run.reference, run.purpose, run.state, run.as_at)


def _job(run: ProfileRun, kept: AssuranceReport | None, on: date) -> Job | None:
    """Measuring that is under way, or failed after the newest report was kept."""
    job = Job.objects.filter(kind=MEASURING_KIND % run.reference).order_by("-pk").first()
    if job is None or job.state == "done" or local_date(job.created_at) < on - ENDED_WITHOUT_A_WORD:
        return None
    if kept and kept.measured_at >= job.created_at:
        return None
    return job


def _feeds(actor: Actor, run: ProfileRun) -> tuple[FeedLine, ...]:
    read = {row.feed_id: row for row in Extract.objects.visible_to(actor).filter(pk__in=run.extract_ids)}
    wanted = {*read, *run.absent_feeds}
    feeds = Feed.objects.visible_to(actor).filter(key__in=wanted).order_by("key")
    lines = [_line(feed, read.get(feed.key), actor.on) for feed in feeds]
    return tuple(sorted(lines, key=lambda line: (line.read, line.name)))


def _line(feed: Feed, extract: Extract | None, on: date) -> FeedLine:
    name = label(feed, "name")
    if extract is None:
        return FeedLine(feed.key, name, None, 0, 0, 0, read=False)
    late = (on - extract.as_at - timedelta(days=feed.cadence_days)).days
    rows = extract.rows_accepted + extract.rows_unchanged
    return FeedLine(feed.key, name, extract.as_at, rows, extract.rows_quarantined, max(late, 0), read=True)


def _contests(on: date) -> Contests:
    """Unscoped: contested facts are counted and none is shown."""
    rows = list(FactContest.unscoped.order_by("pk"))
    open_still = [row for row in rows if row.state == ContestState.OPEN]
    took = sorted((row.answered_on - local_date(row.contested_at)).days for row in rows if row.answered_on)
    answers = Counter(row.answer for row in rows if row.answer)
    return Contests(
        open=len(open_still),
        overdue=sum(1 for row in open_still if row.due_on < on),
        answers={answer: answers[answer] for answer in ContestAnswer.values},
        days_to_answer=took[len(took) // 2] if took else None,
    )
