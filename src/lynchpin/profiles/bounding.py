"""Whether anybody may be profiled: asked when a run is commissioned, made, received and approved, as each may be months later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.profiles import population, rules
from lynchpin.profiles.choices import StopState
from lynchpin.profiles.models import ImpactAssessment, ProfileRun, ProfilingStop, RunFreeze


def why_stopped(actor: Actor) -> Reason | None:
    """Why nobody at all is profiled now; asked in each verb's own transaction, before anything else."""
    standing = ProfilingStop.objects.visible_to(actor).filter(state=StopState.STANDS)
    return Reason("profiling_is_stopped") if standing.exists() else None


def assessment_named(actor: Actor, number: str) -> ImpactAssessment | None:
    """The impact assessment of a number that counts: the one in force, else one that waits, else the last that ended."""
    found = ImpactAssessment.objects.visible_to(actor).filter(number=number.strip())
    standing = sorted(found.order_by("-pk"), key=lambda row: (row.ended_at is not None, row.confirmed_at is None))
    return standing[0] if standing else None


def why_not_profile(
    actor: Actor,
    assessment: ImpactAssessment | None,
    purpose: str,
    places: tuple[Collection[str], Collection[str]],
    on: date,
) -> Reason | None:
    """Why nobody may be profiled for a purpose in some places, clusters and zones, on a day."""
    uncovered = _uncovered(actor, assessment, places, on) if assessment else set()
    return rules.why_not_profile(assessment, purpose=purpose, uncovered=uncovered, on=on)


def why_not_go_on(actor: Actor, run: ProfileRun, on: date) -> Reason | None:
    """Why a run that was commissioned may not be made, received or approved on a day, by its impact assessment."""
    assessment = assessment_named(actor, run.impact_assessment)
    return why_not_profile(actor, assessment, run.purpose, (run.cluster_keys, run.zone_keys), on)


def why_frozen(actor: Actor, run: ProfileRun) -> Reason | None:
    """Why a run waits for two people who look into how far it lies from the one before."""
    standing = RunFreeze.objects.visible_to(actor).filter(run_id=run.pk, lifted_at__isnull=True)
    return Reason("run_is_frozen") if standing.exists() else None


def _uncovered(
    actor: Actor, assessment: ImpactAssessment, places: tuple[Collection[str], Collection[str]], on: date
) -> set[str]:
    covered = (assessment.cluster_keys, assessment.zone_keys)
    return set() if assessment.everywhere else population.uncovered_places(actor, *places, covered, on)
