import random

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused
from lynchpin.people.models import MergeProposal, Resident
from lynchpin.people.use_cases.unmerge_residents import unmerge_residents
from tests.support import recorded, refused


def undo(actor, proposal):
    return unmerge_residents(actor, reference=proposal.reference, version=proposal.version, at=clock.now())


def places():
    return list(Resident.unscoped.order_by("pk").values_list("pk", "survivor_id", "area_id", "cluster_id"))


def test_unmerging_puts_every_record_back_where_it_was(world):
    first, second, third = world.resident(), world.resident(area_code=world.IN_TAF_WEST), world.resident()
    world.merged(second, third)
    before = places()
    undo(world.head, world.merged(first, second))
    assert places() == before
    assert recorded()[-1] == "people.residents_unmerged"


def test_merges_are_undone_last_first(world):
    first, second, third = world.resident(), world.resident(), world.resident()
    earlier = world.merged(second, third)
    world.merged(first, second)
    with refused("unmerge_later_first"):
        undo(world.head, earlier)


def test_a_merge_that_was_undone_is_not_undone_again(world):
    proposal = world.merged(world.resident(), world.resident())
    undo(world.head, proposal)
    with refused("merge_not_in_force"):
        undo(world.head, MergeProposal.unscoped.get(pk=proposal.pk))


def test_any_walk_of_merges_comes_back_by_undoing_it(world):
    chance = random.Random(20260610)
    people = [world.resident(area_code=chance.choice([world.IN_PORTH, world.IN_TAF_WEST, ""])) for _ in range(7)]
    walk = []
    for _ in range(25):
        before = places()
        try:
            walk.append((before, world.merged(*chance.sample(people, 2))))
        except Refused:
            assert places() == before
    for before, proposal in reversed(walk):
        undo(world.head, proposal)
        assert places() == before
    assert len(walk) > 4


def test_a_merge_of_a_sealed_record_is_missing(world):
    kept, merged = world.resident(), world.resident()
    proposal = world.merged(kept, merged)
    world.restrict(kept, "sealed")
    with pytest.raises(NotFound):
        undo(world.head, proposal)


def test_unmerging_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        undo(world.central, world.merged(world.resident(), world.resident()))
