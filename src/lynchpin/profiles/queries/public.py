"""What anybody may know of profiling here: what it reads, counts and was told to do, and everything that changed; of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.choices import Purpose
from lynchpin.organisations.models import Organisation, SharingAgreement
from lynchpin.organisations.policy import POLICY
from lynchpin.organisations.queries.roles_held import roles_that_may
from lynchpin.organisations.rules import why_not_in_force
from lynchpin.profiles import rules
from lynchpin.profiles.choices import AssessmentState, Permission, RunState, StopState
from lynchpin.profiles.editions import Scoring
from lynchpin.profiles.models import Feed, ImpactAssessment, ProfileRun, ProfilingStop
from lynchpin.profiles.queries.changes import Changed, changes
from lynchpin.profiles.queries.holding import scoring_on

DECIDES = "frontdoor.decide_candidate"  # a later room's permission, by its code
RUNS_SHOWN = 24


@dataclass(frozen=True, slots=True)
class PublicFeed:
    """A partner's feed. `read_until` is the end of the agreement under which it may be read today, if there is one."""

    name: str
    partner: str
    often: int
    read_until: date | None


@dataclass(frozen=True, slots=True)
class PublicAssessment:
    """An impact assessment by its own number and title, and how it stands."""

    number: str
    title: str
    state: AssessmentState
    decided_on: date
    review_on: date
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicRun:
    """A run that was approved: the day it knew of, the day it was approved, its assessment, its edition; whether it is shown still."""

    as_at: date
    approved_on: date
    assessment: str
    edition: int
    shown: bool


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """Everything that the record is made from. `approvers` and the like are names of roles, never of people."""

    stopped_since: date | None
    feeds: tuple[PublicFeed, ...]
    assessments: tuple[PublicAssessment, ...]
    runs: tuple[PublicRun, ...]
    scoring: Scoring
    approvers: tuple[str, ...]
    reviewers: tuple[str, ...]
    readers: tuple[str, ...]
    stoppers: tuple[str, ...]
    changes: tuple[Changed, ...]


@read(Permission.READ_PUBLIC_RECORD)
def public_record(actor: Actor) -> PublicRecord:
    """The record of today, in the active language."""
    stop = ProfilingStop.objects.visible_to(actor).filter(state=StopState.STANDS).first()
    return PublicRecord(
        stopped_since=local_date(stop.stopped_at) if stop else None,
        feeds=tuple(sorted(_feeds(actor), key=lambda feed: (feed.read_until is None, feed.name))),
        assessments=tuple(_assessments(actor)),
        runs=tuple(_runs(actor)),
        scoring=scoring_on(actor, actor.on),
        approvers=_roles(Permission.APPROVE_RUN),
        reviewers=_roles(DECIDES),
        readers=_roles(Permission.READ_PROFILE),
        stoppers=_roles(Permission.STOP_PROFILING),
        changes=changes(actor),
    )


def _roles(permission: str) -> tuple[str, ...]:
    return roles_that_may(permission, POLICY.items())


def _feeds(actor: Actor) -> Iterator[PublicFeed]:
    partners = {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor)}
    signed: dict[str, list[SharingAgreement]] = {}
    for row in SharingAgreement.objects.visible_to(actor).order_by("pk"):
        signed.setdefault(row.feed, []).append(row)
    for feed in Feed.objects.visible_to(actor).filter(stopped_at__isnull=True).order_by("key"):
        until = [row.ends_on for row in signed.get(feed.key, []) if _may_be_read(row, actor.on)]
        partner = partners.get(feed.partner_id, "")
        yield PublicFeed(label(feed, "name"), partner, feed.cadence_days, max(until, default=None))


def _may_be_read(row: SharingAgreement, on: date) -> bool:
    return Purpose.EARLY_HELP in row.purposes and why_not_in_force(row, on) is None


def _assessments(actor: Actor) -> Iterator[PublicAssessment]:
    confirmed = ImpactAssessment.objects.visible_to(actor).filter(confirmed_at__isnull=False)
    for row in confirmed.order_by("-decided_on", "-pk"):
        state = rules.assessment_state(row, actor.on)
        yield PublicAssessment(row.number, row.title, state, row.decided_on, row.review_on, tuple(row.purposes))


def _runs(actor: Actor) -> Iterator[PublicRun]:
    approved = ProfileRun.objects.visible_to(actor).filter(approved_at__isnull=False)
    for run in approved.order_by("-approved_at", "-pk")[:RUNS_SHOWN]:
        if run.approved_at:
            shown, day = run.state == RunState.APPROVED, local_date(run.approved_at)
            yield PublicRun(run.as_at, day, run.impact_assessment, run.scoring_number, shown)
