import pytest

from lynchpin.casework.models import Case
from lynchpin.casework.rules import TRANSITIONS
from lynchpin.casework.use_cases.end_case import end_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from tests.support import trail


def test_only_a_use_case_may_end_a_case(world):
    case = world.case()
    with pytest.raises(NestedUseCase):
        end_case(world.lead_worker, reference=case.reference, version=case.version, reason="died", on=clock.today())
    assert Case.unscoped.get().status == "open"


def test_an_ended_case_says_when_and_why_and_is_due_no_more(world):
    case = world.closed(world.case(worker=world.worker), world.worker, reason="moved-away")
    assert (case.ended_on, case.end_reason, case.next_contact_on) == (clock.today(), "moved-away", None)
    assert trail("casework.case_ended")[-1] == {"reason": "moved-away"}


def test_a_case_only_closes_or_opens_again():
    assert {str(state): [str(end) for end in ends] for state, ends in TRANSITIONS.items()} == {
        "open": ["closed"],
        "closed": ["open"],
    }
