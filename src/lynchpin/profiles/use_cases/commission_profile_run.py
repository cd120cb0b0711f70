"""Ask for a profile of a named population, for a purpose, under an impact assessment, until a review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import population, rules
from lynchpin.profiles.agreements import agreement_for_profiling
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract, Feed, ProfileRun


@use_case(Permission.COMMISSION_RUN)
def commission_profile_run(
    actor: Actor,
    *,
    purpose: str,
    impact_assessment: str,
    review_on: date,
    at: datetime,
    cluster_keys: Sequence[str] = (),
    zone_keys: Sequence[str] = (),
    as_at: date | None = None,
) -> str:
    """Commission a run over the newest extract of every feed that may be read. Gives the run's reference.

    `as_at` is the day that evidence is dated against: today, unless files of another day are profiled.
    """
    today = local_date(at)
    newest, absent = _readable(actor, today)
    refuse_if(
        rules.why_not_commission_profile_run(
            named=(*cluster_keys, *zone_keys),
            unknown=population.unknown_places(actor, cluster_keys, zone_keys, today),
            impact_assessment=impact_assessment,
            review_on=review_on,
            feeds=len(newest),
            on=today,
        )
    )
    run = ProfileRun(
        reference=references.draw("U"),
        purpose=purpose,
        impact_assessment=impact_assessment,
        review_on=review_on,
        as_at=as_at or today,
        cluster_keys=list(cluster_keys),
        zone_keys=list(zone_keys),
        extract_ids=newest,
        absent_feeds=absent,
        commissioned_at=at,
        commissioned_by=actor.staff_id,
    )
    run.save()
    audit.record(
        Verb.PROFILE_RUN_COMMISSIONED, run, clusters=cluster_keys, zones=zone_keys, extracts=newest, review_on=review_on
    )
    return run.reference


def _readable(actor: Actor, on: date) -> tuple[list[int], list[str]]:
    """Ids of the newest extract of each feed that may be read, and the keys of the feeds that may not or have none."""
    newest, absent = [], []
    applied = Extract.objects.visible_to(actor).filter(state=ExtractState.APPLIED).order_by("-as_at", "-pk")
    for feed in Feed.objects.visible_to(actor).filter(stopped_at__isnull=True).order_by("key"):
        extract = applied.filter(feed_id=feed.key).first() if agreement_for_profiling(feed.key, on) else None
        if extract:
            newest.append(extract.pk)
        else:
            absent.append(feed.key)
    return newest, absent
