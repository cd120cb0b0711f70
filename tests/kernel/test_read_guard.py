"""Tries to read governed records without saying who is looking."""

import asyncio
import pickle
from datetime import UTC, datetime

import pytest
from django.core import serializers
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery

from lynchpin.kernel.actor import Actor, Grant
from lynchpin.kernel.errors import NotFound, Stale, UnscopedRead
from lynchpin.organisations.models import Account, Organisation, RoleAssignment, Staff


async def loop(rows):
    return [row async for row in rows.aiterator()]


def under_another_name(queryset):
    disguised = Account.objects.all()
    disguised.query = queryset.query
    return disguised


NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
OF_THE_ORGANISATION = Staff.objects.filter(organisation_id=OuterRef("key"))
OF_THE_ACCOUNT = Staff.objects.filter(account_id=OuterRef("pk"))
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
    "whether any exist, as a condition": lambda: list(Organisation.unscoped.filter(Exists(OF_THE_ORGANISATION))),
    "a column of another's row": lambda: list(
        Organisation.unscoped.annotate(colleague=Subquery(OF_THE_ORGANISATION.values("name")[:1]))
    ),
    "a column beside an account": lambda: list(
        Account.objects.annotate(colleague=Subquery(OF_THE_ACCOUNT.values("name")[:1]))
    ),
    "the query without its queryset": lambda: list(
        Organisation.unscoped.filter(key__in=Staff.objects.values("organisation_id").query)
    ),
    "the query under another model's name": lambda: list(under_another_name(Staff.objects.all())),
    "counting by the query": lambda: Staff.objects.all().query.get_count("default"),
    "existing by the query": lambda: Staff.objects.all().query.has_results("default"),
    "an asynchronous loop": lambda: asyncio.run(loop(Staff.objects.all())),
    "an asynchronous count": lambda: asyncio.run(Staff.objects.acount()),
    "contains": lambda: Staff.objects.contains(Staff.unscoped.first()),
    "latest": lambda: Staff.objects.latest("pk"),
    "alias": lambda: list(Staff.objects.alias(n=Count("pk"))),
    "nothing at all": lambda: list(Staff.objects.none()),
    "count of a union": lambda: Staff.unscoped.all().union(Staff.objects.all()).count(),
    "and": lambda: list(Staff.unscoped.all() & Staff.objects.all()),
    "leaving out by a reverse relation": lambda: list(Organisation.unscoped.exclude(staff__name="x")),
    "a prefetch of its own": lambda: list(
        Organisation.unscoped.prefetch_related(Prefetch("staff_set", queryset=Staff.objects.all()))
    ),
    "an account's colleague": lambda: Account.objects.first().staff,
    "a second table in the from clause": lambda: list(Account.objects.extra(tables=["organisations_staff"])),
    "serialising": lambda: serializers.serialize("json", Staff.objects.all()),
    "pickling": lambda: pickle.dumps(Staff.objects.all()),
    "full clean": lambda: Staff.unscoped.first().full_clean(),
    "updating": lambda: Staff.objects.update(name="x"),
    "updating from an unopened subquery": lambda: Account.objects.update(email=OF_THE_ACCOUNT.values("name")[:1]),
}


@pytest.mark.parametrize("try_it", TRIES.values(), ids=TRIES.keys())
def test_no_governed_record_is_read_without_a_scope(world, try_it):
    assert world.worker
    with pytest.raises(UnscopedRead):
        try_it()


def test_an_opened_queryset_stays_open_wherever_it_is_used(world):
    opened = Staff.unscoped.filter(pk=world.worker.staff_id)
    assert list(Organisation.unscoped.filter(Exists(opened.filter(organisation_id=OuterRef("key")))))
    assert opened.union(opened).count() == len(opened | opened) == opened.aggregate(n=Count("pk"))["n"] == 1
    assert not opened.none().exists() and opened.values("pk").latest("pk") == {"pk": world.worker.staff_id}


def test_an_actor_that_is_bound_to_nothing_sees_nothing(world):
    with pytest.raises(UnscopedRead):
        Staff.objects.visible_to(world.worker)


def test_what_was_remembered_under_one_scope_is_not_answered_under_another():
    grants = {"wide": Grant("all"), "also wide": Grant("all", frozenset({"F1"})), "narrow": Grant("own")}
    actor = Actor(role="x", grants=grants, on=NOON.date())
    told = [actor.bound_to(name).remember("whose", lambda name=name: name) for name in grants]
    assert told == ["wide", "wide", "narrow"]


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
