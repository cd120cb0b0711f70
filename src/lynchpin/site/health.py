"""Whether the process is up, and whether it can do its work; no detail to strangers."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from lynchpin.kernel.page import SHOWN, public_page


@public_page(takes=SHOWN)
def healthz_page(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@public_page(takes=SHOWN)
def readyz_page(request: HttpRequest) -> HttpResponse:
    """The database answers and is at this version's form."""
    try:
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        behind = True
    return HttpResponse("not ready" if behind else "ready", status=503 if behind else 200, content_type="text/plain")
