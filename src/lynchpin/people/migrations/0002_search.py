"""The people-search index of each database. Where a build has no trigrams, none is made and search compares in memory."""

from django.db import DatabaseError, migrations, transaction

INDEX = "people_resident_search"

FTS5 = (
    f"create virtual table {INDEX} using fts5("
    "search_key, content='people_resident', content_rowid='id', tokenize='trigram')",
    f"create trigger {INDEX}_added after insert on people_resident begin "
    f"insert into {INDEX} (rowid, search_key) values (new.id, new.search_key); end",
    f"create trigger {INDEX}_removed after delete on people_resident begin "
    f"insert into {INDEX} ({INDEX}, rowid, search_key) values ('delete', old.id, old.search_key); end",
    f"create trigger {INDEX}_changed after update of search_key on people_resident begin "
    f"insert into {INDEX} ({INDEX}, rowid, search_key) values ('delete', old.id, old.search_key); "
    f"insert into {INDEX} (rowid, search_key) values (new.id, new.search_key); end",
    f"insert into {INDEX} ({INDEX}) values ('rebuild')",
)
PG_TRGM = (
    "create extension if not exists pg_trgm",
    f"create index {INDEX} on people_resident using gin (search_key gin_trgm_ops)",
)


def make(apps, schema_editor):
    statements = {"sqlite": FTS5, "postgresql": PG_TRGM}.get(schema_editor.connection.vendor, ())
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            for statement in statements:
                schema_editor.execute(statement)
    except DatabaseError:
        return  # no fts5 or no pg_trgm here: lynchpin.people.queries.engines falls back by itself


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for trigger in ("added", "removed", "changed"):
            schema_editor.execute(f"drop trigger if exists {INDEX}_{trigger}")
        schema_editor.execute(f"drop table if exists {INDEX}")
    else:
        schema_editor.execute(f"drop index if exists {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
