"""The columns of a list of cases, on the screen and in the file."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import CaseStatus, Permission
from lynchpin.casework.queries.heads import CaseRow
from lynchpin.face.lists import Cell, Column
from lynchpin.face.parts import Tag
from lynchpin.kernel.actor import Actor


def state_of(row: CaseRow) -> Tag:
    """What to know about a case at a glance; what stops outreach comes first."""
    if row.stopped:
        return Tag(__("Do not approach"), "red")
    if row.status != CaseStatus.OPEN:
        return Tag(str(CaseStatus.CLOSED.label), "grey")
    if not row.worker:
        return Tag(__("Waiting for a worker"), "orange")
    return Tag(__("No contact for 14 days"), "yellow") if row.silent else Tag(str(CaseStatus.OPEN.label), "teal")


def address_of(row: CaseRow) -> str:
    """The case's own page."""
    return reverse("casework:case", args=[row.reference])


def cluster_of(row: CaseRow) -> str:
    """The cluster's name, or that there is none: an empty cell would say nothing."""
    return row.cluster or __("Outside every cluster")


def columns_for(actor: Actor, *, covers: bool = False) -> list[Column]:
    """The columns of a reader's list: nobody is told their own name, or the only cluster they work in, in every row.

    Whoever `covers` for a colleague is told which cases are theirs and for whom they look after the others.
    """
    scope = actor.bound_to(Permission.READ_CASELOAD).scope
    one_cluster = scope in ("alloc", "cluster") and len(actor.reaches("cluster")) == 1
    known = {"worker": scope == "alloc", "cluster": one_cluster}
    shown = [column for column in COLUMNS if not known.get(column.key)]
    return [*shown[:2], COVER_FOR, *shown[2:]] if covers else shown


COVER_FOR = Column("cover_for", _("Cover for"))
COLUMNS = [
    Column("name", _("Name"), href=address_of),
    Column("reference", _("Case"), sortable=True),
    Column("state", _("State"), Cell.TAG, read=state_of),
    Column("worker", _("Worker")),
    Column("cluster", _("Cluster"), read=cluster_of),
    Column("weight", _("Points"), Cell.NUMBER, sortable=True),
    Column("opened_on", _("Opened"), Cell.DATE, sortable=True),
    Column("last_contact_on", _("Last contact"), Cell.DATE, sortable=True),
    Column("next_contact_on", _("Next contact"), Cell.DATE, sortable=True),
]
