"""A withdrawn run takes its undecided families from review; what a person decided stands."""

from __future__ import annotations

from lynchpin.frontdoor.jobs import withdraw_candidates
from lynchpin.frontdoor.models import Candidate
from tests.conftest import NOON
from tests.support import trail
from tests.world.frontdoor import Profiled
from tests.world.people import inside_a_use_case


def test_undecided_families_leave_the_review_and_decided_ones_stand(world):
    decided, waiting = world.raised(Profiled(), Profiled(key="f2"))
    world.rejected(decided)
    with inside_a_use_case():
        withdraw_candidates(run_reference=waiting.run_reference, at=NOON)
    states = dict(Candidate.unscoped.values_list("pk", "state"))
    assert states == {decided.pk: "rejected", waiting.pk: "withdrawn"}
    assert trail("frontdoor.candidates_withdrawn")[0]["withdrawn"] == 1


def test_another_runs_families_stay(world):
    (waiting,) = world.raised(Profiled())
    with inside_a_use_case():
        withdraw_candidates(run_reference="U-2222-2222", at=NOON)
    assert Candidate.unscoped.get().state == waiting.state == "released"
