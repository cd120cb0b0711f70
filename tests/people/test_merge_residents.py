from dataclasses import replace

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import MergeProposal, Resident
from lynchpin.people.queries import brief, contact_held, safe_contacts, search_residents
from lynchpin.people.use_cases.hold_contact import hold_contact
from lynchpin.people.use_cases.merge_residents import merge_residents
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def approve(actor, reference, version=1):
    return merge_residents(actor, reference=reference, version=version, at=clock.now())


def survivors(*residents):
    kept = Resident.unscoped.in_bulk([each.pk for each in residents])
    return [kept[each.pk].survivor_id for each in residents]


def read(actor):
    return actor.bound_to("people.read_resident")


def test_a_merged_record_answers_with_the_survivor(world):
    kept, merged = world.resident(), world.resident(area_code=world.IN_TAF_WEST)
    world.merged(kept, merged)
    assert brief(read(world.central), [merged.pk])[merged.pk].reference == kept.reference
    assert recorded()[-1] == "people.residents_merged"


def test_a_chain_of_merges_stays_flat(world):
    first, second, third = world.resident(), world.resident(), world.resident()
    world.merged(second, third)
    world.merged(first, second)
    assert survivors(first, second, third) == [None, first.pk, first.pk]


def test_two_merges_do_not_go_round(world):
    one, other = world.resident(), world.resident()
    there, back = world.proposed_merge(one, other), world.proposed_merge(other, one)
    approve(world.head, there)
    with refused("merge_goes_round"):
        approve(world.head, back)


def test_whoever_proposed_a_merge_does_not_approve_it(world):
    reference = world.proposed_merge(world.resident(), world.resident())
    proposer = MergeProposal.unscoped.get(reference=reference).proposed_by
    with refused("merge_by_proposer"):
        approve(replace(world.head, staff_id=proposer), reference)


def test_a_merge_is_decided_once(world):
    proposal = world.merged(world.resident(), world.resident())
    with refused("merge_already_decided"):
        approve(world.actor("head-of-service"), proposal.reference, proposal.version)


def test_the_strictest_seal_wins_on_both_records(world):
    kept, merged = world.resident(), world.resident()
    world.merged(kept, merged)
    world.restrict(kept, "sealed")
    assert brief(read(world.central), [kept.pk, merged.pk]) == {}


def test_a_seal_put_on_before_still_holds_after_the_merge(world):
    kept, merged = world.resident(), world.resident()
    seal = world.proposed_merge(kept, merged)
    world.restrict(merged, "sealed")
    with pytest.raises(NotFound):
        approve(world.head, seal)


def test_the_worker_of_the_merged_record_sees_the_survivor(world):
    kept, merged = world.resident(area_code=world.IN_TAF_WEST), world.resident()
    world.involve(world.worker, merged)
    world.merged(kept, merged)
    assert set(brief(read(world.worker), [kept.pk])) == {kept.pk}


def test_the_old_name_finds_the_survivor_once(world):
    kept, merged = world.resident(surname="Tomos"), world.resident(surname="Thomas")
    world.merged(kept, merged)
    assert [hit.reference for hit in search_residents(world.central, "Gwenno Thomas").hits] == [kept.reference]


def test_safe_contact_and_holds_follow_the_person(world):
    kept, merged = world.resident(), world.resident()
    world.safe_contact(merged, channels=["letter"])
    world.merged(kept, Resident.unscoped.get(pk=merged.pk))
    with inside_a_use_case():
        hold_contact(machine("clock"), resident_id=merged.pk, room="tests", reference="X", at=clock.now())
    assert safe_contacts(read(world.central), [kept.pk])[kept.pk].channels == ("letter",)
    assert contact_held([kept.pk]) == {kept.pk}


def test_merging_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        approve(world.central, world.proposed_merge(world.resident(), world.resident()))
