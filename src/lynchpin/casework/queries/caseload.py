"""Lists of cases: the caseload, the silent and the waiting."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from lynchpin.casework.choices import CaseStatus, Permission
from lynchpin.casework.models import Case, CaseQuerySet, cases_seen
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.face.lists import ListPage, ListQuery, total_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read

ORDERS: dict[str, Any] = {
    "reference": F("reference"),
    "opened_on": F("opened_at"),
    "weight": F("weight"),
    "last_contact_on": Coalesce(
        "last_contact_at", "opened_at"
    ),  # the longest silence first, whether or not anyone ever spoke
    "next_contact_on": F("next_contact_on"),
}
EXPORTED_AT_MOST = 5000


@read(Permission.READ_CASELOAD)
def caseload(
    actor: Actor,
    query: ListQuery,
    *,
    status: str = "open",
    show: str = "",
    cluster: str = "",
    worker_id: int | None = None,
    case_ids: Collection[int] | None = None,
) -> ListPage:
    """A page of `CaseRow`s. `show` is silent, waiting or due; `case_ids` narrows the list to cases already counted."""
    found = _narrowed(actor, status=status, show=show, cluster=cluster, worker_id=worker_id)
    if case_ids is not None:
        found = found.filter(pk__in=case_ids)
    rows = rows_of(actor, list(found.order_by(*_order(query))[query.start : query.stop]))
    return ListPage(rows, total_of(query, rows, found.count), query)


@read(Permission.READ_CASELOAD)
def caseload_of(actor: Actor, worker_id: int | None) -> tuple[CaseRow, ...]:
    """The whole of one colleague's open caseload, whoever is due first; a machine has none."""
    return rows_of(actor, open_caseloads(actor, (worker_id,)) if worker_id is not None else [])


def open_caseloads(actor: Actor, worker_ids: Collection[int]) -> list[Case]:
    """The open cases of some colleagues, for a bound actor: whoever is due first, and before them whoever has no day yet."""
    mine = cases_seen(actor, worker_id=worker_ids, status=(CaseStatus.OPEN,))
    return sorted(mine, key=lambda case: (case.next_contact_on or date.min, case.pk))


@read(Permission.READ_CASELOAD)
def silent_cases(actor: Actor, *, limit: int = 20) -> tuple[CaseRow, ...]:
    """Open cases without a contact for 14 days, quietest first."""
    quiet = Case.objects.visible_to(actor).silent(actor.on)
    return rows_of(actor, list(quiet.quietest_first()[:limit]))


@read(Permission.READ_CASELOAD)
def waiting_cases(actor: Actor, *, limit: int = 50) -> tuple[CaseRow, ...]:
    """Open cases that no worker holds yet, longest waiting first."""
    return rows_of(actor, list(Case.objects.visible_to(actor).waiting().order_by("opened_at", "pk")[:limit]))


@read(Permission.EXPORT_CASES)
def cases_to_export(actor: Actor, query: ListQuery, **narrowed: Any) -> tuple[CaseRow, ...]:
    """The whole filtered list, up to 5,000 rows."""
    found = _narrowed(actor, **narrowed).order_by(*_order(query))
    return rows_of(actor, list(found[:EXPORTED_AT_MOST]))


def _narrowed(
    actor: Actor, *, status: str = "open", show: str = "", cluster: str = "", worker_id: int | None = None
) -> CaseQuerySet:
    cases = Case.objects.visible_to(actor)
    found = {
        "silent": lambda: cases.silent(actor.on),
        "waiting": cases.waiting,
        "due": lambda: cases.open().filter(next_contact_on__lte=actor.on),
    }.get(show, cases.all)()
    equal = {"status": "" if status == "all" else status, "cluster_id": cluster, "worker_id": worker_id}
    return found.filter(**{name: value for name, value in equal.items() if value})


def _order(query: ListQuery) -> tuple[Any, str]:
    key = ORDERS.get(query.sort, ORDERS["next_contact_on"])
    return (key.desc(nulls_last=True) if query.descending else key.asc(nulls_first=True)), "pk"
