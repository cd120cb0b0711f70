"""Long work: making a run from first to last, and loading a large file; at once for commands, in the background for pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django_tasks import task

from lynchpin.kernel import clock, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused, refuse_if
from lynchpin.kernel.models import Job
from lynchpin.organisations.actors import acting
from lynchpin.organisations.models import Account
from lynchpin.profiles import assuring, kept, trials, workspaces
from lynchpin.profiles.feeding import receive
from lynchpin.profiles.queries.assurance import MEASURING_KIND
from lynchpin.profiles.queries.inputs import inputs_of_run, inputs_to_measure, why_broken_off, why_over
from lynchpin.profiles.queries.runs import JOB_KIND
from lynchpin.profiles.queries.trials import DRY_RUN_KIND, scoring_to_try
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run
from lynchpin.profiles.use_cases.fail_profile_run import fail_profile_run
from lynchpin.profiles.use_cases.receive_profile_run import receive_profile_run
from lynchpin.profiles.use_cases.record_assurance import record_assurance
from lynchpin.profiles.use_cases.record_dry_run import record_dry_run
from lynchpin.profiles.workspaces import Progress, silent

BROKE_OFF = "run_broke_off"


def run_profile(
    actor: Actor,
    *,
    impact_assessment: str,
    purpose: str = "",
    review_on: date | None = None,
    cluster_keys: Sequence[str] = (),
    zone_keys: Sequence[str] = (),
    as_at: date | None = None,
    progress: Progress = silent,
) -> str:
    """Commission, make and receive a run; it then waits for another person's approval. Gives its reference.

    `progress(done, total)` hears each phase as it starts. Raises `Refused`.
    """
    reference = commission_profile_run(
        actor,
        purpose=purpose,
        impact_assessment=impact_assessment,
        review_on=review_on,
        cluster_keys=cluster_keys,
        zone_keys=zone_keys,
        as_at=as_at,
        at=clock.now(),
    )
    make_profile(actor, reference=reference, progress=progress)
    return reference


def make_profile(actor: Actor, *, reference: str, progress: Progress = silent) -> None:
    """Make, receive and measure a run that was commissioned. A run that cannot be made is kept as failed, and the fault raised.

    One that was stopped meanwhile breaks off at its next phase and stays as it was left, with nothing kept of its people.
    """
    folder = workspaces.folder_of(reference)
    try:
        inputs = inputs_of_run(actor, reference)
        workspaces.write_profile(folder, inputs.feeds, inputs.as_at, inputs.scoring, inputs.decisions)
        workspaces.make(folder, _heeding_a_stop(actor, reference, progress))
        report = assuring.report_of(folder)
        receive_profile_run(actor, reference=reference, at=clock.now())
    except Exception as fault:
        if over := why_over(actor, reference):
            workspaces.clear(folder)
            raise Refused(over) from fault
        code = fault.reason.code if isinstance(fault, Refused) else BROKE_OFF
        fail_profile_run(actor, reference=reference, code=code)
        raise
    if report:
        record_assurance(actor, reference=reference, report=report, at=clock.now())


def _heeding_a_stop(actor: Actor, reference: str, progress: Progress) -> Progress:
    """Progress that breaks a run off when it, or all profiling, was stopped meanwhile."""

    def tell(done: int, total: int) -> None:
        refuse_if(why_broken_off(actor, reference))
        progress(done, total)

    return tell


def start_run(actor: Actor, reference: str) -> None:
    """Make a commissioned run in the background, under the rights that its commissioner has when it starts."""
    if Job.objects.filter(kind=JOB_KIND % reference).exists():
        return  # the form was sent twice, and the run is one
    job = _new_job(JOB_KIND % reference, actor)
    make_in_background.enqueue(job, reference, actor.user_id, actor.assignment_id)


def start_loading(actor: Actor, *, feed: str, path: Path, as_at: date) -> str:
    """Load an uploaded file in the background. Gives the job's reference."""
    job = _new_job("profiles.load_feed", actor)
    load_in_background.enqueue(job, feed, str(path), as_at.isoformat(), actor.user_id, actor.assignment_id)
    return job


