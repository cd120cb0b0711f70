"""Tries to read governed records without saying who is looking."""

import pytest
from django.db.models import Count

from lynchpin.kernel.errors import NotFound, Stale, UnscopedRead
from lynchpin.organisations.models import Organisation, RoleAssignment, Staff

TRIES = {
    "all": lambda: list(Staff.objects.all()),
    "filter": lambda: list(Staff.objects.filter(pk=1)),
    "get": lambda: Staff.objects.get(pk=1),
    "find": lambda: Staff.objects.find(pk=1),
    "first": lambda: Staff.objects.first(),
    "last": lambda: Staff.objects.order_by("pk").last(),
    "len": lambda: len(Staff.objects.all()),
    "bool": lambda: bool(Staff.objects.all()),
    "slice": lambda: Staff.objects.all()[0:1][0],
    "count": lambda: Staff.objects.count(),
    "exists": lambda: Staff.objects.exists(),
    "aggregate": lambda: Staff.objects.aggregate(n=Count("pk")),
    "values": lambda: list(Staff.objects.values("name")),
    "values_list": lambda: list(Staff.objects.values_list("name", flat=True)),
    "iterator": lambda: list(Staff.objects.iterator()),
    "in_bulk": lambda: Staff.objects.in_bulk([1]),
    "dates": lambda: list(Staff.objects.dates("started_on", "year")),
    "explain": lambda: list(Staff.objects.order_by("pk").only("name")),
    "raw": lambda: list(Staff.objects.raw("select * from organisations_staff")),
    "extra": lambda: list(Staff.objects.extra(where=["1=1"])),
    "base manager": lambda: list(Staff._base_manager.all()),
    "default manager": lambda: list(Staff._default_manager.all()),
    "union": lambda: list(Staff.unscoped.all().union(Staff.objects.all())),
    "or": lambda: list(Staff.unscoped.filter(pk=1) | Staff.objects.all()),
    "subquery": lambda: list(Organisation.unscoped.filter(key__in=Staff.objects.values("organisation_id"))),
    "select_related": lambda: list(Staff.unscoped.select_related("organisation")),
    "joining by a filter": lambda: list(Staff.unscoped.filter(organisation__name_en="Council")),
    "joining by an order": lambda: list(Staff.unscoped.order_by("organisation__name_en")),
    "joining by values": lambda: list(Staff.unscoped.values("organisation__name_en")),
    "joining by a count": lambda: list(Staff.unscoped.annotate(n=Count("roleassignment"))),
    "prefetch": lambda: list(Staff.unscoped.prefetch_related("organisation")),
    "a foreign key's attribute": lambda: Staff.unscoped.first().organisation,
    "a reverse relation": lambda: list(Staff.unscoped.first().roleassignment_set.all()),
    "refresh": lambda: Staff.unscoped.first().refresh_from_db(),
}


@pytest.mark.parametrize("try_it", TRIES.values(), ids=TRIES.keys())
def test_no_governed_record_is_read_without_a_scope(world, try_it):
    assert world.worker
    with pytest.raises(UnscopedRead):
        try_it()


def test_an_actor_that_is_bound_to_nothing_sees_nothing(world):
    with pytest.raises(UnscopedRead):
        Staff.objects.visible_to(world.worker)


def test_unscoped_cannot_be_reached_from_a_row(world):
    staff = Staff.unscoped.get(pk=world.worker.staff_id)
    with pytest.raises(AttributeError):
        _ = staff.unscoped


def test_missing_and_out_of_sight_raise_the_same(world):
    looker = world.worker.bound_to("casework.read_case")
    other = world.lead_worker.staff_id
    for pk in (other, 10_000):
        with pytest.raises(NotFound) as caught:
            Staff.objects.visible_to(looker).find(pk=pk)
        assert str(caught.value) == "organisations.Staff"


def test_a_version_that_has_moved_on_is_stale(world):
    seen = RoleAssignment.unscoped.get(pk=world.worker.assignment_id)
    with pytest.raises(Stale):
        RoleAssignment.unscoped.all().find(pk=seen.pk, version=seen.version + 1)
