"""Transfers between workers: whom a case could go to, what waits for an answer, and how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, TransferState
from lynchpin.casework.models import Case, Transfer
from lynchpin.casework.models.hands import TransferQuerySet
from lynchpin.casework.queries.absences import away
from lynchpin.casework.queries.headroom import workers_with_loads
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import holder_ids, holders_in, kept_away, names_of
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.people.models import Resident
from lynchpin.people.queries import brief

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A transfer. `mine` says that the asker is to answer, `sent` that they may take it back; `weight` is in points.

    `overdue` says that the day for an answer has passed. `why` and `because` are empty where notes are not shown.
    """

    subject: Subject
    reference: str
    version: int
    name: str
    language: str
    weight: int
    state: str
    from_worker: str
    to_worker: str
    why: str
    because: str
    proposed_on: date
    answer_by_on: date
    settled_on: date | None
    mine: bool
    sent: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """One transfer. `case` is its case's reference where the asker sees it; `why_not` why it cannot be taken on now."""

    row: TransferRow
    case: str
    why_not: Reason | None


@dataclass(frozen=True, slots=True)
class TransferToPropose:
    """A case, and the colleagues who could be asked, by name. `under_way` is the transfer that waits already."""

    head: CaseRow
    colleagues: tuple[tuple[int, str], ...]
    under_way: str


@read(Permission.READ_TRANSFERS)
def transfers_on_my_desk(actor: Actor) -> tuple[TransferRow, ...]:
    """What waits for one's own answer or for a colleague's; whoever leads a cluster is shown what is overdue there too."""
    return transfer_rows(actor, list(on_my_desk(actor).order_by("answer_by_on", "pk")[:MOST_SHOWN]))


def on_my_desk(actor: Actor) -> TransferQuerySet:
    """The transfers that `transfers_on_my_desk` shows a bound actor."""
    mine = (
        Q(to_staff_id=actor.staff_id or 0) | Q(from_staff_id=actor.staff_id or 0) | Q(proposed_by=actor.staff_id or 0)
    )
    led = Q(answer_by_on__lt=actor.on) if actor.scope == "cluster" else Q(pk__in=())
    return Transfer.objects.visible_to(actor).waiting().filter(mine | led)


@read(Permission.READ_TRANSFERS)
def transfers(actor: Actor) -> tuple[TransferRow, ...]:
    """The newest transfers that the asker sees, those that wait first."""
    seen = Transfer.objects.visible_to(actor)
    waiting = list(seen.waiting().order_by("answer_by_on", "pk")[:MOST_SHOWN])
    settled = list(seen.exclude(state=TransferState.PROPOSED).order_by("-settled_on", "-pk")[:MOST_SHOWN])
    return transfer_rows(actor, waiting + settled)


@read(Permission.READ_TRANSFERS)
def transfer_page(actor: Actor, reference: str) -> TransferFacts:
    """One transfer, and for whoever is asked why they could not take it on."""
    found = Transfer.objects.visible_to(actor).find(reference=reference)
    row = transfer_rows(actor, [found])[0]
    case = Case.objects.visible_to(actor).filter(pk=found.case_id).values_list("reference", flat=True).first()
    return TransferFacts(row, case or "", _why_not_now(actor, found) if row.mine else None)


@read(Permission.PROPOSE_TRANSFER)
def transfer_to_propose(actor: Actor, reference: str) -> TransferToPropose:
    """For the form: colleagues of the person's cluster who are at work and have room. Nobody's load is shown."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    waiting = Transfer.objects.visible_to(actor).waiting().filter(case=case).values_list("reference", flat=True)
    return TransferToPropose(rows_of(actor, [case])[0], _who_could(actor, case), waiting.first() or "")


def _who_could(actor: Actor, case: Case) -> tuple[tuple[int, str], ...]:
    ids = holders_in(case.cluster_id, actor.on) if case.cluster_id else holder_ids(actor.on)
    ids = ids - kept_away(actor, case.resident_id) - away(ids, actor.on).keys() - {case.worker_id, actor.staff_id}
    staff = list(Staff.unscoped.at_work(actor.on).filter(pk__in=ids).order_by("name", "pk"))
    loads = workers_with_loads(actor, staff)
    return tuple((each.staff_id, each.name) for each in loads if each.load + case.weight <= each.limit)


def _why_not_now(actor: Actor, transfer: Transfer) -> Reason | None:
    """Why the receiver cannot take it on as things stand; a move that is illegal needs no button to explain."""
    case = Case.unscoped.find(pk=transfer.case_id)
    worker = list(Staff.objects.visible_to(actor).filter(pk=transfer.to_staff_id))
    if transfer.state != TransferState.PROPOSED or not worker:
        return None
    room = workers_with_loads(actor, worker)[0]
    return hands.why_not_take_on(case, transfer, load=room.load, limit=room.limit)


def transfer_rows(actor: Actor, found: Sequence[Transfer]) -> tuple[TransferRow, ...]:
    """Rows for transfers already found under the actor's scope, in their order, with a fixed number of reads."""
    people = _names(actor, found)
    weights = dict(Case.unscoped.filter(pk__in=[row.case_id for row in found]).values_list("pk", "weight"))
    colleagues = names_of(staff_id for row in found for staff_id in (row.from_staff_id, row.to_staff_id))
    return tuple(_row(actor, row, people, weights, colleagues) for row in found)


def _names(actor: Actor, found: Sequence[Transfer]) -> dict[int, tuple[str, str]]:
    """Name and language of each person. Whoever is asked to take somebody on is told whom, before they see anything else."""
    seen = brief(actor, {row.resident_id for row in found})
    told = {key: (person.name, person.language) for key, person in seen.items()}
    asked = [row.resident_id for row in found if _is_asked(actor, row) and row.resident_id not in told]
    for person in Resident.unscoped.filter(pk__in=asked) if asked else ():
        told[person.pk] = (f"{person.forename} {person.surname}", person.language)
    return told


def _is_asked(actor: Actor, row: Transfer) -> bool:
    return row.state == TransferState.PROPOSED and row.to_staff_id == actor.staff_id


def _row(
    actor: Actor,
    row: Transfer,
    people: dict[int, tuple[str, str]],
    weights: dict[int, int],
    colleagues: dict[int, str],
) -> TransferRow:
    name, language = people.get(row.resident_id, ("", ""))
    waiting, told = row.state == TransferState.PROPOSED, actor.shows("F3")
    return TransferRow(
        subject=Subject("people.Resident", row.resident_id),
        reference=row.reference,
        version=row.version,
        name=name,
        language=language,
        weight=weights.get(row.case_id, 0),
        state=row.state,
        from_worker=colleagues.get(row.from_staff_id, ""),
        to_worker=colleagues.get(row.to_staff_id, ""),
        why=row.why if told else "",
        because=row.because if told else "",
        proposed_on=local_date(row.proposed_at),
        answer_by_on=row.answer_by_on,
        settled_on=row.settled_on,
        mine=_is_asked(actor, row),
        sent=waiting and hands.why_not_withdraw_transfer(row, staff_id=actor.staff_id) is None,
        overdue=waiting and row.answer_by_on < actor.on,
    )
