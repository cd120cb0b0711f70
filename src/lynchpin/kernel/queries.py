"""Reading the access log, for the person whose work that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.choices import Permission
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.kernel.page import read


@dataclass(frozen=True, slots=True)
class Look:
    """One entry of the access log, with the kinds and ids of those it showed."""

    at: datetime
    action: str
    route: str
    permission: str
    status: int
    role: str
    staff_id: int | None
    reason_code: str
    shown: tuple[tuple[str, int], ...]


@read(Permission.READ_ACCESS_LOG)
def looks(
    actor: Actor, *, kind: str = "", subject_id: int | None = None, action: str = "", limit: int = 50
) -> tuple[Look, ...]:
    """The latest entries, newest first; of one subject, when its kind and id are given."""
    entries = AccessEntry.objects.visible_to(actor)
    if subject_id is not None:
        about = AccessSubject.objects.visible_to(actor).filter(kind=kind, subject_id=subject_id)
        entries = entries.filter(pk__in=about.values("entry_id"))
    if action:
        entries = entries.filter(action=action)
    latest = list(entries.order_by("-at", "-pk")[:limit])
    shown = _shown(actor, [entry.pk for entry in latest])
    return tuple(_look(entry, shown.get(entry.pk, ())) for entry in latest)


def _shown(actor: Actor, entry_ids: Sequence[int]) -> dict[int, tuple[tuple[str, int], ...]]:
    rows = AccessSubject.objects.visible_to(actor).filter(entry_id__in=entry_ids).order_by("pk")
    shown: dict[int, tuple[tuple[str, int], ...]] = {}
    for entry_id, kind, subject_id in rows.values_list("entry_id", "kind", "subject_id"):
        shown[entry_id] = (*shown.get(entry_id, ()), (kind, subject_id))
    return shown


def _look(entry: AccessEntry, shown: tuple[tuple[str, int], ...]) -> Look:
    return Look(
        entry.at,
        entry.action,
        entry.route,
        entry.permission,
        entry.status,
        entry.role,
        entry.staff_id,
        entry.reason_code,
        shown,
    )
