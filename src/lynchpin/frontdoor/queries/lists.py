"""Lists of many people: those sent so far, and one with its people, its faults and who of them may be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.listed import ListedPerson, as_listed
from lynchpin.frontdoor.models import ReferralList
from lynchpin.frontdoor.queries.links import organisations
from lynchpin.frontdoor.rows import RowFault
from lynchpin.frontdoor.rules import ways_in
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.people.queries import Newcomer, ResidentBrief, possible_duplicates_of_each

MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list as it stands among the others."""

    subject: Subject
    reference: str
    version: int
    file_name: str
    organisation: str
    staged_on: date
    read: int
    accepted: int
    state: str


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One person of a list, beside those whom we know and who may be the same, most like first."""

    person: ListedPerson
    alike: tuple[ResidentBrief, ...]


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A list with one page of its people. `why_not` says why it cannot be taken in; `why_not_settle` why it is done with.

    `unread` are headings of columns that were not read.
    """

    row: ListRow
    people: ListPage
    faults: tuple[RowFault, ...]
    faulty: int
    why_not: Reason | None
    why_not_settle: Reason | None
    unread: tuple[str, ...]


@read(Permission.READ_LISTS)
def lists(actor: Actor, query: ListQuery) -> ListPage:
    """A page of the lists, the latest first."""
    order = ("staged_at", "pk")
    found = ReferralList.objects.visible_to(actor).order_by(
        *(f"-{name}" if query.descending else name for name in order)
    )
    names = dict(organisations(actor))
    rows = list(found.defer("rows", "faults")[query.start : query.stop])
    return ListPage([_row(each, names) for each in rows], found.count(), query)


@read(Permission.STAGE_LIST)
def senders(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Organisations of today as (key, name), by name."""
    return organisations(actor)


@read(Permission.TAKE_IN_LIST)
def list_to_take_in(actor: Actor, reference: str, query: ListQuery) -> ListFacts:
    """One list, with a page of its people compared with those known."""
    return _facts(actor, reference, query)


@read(Permission.SET_ASIDE_LIST)
def list_to_set_aside(actor: Actor, reference: str) -> ListRow:
    """One list, to let go of."""
    return _row(ReferralList.objects.visible_to(actor).find(reference=reference), dict(organisations(actor)))


def _facts(actor: Actor, reference: str, query: ListQuery) -> ListFacts:
    found = ReferralList.objects.visible_to(actor).find(reference=reference)
    faults = tuple(RowFault(**fault) for fault in found.faults)
    faulty = len({fault.line for fault in faults})
    shown = [as_listed(row) for row in found.rows[query.start : query.stop]]
    return ListFacts(
        row=_row(found, dict(organisations(actor))),
        people=ListPage(_compared(actor, shown), len(found.rows), query),
        faults=faults,
        faulty=faulty,
        why_not=ways_in.why_not_take_in(found.state, faulty=faulty),
        why_not_settle=ways_in.why_not_settle(found.state),
        unread=tuple(found.unread),
    )


def _compared(actor: Actor, people: Sequence[ListedPerson]) -> list[ListedRow]:
    newcomers = [Newcomer(each.name, each.birth_date, each.postcode) for each in people]
    alike = possible_duplicates_of_each(actor, newcomers, MOST_ALIKE) if newcomers else ()
    return [ListedRow(person, known) for person, known in zip(people, alike, strict=True)]


def _row(found: ReferralList, names: dict[str, str]) -> ListRow:
    return ListRow(
        subject=Subject("frontdoor.ReferralList", found.pk),
        reference=found.reference,
        version=found.version,
        file_name=found.file_name,
        organisation=names.get(found.organisation_id or "", found.organisation_id or ""),
        staged_on=local_date(found.staged_at),
        read=found.read,
        accepted=found.accepted,
        state=found.state,
    )
