import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ProfileRun
from lynchpin.profiles.use_cases.fail_profile_run import fail_profile_run
from tests.support import refused, trail


def test_a_run_that_broke_off_says_why(world):
    reference = fail_profile_run(world.commissioner, reference=world.commissioned_run(), code="run_broke_off")
    assert ProfileRun.unscoped.get(reference=reference).failure_code == "run_broke_off"
    assert trail("profiles.profile_run_failed") == [{"code": "run_broke_off"}]


def test_a_received_run_cannot_fail(world):
    with refused("run_is_not_waiting_for_results"):
        fail_profile_run(world.commissioner, reference=world.received_run(), code="run_broke_off")


def test_an_unknown_run_is_not_found(world):
    with pytest.raises(NotFound):
        fail_profile_run(world.commissioner, reference="U-AAAA-AAAA", code="run_broke_off")


def test_a_reviewer_fails_no_runs(world):
    with pytest.raises(NotPermitted):
        fail_profile_run(world.central, reference="U-AAAA-AAAA", code="run_broke_off")