def try_scoring(actor: Actor, *, number: int) -> None:
    """Try an edition on the newest approved run's kept evidence, and keep the counts. Raises `Refused`."""
    found = scoring_to_try(actor, number)
    counts = trials.moves(kept.folder_of(found.trial.run), found.now, found.then)
    record_dry_run(actor, trial=asdict(found.trial), counts=counts, at=clock.now())


def measure_run(actor: Actor, *, reference: str, progress: Progress = silent) -> None:
    """Make a run anew, measure it and keep the numbers. Raises `Refused`."""
    report = assuring.measured_anew(reference, inputs_to_measure(actor, reference), progress)
    record_assurance(actor, reference=reference, report=report, at=clock.now())


def start_measuring(actor: Actor, reference: str) -> None:
    """Measure a run in the background, under the rights that whoever asked has when it starts."""
    job = _new_job(MEASURING_KIND % reference, actor)
    measure_in_background.enqueue(job, reference, actor.user_id, actor.assignment_id)


@task()
def measure_in_background(job: str, reference: str, user_id: int | None, assignment_id: int | None) -> None:
    """Measure a run, telling its job how far it is."""
    try:
        measure_run(_actor(user_id, assignment_id), reference=reference, progress=_telling(job))
    except Refused as no:
        _end(job, "failed", reason_code=no.reason.code)
    except Exception:
        _end(job, "failed", reason_code=BROKE_OFF)
        raise
    else:
        _end(job, "done", result={"run": reference})


def start_trial(actor: Actor, number: int) -> None:
    """Try an edition in the background."""
    job = _new_job(DRY_RUN_KIND % number, actor)
    try_in_background.enqueue(job, number, actor.user_id, actor.assignment_id)


@task()
def try_in_background(job: str, number: int, user_id: int | None, assignment_id: int | None) -> None:
    """Try an edition, and tell its job how it ended."""
    Job.objects.filter(reference=job).update(state="running")
    try:
        try_scoring(_actor(user_id, assignment_id), number=number)
    except Refused as no:
        _end(job, "failed", reason_code=no.reason.code)
    else:
        _end(job, "done", result={"edition": number})


@task()
def make_in_background(job: str, reference: str, user_id: int | None, assignment_id: int | None) -> None:
    """Make a run, telling its job how far it is."""
    try:
        make_profile(_actor(user_id, assignment_id), reference=reference, progress=_telling(job))
    except Refused as no:
        _end(job, "failed", reason_code=no.reason.code)
    else:
        _end(job, "done", result={"run": reference})


@task()
def load_in_background(
    job: str, feed: str, path: str, as_at: str, user_id: int | None, assignment_id: int | None
) -> None:
    """Load a file that a page took, then remove it from where it waited."""
    Job.objects.filter(reference=job).update(state="running")
    file, day = Path(path), date.fromisoformat(as_at)
    try:
        extract = receive(_actor(user_id, assignment_id), feed=feed, path=file, as_at=day, at=clock.now())
    except Refused as no:
        _end(job, "failed", reason_code=no.reason.code)
    except Exception:
        _end(job, "failed", reason_code="file_broke_off")
        raise
    else:
        _end(job, "done", result={"extract": extract})
    finally:
        file.unlink(missing_ok=True)


def _telling(job: str) -> Progress:
    def tell(done: int, total: int) -> None:
        Job.objects.filter(reference=job).update(state="running", done=done, total=total)

    return tell


def _new_job(kind: str, actor: Actor) -> str:
    job = Job(reference=references.draw("J"), kind=kind, started_by=actor.staff_id, created_at=clock.now())
    job.save()
    return job.reference


def _end(job: str, state: str, **facts: object) -> None:
    Job.objects.filter(reference=job).update(state=state, finished_at=clock.now(), **facts)


def _actor(user_id: int | None, assignment_id: int | None) -> Actor:
    account = Account.objects.filter(pk=user_id).first() if user_id else None
    return acting(account, assignment_id)
