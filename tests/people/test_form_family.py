import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Family, FamilyMember
from lynchpin.people.use_cases.form_family import form_family
from tests.support import recorded, refused


def form(actor, *residents):
    roles = ["adult", *["child"] * len(residents)]
    members = [(each.reference, role) for each, role in zip(residents, roles, strict=False)]
    return form_family(actor, members=members, at=clock.now())


def test_a_family_keeps_its_members_and_their_parts(world):
    reference = form(world.central, world.resident(), world.resident())
    family = Family.unscoped.get(reference=reference)
    roles = FamilyMember.unscoped.filter(family=family).order_by("pk").values_list("role", flat=True)
    assert list(roles) == ["adult", "child"]
    assert recorded()[-2:] == ["people.family_gathered", "people.family_formed"]


def test_one_person_is_no_family(world):
    with refused("family_too_small"):
        form(world.central, world.resident())


def test_nobody_is_in_a_family_twice(world):
    resident = world.resident()
    with refused("family_twice"):
        form(world.central, resident, resident)


def test_a_family_cannot_be_formed_with_somebody_out_of_sight(world):
    with pytest.raises(NotFound):
        form(world.lead_worker, world.resident(), world.resident(area_code=world.IN_TAF_WEST))


def test_forming_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        form(world.head, world.resident(), world.resident())
