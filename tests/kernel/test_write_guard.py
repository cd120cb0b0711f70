"""Tries to go round the write guard. Each was a way in once, somewhere."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest
from django.db import connection, connections, transaction
from django.db.models import Case, Value, When
from psycopg import sql as composed

from lynchpin.kernel import clock, window
from lynchpin.kernel.errors import UngovernedWrite
from lynchpin.kernel.guard import parse
from lynchpin.kernel.models import AccessEntry, AuditEvent
from lynchpin.organisations.models import Organisation, Staff
from tests.world.staff import LONG_AGO, machine


def organisation(key="x"):
    return Organisation(key=key, name_en="X", name_cy="X", kind="agency", valid_from=LONG_AGO)


def with_cursor(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def many_with_cursor(sql):
    with connection.cursor() as cursor:
        cursor.executemany(sql, [("a",), ("b",)])


def in_a_thread(do):
    """Another connection, and the writer's own context: a window is no part of what a thread is given."""

    def there():
        try:
            do()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(there).result()


TRIES = {
    "save": lambda: organisation().save(),
    "create": lambda: Organisation.objects.create(
        key="x", name_en="X", name_cy="X", kind="agency", valid_from=LONG_AGO
    ),
    "bulk_create": lambda: Organisation.objects.bulk_create([organisation()]),
    "bulk_create that ignores conflicts": lambda: Organisation.objects.bulk_create(
        [organisation()], ignore_conflicts=True
    ),
    "update": lambda: Organisation.unscoped.update(name_en="Y"),
    "bulk_update": lambda: Organisation.unscoped.bulk_update(list(Organisation.unscoped.all()), ["name_en"]),
    "update_or_create": lambda: Organisation.unscoped.update_or_create(key="council", defaults={"name_en": "Y"}),
    "get_or_create": lambda: Organisation.unscoped.get_or_create(
        key="y", defaults={"name_en": "Y", "name_cy": "Y", "kind": "agency", "valid_from": LONG_AGO}
    ),
    "queryset delete": lambda: Organisation.unscoped.all()._raw_delete("default"),
    "store": lambda: Organisation.unscoped.first().store("name_en"),
    "base manager": lambda: Organisation._base_manager.bulk_create([organisation()]),
    "raw cursor": lambda: with_cursor("update organisations_organisation set name_en = 'Y'"),
    "raw cursor in capitals, quoted, with a comment": lambda: with_cursor(
        "/* hello */ UPDATE \"organisations_organisation\" SET name_en = 'Y'"
    ),
    "raw cursor with a schema": lambda: with_cursor('DELETE FROM "main"."organisations_organisation"'),
    "raw cursor, many": lambda: many_with_cursor("update organisations_organisation set name_en = %s"),
    "raw cursor inside a common table": lambda: with_cursor(
        "with gone as (select 1) delete from organisations_organisation"
    ),
    "raw cursor, no space before the name": lambda: with_cursor(
        "update\"organisations_organisation\"set name_en = 'Y'"
    ),
    "raw cursor, a name in the quotes of a text": lambda: with_cursor(
        "update 'organisations_organisation' set name_en = 'Y'"
    ),
    "raw cursor, spaces round the dot": lambda: with_cursor("delete from main . organisations_organisation"),
    "raw cursor, every part of the name": lambda: with_cursor(
        "update postgres.public.organisations_organisation set name_en = 'Y'"
    ),
    "raw cursor, only in brackets": lambda: with_cursor("delete from only (organisations_organisation)"),
    "raw cursor, a comment before the name": lambda: with_cursor(
        "update/**/organisations_organisation set name_en = 'Y'"
    ),
    "raw cursor, a line of comment before the name": lambda: with_cursor(
        "update -- x\n organisations_organisation set name_en = 'Y'"
    ),
    "raw cursor, a comment in a comment": lambda: with_cursor(
        "update /* a /* b */ c */ organisations_organisation set name_en = 'Y'"
    ),
    "raw cursor, an escaped name": lambda: with_cursor(
        "update U&\"organisations\\005Forganisation\" set name_en = 'Y'"
    ),
    "raw cursor, after another statement": lambda: with_cursor("select 1; drop table organisations_reach"),
    "raw cursor, a block of code": lambda: with_cursor(
        "do $$ begin execute 'upd' || 'ate organisations_organisation set name_en = 1'; end $$"
    ),
    "raw cursor, a function": lambda: with_cursor("create function f() returns void language sql as 'select 1'"),
    "raw cursor, a view": lambda: with_cursor("create view v as select * from organisations_organisation"),
    "raw cursor, a lock": lambda: with_cursor("lock table organisations_organisation"),
    "raw cursor, a copy": lambda: with_cursor("copy organisations_organisation from '/dev/null'"),
    "raw cursor, a merge": lambda: with_cursor(
        "merge into organisations_organisation o using (select 1) x on true when matched then delete"
    ),
    "raw cursor, replacing": lambda: with_cursor("insert or replace into organisations_organisation (key) values (1)"),
    "raw cursor, several tables emptied": lambda: with_cursor("truncate auth_group, organisations_organisation"),
    "raw cursor, a copy kept in a table": lambda: with_cursor("select * into kept from organisations_organisation"),
    "raw cursor, another role": lambda: with_cursor("set role postgres"),
    "raw cursor, another user for the session": lambda: with_cursor("set session authorization postgres"),
    "raw cursor, tables of another schema first": lambda: with_cursor("set local search_path = elsewhere"),
    "raw cursor, foreign keys not asked, on PostgreSQL": lambda: with_cursor("set session_replication_role = replica"),
    "raw cursor, foreign keys not asked, on SQLite": lambda: with_cursor("pragma main.foreign_keys = off"),
    "raw cursor, the tables' own definitions": lambda: with_cursor("pragma writable_schema = 1"),
    "composed by the driver": lambda: with_cursor(
        composed.SQL("delete from {}").format(composed.Identifier("organisations_organisation"))
    ),
    "bytes": lambda: with_cursor(b"delete from\norganisations_organisation"),
    "a case of every row": lambda: Organisation.unscoped.update(name_en=Case(When(pk=1, then=Value("Y")))),
    "from a thread of its own": lambda: in_a_thread(lambda: Organisation.unscoped.update(name_en="Y")),
    "raw drop": lambda: with_cursor("drop table organisations_reach"),
}


