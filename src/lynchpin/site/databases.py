"""SQLite for a laptop or one small team, PostgreSQL for everyone else, and the access log's own file beside SQLite."""

from __future__ import annotations

from typing import Any

from lynchpin.site.environment import Environment

PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous={synchronous};PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
)

# Every statement of a page finds a few rows by an index. PostgreSQL comes with the prices of spinning disks, at which it
# reads whole tables instead, and starts helpers whose start takes longer than the answer.
PLANNING = "-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c jit=off"


def databases(environment: Environment) -> dict[str, dict[str, Any]]:
    """Django's DATABASES for this environment."""
    main = dict(environment.database)
    if "sqlite" not in main["ENGINE"]:
        told = main.get("OPTIONS", {})  # such as ?host= and ?options= of the address, which win
        options = " ".join(filter(None, (PLANNING, told.get("options"))))
        main["OPTIONS"] = {**told, "options": options, "pool": {"min_size": 1, "max_size": 4}}
        return {"default": main}
    name = str(main["NAME"])
    access = _sqlite(name.replace(".sqlite3", "") + "-access.sqlite3")
    access["TEST"]["MIGRATE"] = False  # two tables, which no migration of another room touches
    return {"default": _sqlite(name), "access": access}


def _sqlite(name: str) -> dict[str, Any]:
    # FULL, because a note that was acknowledged must survive a power cut
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS.format(synchronous="FULL")},
        "TEST": {
            "NAME": f"build/test-{name.rsplit('/', 1)[-1]}"
        },  # a file: server threads need connections of their own
    }


class AccessLogRouter:
    """Sends the access log to its own file on SQLite, where a page view would else take the one write lock."""

    MODELS = frozenset({"accessentry", "accesssubject"})

    def db_for_read(self, model: Any, **_: Any) -> str | None:
        return self._home(model)

    def db_for_write(self, model: Any, **_: Any) -> str | None:
        return self._home(model)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **_: Any) -> bool | None:
        from django.conf import settings

        if "access" not in settings.DATABASES:
            return None
        is_log = app_label == "kernel" and model_name in self.MODELS
        return is_log == (db == "access")

    def _home(self, model: Any) -> str | None:
        from django.conf import settings

        is_log = model._meta.app_label == "kernel" and model._meta.model_name in self.MODELS
        return "access" if is_log and "access" in settings.DATABASES else None
