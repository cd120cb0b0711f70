"""What an edition would do is tried on the newest approved run's evidence, kept in counts, and is what runs would then say."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date

import duckdb
import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.kernel.models import Job
from lynchpin.profiles import kept, trials
from lynchpin.profiles.models import DryRun, FamilyProfile, ProfileRun
from lynchpin.profiles.queries.trials import scoring_to_try
from lynchpin.profiles.running import make_profile, start_trial, try_scoring
from lynchpin.profiles.use_cases.record_dry_run import record_dry_run
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world import profiled
from tests.world.scoring import LESS, scoring

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
HARD = scoring({"ED1": {"points": 12}, "IN1": {"points": 9}}, {"amber": 6, "red": 14})


def tried(world, edition):
    """The trial as it was asked for, with its counts."""
    found = scoring_to_try(world.approver, edition.number)
    return asdict(found.trial), trials.moves(kept.folder_of(found.trial.run), found.now, found.then)


def test_a_trial_is_kept_once_with_the_run_it_read(world):
    run = world.approved_run()
    edition = world.scoring_draft()
    for _ in "ab":
        try_scoring(world.commissioner, number=edition.number)
    dry_run = DryRun.unscoped.get()
    assert (dry_run.edition_id, dry_run.tried_by, dry_run.tried_at) == (edition.pk, world.commissioner.staff_id, NOON)
    assert trail("profiles.dry_run_recorded")[0] == {"edition": 1, "run": run, "rows": len(dry_run.counts)}


def test_what_a_trial_foresees_is_what_a_run_with_that_edition_says(world):
    world.approved_run()
    before = bands(ProfileRun.unscoped.get().pk)
    edition = world.scoring_proposed(by=HARD)
    seen = world.scoring_tried(edition)
    foreseen = Counter({tuple(row[3:5]): row[5] for row in DryRun.unscoped.get().counts if row[:2] == PART})
    world.scoring_approved(edition, seen=seen)
    reference = world.commissioned_run()
    make_profile(world.commissioner, reference=reference)
    after = bands(ProfileRun.unscoped.get(reference=reference).pk)
    assert foreseen == Counter((before[family], after[family]) for family in before)
    assert any(was != will for was, will in foreseen)


PART = ["vulnerability_band", "whole"]


def bands(run_id):
    return dict(FamilyProfile.unscoped.filter(run_id=run_id).values_list("family_key", "vulnerability_band"))


def test_counts_are_by_cluster_and_never_below(world):
    world.approved_run()
    world.scoring_tried(world.scoring_draft())
    assert {row[2] for row in DryRun.unscoped.get().counts if row[1] == "area"} == {"porth"}


def test_a_trial_of_what_changed_meanwhile_is_not_kept(world):
    world.approved_run()
    edition = world.scoring_draft()
    trial, counts = tried(world, edition)
    world.scoring_redrafted(edition, by=HARD)
    with refused("scoring_tried_too_early"):
        record_dry_run(world.approver, trial=trial, counts=counts, at=NOON)


def test_there_is_nothing_to_try_on_before_a_run_is_approved(world):
    world.received_run()
    with refused("scoring_nothing_to_try_on"):
        try_scoring(world.approver, number=world.scoring_draft().number)


def test_an_edition_that_never_was_is_missing(world):
    with pytest.raises(NotFound):
        try_scoring(world.approver, number=9)


def test_evidence_that_cannot_be_read_is_told_in_a_sentence(world):
    run = world.approved_run()
    edition = world.scoring_draft()
    (kept.folder_of(run) / "members.parquet").unlink()
    with refused("scoring_could_not_be_tried"):
        try_scoring(world.approver, number=edition.number)


def test_trying_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        try_scoring(world.central, number=1)


def test_a_trial_in_the_background_says_how_it_ended(world, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    world.received_run()
    start_trial(world.approver, world.scoring_draft().number)
    job = Job.objects.get(kind="profiles.dry_run:1")
    assert (job.state, job.reason_code) == ("failed", "scoring_nothing_to_try_on")


# what is kept to try on


def test_what_is_kept_names_nobody(world):
    """No name, address, birth date, postcode or number of anybody in the street, nor an agency's own record number."""
    folder = kept.folder_of(world.approved_run())
    told = {cell for feed in profiled.TOLD for row in profiled.rows(feed) for name, cell in row.items() if name in WHO}
    found = set()
    for file in folder.glob("*.parquet"):
        for row in duckdb.execute("select columns(*)::varchar from read_parquet(?)", [str(file)]).fetchall():
            found |= {cell for cell in row if cell}
    assert found and {cell for cell in told if len(cell) > 1} & found == set()
    assert sorted(path.name for path in folder.iterdir()) == sorted(KEPT_FILES)


WHO = ("record_id", "forename", "surname", "birth_date", "address", "postcode", "upn")
KEPT_FILES = ["manifest.json", *(f"{name}.parquet" for name in ("arrivals", "dwelt", "evidence", "members", "places"))]


def test_only_the_population_is_kept_and_nobody_with_an_open_plan(world):
    folder = kept.folder_of(world.approved_run())
    families = duckdb.execute(
        "select count(distinct family_id) from read_parquet(?)", [str(folder / "members.parquet")]
    )
    assert families.fetchone()[0] == 22, "of 24 one is outside and one has an open plan"


def test_evidence_goes_when_another_run_is_approved_or_its_own_is_withdrawn(world):
    first, waiting = world.approved_run(), world.received_run()
    assert kept.is_kept(first) and kept.is_kept(waiting)
    second = world.approved_run()
    assert [kept.is_kept(run) for run in (first, waiting, second)] == [False, False, True]
    version = ProfileRun.unscoped.get(reference=second).version
    withdraw_profile_run(world.approver, reference=second, version=version, at=NOON)
    assert not kept.is_kept(second)


def test_a_trial_on_what_is_kept_says_what_one_on_the_whole_run_would(tmp_path):
    """Numbering records by their order changes no score."""
    profiled.copy_finished_run(tmp_path / "run")
    out = tmp_path / "run" / "out"
    families = duckdb.execute("select family_id from read_parquet(?)", [str(out / "scores.parquet")]).fetchall()
    kept.keep(tmp_path / "run", {family: "" for (family,) in families})
    assert trials.moves(tmp_path / "run" / kept.KEPT, scoring(), HARD) == trials.moves(out, scoring(), HARD)


def test_a_run_over_another_day_is_tried_by_its_own_day(world):
    world.approved_run()
    edition = world.scoring_draft(by=scoring(LESS), valid_from=date(2027, 1, 1))
    _, counts = tried(world, edition)
    assert counts
