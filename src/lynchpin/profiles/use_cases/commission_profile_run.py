"""Ask for a profile of a named population, for a purpose, under an impact assessment, until a review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import population, rules
from lynchpin.profiles.agreements import agreement_for_profiling
from lynchpin.profiles.bounding import assessment_named, why_not_profile, why_stopped
from lynchpin.profiles.choices import ExtractState, Permission, Verb
from lynchpin.profiles.models import Extract, Feed, ImpactAssessment, ProfileRun


@use_case(Permission.COMMISSION_RUN)
def commission_profile_run(
    actor: Actor,
    *,
    impact_assessment: str,
    at: datetime,
    purpose: str = "",
    review_on: date | None = None,
    cluster_keys: Sequence[str] = (),
    zone_keys: Sequence[str] = (),
    as_at: date | None = None,
) -> str:
    """Commission a run over the newest extract of every feed that may be read. Gives the run's reference.

    `impact_assessment` is its number; its one purpose and its review date hold where none is given. `as_at` is the day that
    evidence is dated against: today, unless files of another day are profiled.
    """
    refuse_if(why_stopped(actor))
    today = local_date(at)
    newest, absent = _readable(actor, today)
    refuse_if(None if impact_assessment.strip() else Reason("run_without_assessment"))
    assessment = assessment_named(actor, impact_assessment)
    purpose, review_on = _as_assessed(assessment, purpose, review_on)
    refuse_if(
        rules.why_not_commission_profile_run(
            named=(*cluster_keys, *zone_keys),
            unknown=population.unknown_places(actor, cluster_keys, zone_keys, today),
            bound=why_not_profile(actor, assessment, purpose, (cluster_keys, zone_keys), today),
            review_on=review_on,
            review_by=assessment.review_on if assessment else today,
            feeds=len(newest),
            on=today,
        )
    )
    run = ProfileRun(
        reference=references.draw("U"),
        purpose=purpose,
        impact_assessment=impact_assessment.strip(),
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


def _as_assessed(assessment: ImpactAssessment | None, purpose: str, review_on: date | None) -> tuple[str, date]:
    """The purpose and the review date of a run: as given, else those of its assessment."""
    if assessment is None:
        return purpose, review_on or date.min
    only = assessment.purposes[0] if len(assessment.purposes) == 1 else ""
    return purpose or only, review_on or assessment.review_on


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