@pytest.mark.parametrize("try_it", TRIES.values(), ids=TRIES.keys())
def test_no_governed_table_is_written_outside_a_use_case(world, try_it):
    with pytest.raises((UngovernedWrite, Exception)) as caught, transaction.atomic():
        try_it()
    assert isinstance(caught.value, UngovernedWrite), caught.value
    assert set(Organisation.unscoped.values_list("name_en", flat=True)) == {"Council", "School", "Housing"}


@pytest.mark.parametrize("try_it", TRIES.values(), ids=TRIES.keys())
def test_a_room_may_not_write_another_rooms_table(world, try_it):
    with pytest.raises(UngovernedWrite), transaction.atomic(), window.work(machine("system-admin"), "people"):
        try_it()


def test_a_rooms_own_window_lets_it_write(world):
    with transaction.atomic(), window.work(machine("system-admin"), "organisations") as work:
        organisation("fresh").save()
        work.recorded.append("organisations.tried")
    assert Organisation.unscoped.filter(key="fresh").exists()


def renames():
    Organisation.unscoped.update(name_en="Y")


def test_a_context_kept_from_a_verb_writes_nothing_when_the_verb_is_over(world):
    with transaction.atomic(), window.work(machine("system-admin"), "organisations") as work:
        work.recorded.append("organisations.tried")
        kept = copy_context()
    with pytest.raises(UngovernedWrite):
        kept.run(renames)


def test_a_context_lent_to_another_thread_writes_nothing_there(world):
    with transaction.atomic(), window.work(machine("system-admin"), "organisations") as work:
        work.recorded.append("organisations.tried")
        lent = copy_context()
        with pytest.raises(UngovernedWrite):
            in_a_thread(lambda: lent.run(renames))


@pytest.mark.parametrize("book", [AuditEvent, AccessEntry])
def test_the_books_are_never_changed_even_by_the_kernel(world, book):
    with window.kernel_pen(), pytest.raises(UngovernedWrite), transaction.atomic():
        book.unscoped.update(role="nobody")


def test_no_room_can_add_to_the_trail_by_hand(world):
    with (
        pytest.raises(UngovernedWrite),
        transaction.atomic(),
        window.work(machine("system-admin"), "organisations"),
    ):
        AuditEvent(at=clock.now(), verb="organisations.made_up", role="x", subject="").save()


def test_a_row_is_never_deleted_through_its_instance(world):
    with pytest.raises(RuntimeError), transaction.atomic():  # looking for what hangs on it is itself an unscoped read
        Organisation.unscoped.first().delete()
    assert Organisation.unscoped.count() == 3


def test_an_account_cannot_be_removed_under_a_colleague(world):
    staff = Staff.unscoped.get(pk=world.worker.staff_id)
    from django.db.models import ProtectedError

    from lynchpin.organisations.models import Account

    with pytest.raises((ProtectedError, RuntimeError)):
        Account.objects.filter(pk=staff.account_id).delete()
    assert Account.objects.filter(pk=staff.account_id).exists()


@pytest.mark.parametrize(
    ("sql", "changed", "appended", "joined"),
    [
        ('SELECT * FROM "a" FOR UPDATE OF "a"', set(), set(), set()),
        ('INSERT INTO "a" ("b") VALUES (%s) ON CONFLICT DO NOTHING', set(), {"a"}, set()),
        ('INSERT INTO "a" ("b") VALUES (%s) ON CONFLICT("b") DO UPDATE SET "b" = 1', {"a"}, {"a"}, set()),
        ("INSERT OR REPLACE INTO a VALUES (1)", {"a"}, set(), set()),
        ("INSERT OR IGNORE INTO a VALUES (1)", set(), {"a"}, set()),
        ("REPLACE INTO a VALUES (1)", {"a"}, set(), set()),
        ('TRUNCATE TABLE "public"."a" CASCADE', {"a"}, set(), set()),
        ('UPDATE ONLY "a" SET b = 1', {"a"}, set(), set()),
        ('SELECT 1 FROM "a" INNER JOIN "b" ON (1=1) LEFT OUTER JOIN c T3 ON 1=1', set(), set(), {"b", "c"}),
        ('SELECT "b"."x", "b"."y" FROM "a" WHERE "b"."z" IN (%s, %s)', set(), set(), {"y"}),
        ('SELECT * FROM "a" , "public"."b"', set(), set(), {"b"}),
        ('DELETE FROM "a" USING "b" WHERE "a"."x" = "b"."x"', {"a"}, set(), {"b"}),
    ],
)
def test_the_guard_reads_what_a_statement_does(sql, changed, appended, joined):
    read = parse(sql)
    assert (read.changed, read.appended, read.joined) == (changed, appended, joined)
