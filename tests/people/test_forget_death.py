"""A case that was closed by mistake and is opened again takes the death back with it."""

from __future__ import annotations

import pytest

from lynchpin.casework.use_cases.reopen_case import reopen_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.models import ContactHold
from lynchpin.people.use_cases.forget_death import forget_death
from tests.people.test_record_death import again


def test_a_case_that_was_closed_by_mistake_and_opened_again_takes_it_back(world):
    someone = world.resident()
    closed = world.closed(world.case(someone, worker=world.worker), world.worker, reason="died")
    told = {"reason": "closed-in-error", "because": "It was his father", "version": closed.version}
    reopen_case(world.lead_worker, reference=closed.reference, at=clock.now(), **told)
    assert again(someone).died_on is None and not ContactHold.unscoped.filter(released_at=None).exists()


def test_only_a_use_case_takes_it_back(world):
    with pytest.raises(NestedUseCase):
        forget_death(world.central, resident_id=world.resident().pk, at=clock.now())
