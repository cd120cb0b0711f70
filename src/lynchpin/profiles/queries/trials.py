"""What is tried when an edition is tried, and what was found: of exactly this edition, beside what holds, on the newest run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused
from lynchpin.kernel.models import Job
from lynchpin.kernel.page import read
from lynchpin.profiles import kept, trials
from lynchpin.profiles.choices import Permission, RunState
from lynchpin.profiles.editions import Scoring
from lynchpin.profiles.models import UNSETTLED, DryRun, ProfileRun, ScoringEdition
from lynchpin.profiles.previews import Counts, counts_of
from lynchpin.profiles.queries.holding import scoring_of, scoring_on

DRY_RUN_KIND = "profiles.dry_run:%s"


@dataclass(frozen=True, slots=True)
class Trial:
    """An edition over a run's kept evidence: `before` and `after` are fingerprints of the settings that are compared."""

    number: int
    run: str
    run_id: int
    before: str
    after: str

    @property
    def fingerprint(self) -> str:
        """What a page shows and an approval gives back: that it was this trial that was seen."""
        return hashlib.sha256(f"{self.run} {self.before} {self.after}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ToTry:
    """A trial with the two scorings that it compares."""

    trial: Trial
    now: Scoring
    then: Scoring


@dataclass(frozen=True, slots=True)
class Preview:
    """What a trial found, in counts that may be shown."""

    run: str
    tried_at: datetime
    fingerprint: str
    counts: Counts


@read(Permission.RECORD_DRY_RUN)
def scoring_to_try(actor: Actor, number: int) -> ToTry:
    """What trying an edition means now. Raises `NotFound`, or `Refused` where no run keeps evidence."""
    edition = ScoringEdition.objects.visible_to(actor).find(number=number)
    if (trial := trial_of(actor, edition)) is None:
        raise Refused(Reason("scoring_nothing_to_try_on"))
    return ToTry(trial, scoring_on(actor, edition.valid_from, before=number), scoring_of(edition))


def trial_of(actor: Actor, edition: ScoringEdition) -> Trial | None:
    """The trial of an edition as it stands, for a bound actor; None where it is settled, or no approved run keeps evidence."""
    run = _newest_run(actor)
    if run is None or edition.state not in UNSETTLED or not kept.is_kept(run.reference):
        return None
    now = scoring_on(actor, edition.valid_from, before=edition.number)
    return Trial(edition.number, run.reference, run.pk, *trials.fingerprints(now, scoring_of(edition)))


def preview_of(actor: Actor, edition: ScoringEdition) -> tuple[Preview | None, bool]:
    """The trial that was made of exactly this edition, and whether one can be made; of a settled one, the last there was."""
    trial = trial_of(actor, edition)
    found = DryRun.objects.visible_to(actor).filter(edition=edition)
    if trial:
        found = found.filter(run_id=trial.run_id, before=trial.before, after=trial.after)
    dry_run = None if trial is None and edition.state in UNSETTLED else found.order_by("-pk").first()
    return (_preview(actor, dry_run) if dry_run else None), trial is not None


def seen_enough(actor: Actor, edition: ScoringEdition, seen: str) -> bool:
    """Whether somebody who saw the trial `seen` has seen what exactly this edition does, so far as it can be seen at all."""
    trial = trial_of(actor, edition)
    if trial is None:
        return True
    same = {"run_id": trial.run_id, "before": trial.before, "after": trial.after}
    return seen == trial.fingerprint and DryRun.objects.visible_to(actor).filter(edition=edition, **same).exists()


def trying(number: int) -> Job | None:
    """The newest trial of an edition in the background, how far it is and why it failed: counts and codes only."""
    return Job.objects.filter(kind=DRY_RUN_KIND % number).order_by("-pk").first()


def _preview(actor: Actor, row: DryRun) -> Preview:
    run = ProfileRun.objects.visible_to(actor).find(pk=row.run_id)  # type: ignore[attr-defined]
    trial = Trial(row.pk, run.reference, run.pk, row.before, row.after)
    return Preview(run.reference, row.tried_at, trial.fingerprint, counts_of(row.counts))


def _newest_run(actor: Actor) -> ProfileRun | None:
    approved = ProfileRun.objects.visible_to(actor).filter(state=RunState.APPROVED)
    return approved.order_by("-approved_at", "-pk").first()
