"""A region of benchmark size: lived small, copied in PostgreSQL, and held to every rule of the database afterwards."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import override_settings
from django.urls import reverse

from lynchpin.casework.models import Case, Contact
from lynchpin.casework.queries.headroom import headroom
from lynchpin.demo import ground, staffing
from lynchpin.demo.living import Living
from lynchpin.demo.region import live
from lynchpin.demo.scale import columns, contacts, database, proof
from lynchpin.demo.scale.copying import copy
from lynchpin.demo.scale.naming import Pool, renamings
from lynchpin.demo.scale.sizes import SCALES, Scale
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock, guard
from lynchpin.kernel.models import AuditEvent
from lynchpin.organisations.models import Account, Staff
from lynchpin.people import names
from lynchpin.people.models import Home, Involvement, Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.site.commands import acting_as
from lynchpin_world import grow, history

NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="regions are copied inside PostgreSQL")
TIMES = 12  # so often that workers are copied more often than those who lead them
CENTRE, WORKER = "central-support@demo.lynchpin.example", "engagement-worker@demo.lynchpin.example"


@pytest.fixture(scope="module")
def copied(django_db_setup, django_db_blocker):
    """A very small region, lived for a year and then many times over; made once for these tests, and taken back after them."""
    whole = transaction.atomic()
    whole._from_testcase = True  # as Django's own tests wrap theirs: what is done inside may ask to be a transaction
    with django_db_blocker.unblock(), whole, clock.held(NOW), override_settings(DEMO_MODE=True):
        lived = live_a_year()
        copy(Scale(400, cases=TIMES * lived, contacts=4 * TIMES * Contact.unscoped.count()), lambda _: None)
        yield lived
        transaction.set_rollback(True)


def live_a_year() -> int:
    """Gives how many cases came of it."""
    region, began = grow(400, 1, as_at=clock.local_date(NOW)), NOW - timedelta(days=12 * 31 + 14)
    with clock.held(began):
        ground.lay(region)
        colleagues = staffing.hire("!", since=clock.local_date(began))
    live(Living(region, colleagues, NOW), history(region, 1, 12), lambda _: None)
    return Case.unscoped.count()


def test_each_scale_is_larger_than_the_one_before():
    small, council, region = SCALES.values()
    assert not small.is_copied and 0 < council.cases < region.cases
    assert (region.cases, region.contacts) == (50_000, 2_000_000), "size L"


def test_copies_make_up_what_was_not_lived():
    assert Scale(100, cases=300).copies_of(100) == 2
    assert Scale(100, cases=300).copies_of(300) == 0, "what was copied is not copied again"
    assert Scale(100, cases=300).copies_of(0) == 0


def test_contacts_are_made_until_there_are_as_many_as_wanted_and_no_more_than_fit():
    assert contacts.times(wanted=500, kept=100, spread=80) == 5
    assert contacts.times(wanted=501, kept=100, spread=80) == 6
    assert contacts.times(wanted=50, kept=100, spread=80) == 0
    assert contacts.times(wanted=50_000, kept=100, spread=80) == contacts.MOST
    assert contacts.times(wanted=500, kept=100, spread=0) == 0


def test_a_family_shares_its_new_surname_and_a_misspelled_name_is_handed_to_nobody():
    pools = [Pool("surname", ["Huws", "Pryce", "Prycee"], ["Huws", "Pryce"]), Pool("forename", ["Nia"], ["Nia"])]
    named = {(each.part, each.old): each for each in renamings(pools, ["Nia Huws"], copies=1)}
    assert named["surname", "Huws"].new == "Pryce"
    assert named["whole", "Nia Huws"].new == "Nia Pryce"
    assert named["whole", "Nia Huws"].folded == "nia pryce"
    assert "Prycee" not in {each.new for each in named.values()}


def test_whatever_belongs_to_a_person_is_copied_after_what_it_points_at():
    order = columns.lived()
    assert {Resident, Referral, Case, Contact, Involvement} <= set(order)
    assert order.index(Resident) < order.index(Case) < order.index(Contact)
    assert not {Staff, Account} & set(order) and {Staff, Account} <= set(columns.colleagues())


def test_every_column_of_what_is_copied_is_understood():
    for models in (columns.lived(), columns.colleagues()):
        for model in models:
            assert len(columns.shape(model, models).values) == len(model._meta.concrete_fields)


def test_nothing_is_copied_where_a_real_account_is(db, settings):
    settings.DEMO_MODE = True
    Account.objects.create(email="somebody@council.example")
    assert database.why_not_copy()
    with pytest.raises(PermissionError), database.written_freely():
        pytest.fail("the guard rested beside a real account")


def test_nothing_is_copied_in_a_service_that_is_no_demo(db, settings):
    settings.DEMO_MODE = False
    assert database.why_not_copy()


@on_postgresql
def test_a_copied_region_breaks_no_rule_of_its_database(copied, db):
    assert Case.unscoped.count() == TIMES * copied
    assert proof.held() > 300 and list(proof.faults()) == []


@on_postgresql
def test_a_broken_rule_would_be_seen(world):
    world.case()
    with guard.resting():
        database.run("set constraints all immediate")
        database.run("alter table casework_case drop constraint case_allocation_is_whole")
        database.run("update casework_case set allocated_at = now(), worker_id = null")
        database.run(
            "alter table casework_case add constraint case_allocation_is_whole"
            " check ((worker_id is null) = (allocated_at is null)) not valid"
        )
    assert any("case_allocation_is_whole" in fault for fault in proof.faults())


@on_postgresql
def test_a_copy_is_somebody_else_in_the_same_state(copied, db):
    first = Case.unscoped.order_by("pk").first()
    other = Case.unscoped.get(pk=first.pk + columns.STRIDE)
    assert (other.status, other.opened_at, other.weight) == (first.status, first.opened_at, first.weight)
    assert other.reference != first.reference
    assert Referral.unscoped.get(reference=other.referral_reference).resident_id == other.resident_id
    person = Resident.unscoped.get(pk=other.resident_id)
    assert person.search_key == names.search_key(person.forename, person.surname)
    assert person.birth_date != Resident.unscoped.get(pk=first.resident_id).birth_date
    assert Involvement.unscoped.filter(resident_id=person.pk, reference=other.reference).exists()
    told = AuditEvent.unscoped.get(verb="casework.case_opened", subject_id=other.pk)
    assert told.facts["referral"] == other.referral_reference


@on_postgresql
def test_homes_are_kept_once_and_found_as_the_service_finds_them(copied, db):
    keys = [home.key for home in Home.unscoped.exclude(address="")]
    assert len(keys) == len(set(keys))
    home = Home.unscoped.filter(address__startswith="Flat").first()
    assert home.key == names.home_key(home.address, home.postcode)


@on_postgresql
def test_no_copy_pushes_a_colleague_over_their_limit(copied, db):
    with clock.held(NOW):
        workers = headroom(acting_as(CENTRE, "casework.read_headroom"))
    assert [worker.name for worker in workers if worker.room < 0] == []


@on_postgresql
def test_more_contacts_lie_between_those_that_were_lived(copied, db):
    made = list(Contact.unscoped.filter(pk__gte=contacts.STEP, pk__lt=columns.STRIDE))
    for case_id in {contact.case_id for contact in made}:
        lived = Contact.unscoped.filter(case_id=case_id, pk__lt=contacts.STEP).exclude(kind="no-reply")
        times = [each.at for each in lived]
        assert all(min(times) <= each.at <= max(times) for each in made if each.case_id == case_id)
    assert made and not [each for each in made if each.recorded_at < each.at]


@on_postgresql
def test_copying_again_changes_nothing(copied, db):
    copy(Scale(400, cases=3 * copied, contacts=0), lambda _: pytest.fail("something was copied"))


@on_postgresql
@pytest.mark.parametrize(("email", "name"), [(CENTRE, "frontdoor:queue"), (WORKER, "desk:home")])
def test_the_pages_of_every_day_open(copied, db, client, email, name):
    client.force_login(Account.objects.get(email=email), backend="allauth.account.auth_backends.AuthenticationBackend")
    with clock.held(NOW):
        assert client.get(reverse(name)).status_code == 200


@on_postgresql
def test_new_records_come_after_every_copy(copied, db):
    last = Resident.unscoped.order_by("pk").last().pk
    centre = acting_as(CENTRE, "people.add_resident")
    reference = add_resident(centre, forename="Non", surname="Gwilt", at=clock.now())
    assert Resident.unscoped.get(reference=reference).pk > last
