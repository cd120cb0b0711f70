"""The few facts with which every page says which case it is about, and rows of cases for lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lynchpin.casework.models import SILENT_AFTER, Case
from lynchpin.casework.queries.holders import names_for
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.people.queries import ResidentBrief, brief
from lynchpin.places.names import every_cluster
from lynchpin.safeguarding.queries import approach_stopped


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list. `name` is empty when the person is out of the asker's sight; `weight` is in points.

    `stopped` says that nobody may approach the person now; `silent` that nobody has spoken with them for too long;
    `cover_for` names the colleague for whom the asker, who sees their own cases only, covers.
    """

    subject: Subject
    reference: str
    version: int
    resident_reference: str
    name: str
    age: int | None
    language: str
    cluster: str
    lead: str
    worker: str
    status: str
    weight: int
    stated_reason: str
    opened_on: date
    allocated_on: date | None
    last_contact_on: date | None
    next_contact_on: date | None
    silent_days: int
    stopped: bool
    cover_for: str = ""
    phone: str = ""
    died: bool = False

    @property
    def silent(self) -> bool:
        return self.silent_days > SILENT_AFTER.days


def rows_of(actor: Actor, cases: Sequence[Case]) -> tuple[CaseRow, ...]:
    """Rows for cases already found under the actor's scope, in their order, with a fixed number of reads."""
    residents = {case.resident_id for case in cases}
    people = brief(actor, residents, homes=False)
    stopped = approach_stopped(actor, residents) if residents else set()
    colleagues = names_for(actor, (holder for case in cases for holder in (case.lead_id, case.worker_id)))
    places = cluster_names(actor, (case.cluster_id for case in cases))
    return tuple(_row(actor, case, people.get(case.resident_id), stopped, colleagues, places) for case in cases)


def cluster_names(actor: Actor, keys: Iterable[str | None]) -> dict[str, str]:
    """Names of clusters by key, in the active language."""
    wanted = {key for key in keys if key}
    return {key: name for key, name in every_cluster(actor).items() if key in wanted} if wanted else {}


def silent_days(case: Case, on: date) -> int:
    """Days since somebody last spoke with the person, or since the case opened; none for a closed case."""
    return (on - local_date(case.last_contact_at or case.opened_at)).days if case.ended_on is None else 0


def _row(
    actor: Actor,
    case: Case,
    person: ResidentBrief | None,
    stopped: set[int],
    colleagues: dict[int, str],
    places: dict[str, str],
) -> CaseRow:
    return CaseRow(
        subject=Subject("people.Resident", case.resident_id),
        reference=case.reference,
        version=case.version,
        resident_reference=person.reference if person else "",
        name=person.name if person else "",
        age=person.age if person else None,
        language=person.language if person else "",
        cluster=places.get(case.cluster_id or "", ""),
        lead=colleagues.get(case.lead_id, ""),
        worker=colleagues.get(case.worker_id, "") if case.worker_id else "",
        status=case.status,
        weight=case.weight,
        stated_reason=case.stated_reason if actor.shows("F3") else "",
        opened_on=local_date(case.opened_at),
        allocated_on=local_date(case.allocated_at) if case.allocated_at else None,
        last_contact_on=local_date(case.last_contact_at) if case.last_contact_at else None,
        next_contact_on=case.next_contact_on,
        silent_days=silent_days(case, actor.on),
        stopped=case.resident_id in stopped,
        cover_for=colleagues.get(case.worker_id or 0, "") if _is_covered(actor, case) else "",
        phone=person.phone if person else "",
        died=bool(person and person.died_on),
    )


def _is_covered(actor: Actor, case: Case) -> bool:
    """Whether the asker sees a case only because they cover: of one's own cases one is the worker."""
    return actor.scope == "alloc" and case.worker_id != actor.staff_id
