"""Take a finished run's answers into the service: families of its population, and nobody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from functools import partial

from django.db import transaction

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import doubting, kept, population, results, rules, workspaces
from lynchpin.profiles.bounding import why_not_go_on, why_stopped
from lynchpin.profiles.choices import Permission, RunState, Verb
from lynchpin.profiles.drift import findings
from lynchpin.profiles.drift_bounds import limits
from lynchpin.profiles.models import Contribution, FamilyProfile, LinkedPerson, ProfileRun
from lynchpin.profiles.queries.shapes import run_before, shape_of
from lynchpin.profiles.use_cases.compare_contests import compare_contests
from lynchpin.profiles.use_cases.freeze_profile_run import freeze_profile_run
from lynchpin.profiles.use_cases.keep_doubts import keep_doubts

BATCH = 2_000


@use_case(Permission.RECEIVE_RUN)
def receive_profile_run(actor: Actor, *, reference: str, at: datetime) -> str:
    """Keep the scores, people and reasons of a run's own population, and drop what no route needed from runs before.

    The working folder is emptied when this is committed; its manifest stays, and evidence without names, so that a change of the
    scoring can be tried on it. Gives the run's reference.
    """
    refuse_if(why_stopped(actor))
    run = ProfileRun.objects.visible_to(actor).select_for_update().find(reference=reference)
    today, folder = local_date(at), workspaces.folder_of(reference)
    refuse_if(rules.why_not_receive_profile_run(run, bound=why_not_go_on(actor, run, today)))
    manifest = workspaces.manifest(folder)
    found = results.read(folder / "out", population.postcodes(actor, run.cluster_keys, run.zone_keys, today))
    clusters = population.clusters_of_areas(actor, today)
    _keep(run, found.families, clusters)
    kept.keep(folder, {family: clusters.get(area, "") for family, area in found.scored.items()})
    dropped = _drop_unneeded(run)
    compare_contests(actor, run_reference=reference)
    doubted = doubting.read(folder / "out", found.homes)
    asked = keep_doubts(actor, run_reference=reference, doubts=doubted.doubts, used=doubted.used)
    run.state, run.received_at = RunState.RECEIVED, at
    run.counts = {**found.counts, "followed": len(doubted.used), "doubted": asked}
    run.content_hash, run.catalogue = str(manifest["content_hash"]), str(manifest["catalogue"])
    run.rules = workspaces.rules_of(folder)
    run.scoring_number, run.scoring_hash = workspaces.scoring_of(folder)
    run.store("state", "received_at", "counts", "content_hash", "catalogue", "rules", "scoring_number", "scoring_hash")
    transaction.on_commit(partial(workspaces.put_away, folder))
    transaction.on_commit(partial(kept.keep_only, reference, *_newest_approved(actor)))
    _freeze_if_it_drifted(actor, run, at)
    audit.record(
        Verb.PROFILE_RUN_RECEIVED,
        run,
        families=len(found.families),
        people=found.counts["people"],
        outside=found.counts["outside"],
        dropped=dropped,
        content=run.content_hash,
    )
    return reference


def _freeze_if_it_drifted(actor: Actor, run: ProfileRun, at: datetime) -> None:
    """Hold it back where it lies further from the one before than the bounds allow; its files are judged as of now."""
    before, on = run_before(actor, run), local_date(at)
    then = shape_of(actor, before, before.counts, on) if before else None
    if found := findings(shape_of(actor, run, run.counts, on), then, limits()):
        freeze_profile_run(
            actor, run_reference=run.reference, before=before.reference if before else "", found=found, at=at
        )


def _newest_approved(actor: Actor) -> list[str]:
    """The run on whose evidence a change is tried until another is approved."""
    approved = ProfileRun.objects.visible_to(actor).filter(state=RunState.APPROVED).order_by("-approved_at", "-pk")
    return list(approved.values_list("reference", flat=True)[:1])


def _keep(run: ProfileRun, families: Iterable[results.Family], clusters: dict[str, str]) -> None:
    profiles = {family.key: _profile(run, family, clusters) for family in families}
    FamilyProfile.objects.bulk_create(profiles.values(), batch_size=BATCH)
    people = [
        LinkedPerson(profile=profiles[family.key], **asdict(person)) for family in families for person in family.people
    ]
    LinkedPerson.objects.bulk_create(people, batch_size=BATCH)
    lines = [Contribution(profile=profiles[family.key], **line) for family in families for line in family.lines]
    Contribution.objects.bulk_create(lines, batch_size=BATCH)


def _profile(run: ProfileRun, family: results.Family, clusters: dict[str, str]) -> FamilyProfile:
    return FamilyProfile(
        run=run,
        family_key=family.key,
        area_code=family.area_code,
        cluster_key=clusters.get(family.area_code, ""),
        **family.scores,
    )


def _drop_unneeded(run: ProfileRun) -> int:
    """Remove earlier runs' profiles that led to no action: such a score is kept until the next run and no longer."""
    unneeded = FamilyProfile.unscoped.filter(route=results.NO_ACTION).exclude(run=run)
    count = unneeded.count()
    for part in (Contribution, LinkedPerson):
        part.unscoped.filter(profile_id__in=unneeded.values("pk")).delete()
    unneeded._raw_delete(unneeded.db)  # its parts are gone, and the collector would ask for them once more, unscoped
    return count
