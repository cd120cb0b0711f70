import pytest

from lynchpin.kernel import audit, clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ProfileRun
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run
from tests.support import recorded, refused


def withdraw(actor, reference):
    version = ProfileRun.unscoped.filter(reference=reference).values_list("version", flat=True).first() or 1
    return withdraw_profile_run(actor, reference=reference, version=version, at=clock.now())


def test_a_run_stops_at_once_and_others_follow(world):
    told, before = [], dict(audit._followers)
    audit.wire({"profiles.profile_run_withdrawn": (lambda **facts: told.append(facts["run_reference"]),)})
    reference = world.commissioned_run()
    withdraw(world.data_protection_officer, reference)
    audit.wire(before)
    assert ProfileRun.unscoped.get(reference=reference).state == "withdrawn"
    assert recorded()[-1] == "profiles.profile_run_withdrawn" and told == [reference]


def test_a_run_is_stopped_once(world):
    reference = world.commissioned_run()
    withdraw(world.commissioner, reference)
    with refused("run_already_stopped"):
        withdraw(world.commissioner, reference)


def test_an_unknown_run_is_not_found(world):
    with pytest.raises(NotFound):
        withdraw(world.commissioner, "U-AAAA-AAAA")


def test_a_reviewer_stops_no_runs(world):
    with pytest.raises(NotPermitted):
        withdraw(world.central, "U-AAAA-AAAA")
