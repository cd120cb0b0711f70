"""Whoever has no staff id is nobody: rows that a machine made, or that no one holds yet, are not theirs."""

from __future__ import annotations

import pytest
from django.apps import apps

from lynchpin.kernel.actor import Actor, Grant
from lynchpin.kernel.models import Governed, SharedQuerySet
from tests.conftest import NOON

ROOMS = ("organisations", "people", "notices", "safeguarding", "frontdoor", "casework", "pathways", "outcomes")
SCOPES = ("own", "alloc", "cluster", "zone", "org", "none")
EVERY_FIELD = frozenset({"F0", "F1", "F2", "F2p", "F3", "F4", "F5", "F6", "F7"})
MODELS = [
    model
    for room in ROOMS
    for model in apps.get_app_config(room).get_models()
    if issubclass(model, Governed) and not isinstance(model.objects.all(), SharedQuerySet)
]


def nobody(scope: str) -> Actor:
    return Actor(role="nobody", grants={}, on=NOON.date(), bound=Grant(scope, EVERY_FIELD))


def test_nobody_sees_what_nobody_made_or_holds(world):
    waiting = world.case()
    world.conversation(waiting, world.lead_worker)
    world.plan(waiting, world.lead_worker)
    world.outcome(waiting, world.lead_worker)
    world.asks_for_help()
    world.restrict(world.resident(), "sealed")
    world.notice(world.reachable("letter"))
    world.concern(world.resident())
    for model in MODELS:
        seen = {scope: model.objects.visible_to(nobody(scope)).count() for scope in SCOPES}
        assert not any(seen.values()), (model.__name__, seen)


@pytest.mark.parametrize("name", ["Case", "Referral", "Resident", "Notice", "Concern", "Staff"])
def test_the_check_looks_at_records_of_people(name):
    assert name in {model.__name__ for model in MODELS}
