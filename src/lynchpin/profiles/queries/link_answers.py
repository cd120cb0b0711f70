"""What people answered about records in doubt: what is in force, what waits for a second look, and how often linking had said the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.profiles import link_rules
from lynchpin.profiles.choices import DecisionState, LinkAnswer, Permission
from lynchpin.profiles.link_terms import LIVE
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.queries.deciding import handed_over
from lynchpin_vrp import decisions_text


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in a list."""

    subject: Subject
    reference: str
    doubt: str
    state: str
    answer: str
    child: bool
    decided_on: date
    decided_by: str
    used_run: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in full. `why_not_…` are reasons, None where it may be done."""

    row: AnswerRow
    version: int
    why: str
    words: str
    looked_by: str
    looked_on: date | None
    looked_words: str
    undone_by: str
    undone_on: date | None
    undone_words: str
    why_not_look: Reason | None
    why_not_undo: Reason | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the answers to one kind of doubt: how many said what the run had made of the records, and how many the other."""

    kind: str
    child: bool
    agreed: int
    differed: int
    unsure: int


@read(Permission.READ_LINKS)
def answers(actor: Actor, query: ListQuery, *, state: Collection[str] = ()) -> ListPage:
    """What was answered, by default what is in force, the newest first."""
    rows = LinkDecision.objects.visible_to(actor).filter(state__in=list(state) or LIVE)
    found = list(rows.order_by("-decided_at", "-pk")[query.start : query.stop])
    return ListPage(_answer_rows(actor, found), rows.count(), query)


@read(Permission.READ_LINKS)
def waiting_for_a_second_look(actor: Actor) -> tuple[AnswerRow, ...]:
    """Answers that wait for a person other than the actor, the oldest first."""
    rows = (
        LinkDecision.objects.visible_to(actor).filter(state=DecisionState.WAITS).exclude(decided_by=actor.staff_id or 0)
    )
    return tuple(_answer_rows(actor, list(rows.order_by("decided_at", "pk"))))


@read(Permission.READ_LINKS)
def answer(actor: Actor, reference: str) -> Answer:
    """One answer, with what may be done about it. Raises `NotFound`."""
    row = LinkDecision.objects.visible_to(actor).find(reference=reference)
    return answers_of(actor, [row])[0]


@read(Permission.READ_LINK_FIGURES)
def link_agreement(actor: Actor) -> tuple[Agreement, ...]:
    """How often answers in force say what the run had made of the records, by kind of doubt, children apart. Counts only."""
    doubts = LinkDoubt.objects.visible_to(actor)
    rows = LinkDecision.objects.visible_to(actor).filter(state__in=LIVE)
    kinds = dict(doubts.filter(pk__in=rows.values("doubt_id")).values_list("pk", "kind"))
    told = Counter((kinds[row.doubt_id], row.child, _said(row)) for row in rows)
    groups = sorted({(kind, child) for kind, child, _ in told})
    return tuple(
        Agreement(*group, *(told[*group, said] for said in ("agreed", "differed", "unsure"))) for group in groups
    )


@read(Permission.EXPORT_LINK_DECISIONS)
def link_decisions(actor: Actor) -> str:
    """What stands, as the file that `lynchpin-vrp` reads: keys of records, whether they are of one person, and the day."""
    return decisions_text(handed_over(actor))


def answers_of(actor: Actor, rows: Iterable[LinkDecision]) -> list[Answer]:
    """Answers in full, in their order; a plain function for a bound actor."""
    found = list(rows)
    names, told = _colleagues(actor, found), _answer_rows(actor, found)
    return [_answer(actor, row, shown, names) for row, shown in zip(found, told, strict=True)]


def _said(row: LinkDecision) -> str:
    if row.answer == LinkAnswer.CANNOT_TELL:
        return "unsure"
    return "agreed" if (row.answer == LinkAnswer.SAME) == row.joined else "differed"


def _answer_rows(actor: Actor, rows: Collection[Any]) -> list[AnswerRow]:
    names = _colleagues(actor, rows)
    doubts = LinkDoubt.objects.visible_to(actor).filter(pk__in=[row.doubt_id for row in rows])
    asked = dict(doubts.values_list("pk", "reference"))
    return [
        AnswerRow(
            Subject("profiles.LinkDoubt", row.doubt_id),
            row.reference,
            asked[row.doubt_id],
            row.state,
            row.answer,
            row.child,
            local_date(row.decided_at),
            names.get(row.decided_by, ""),
            row.used_run,
        )
        for row in rows
    ]


def _answer(actor: Actor, row: LinkDecision, shown: AnswerRow, names: Mapping[int, str]) -> Answer:
    return Answer(
        row=shown,
        version=row.version,
        why=row.why,
        words=row.words,
        looked_by=names.get(row.looked_by or 0, ""),
        looked_on=local_date(row.looked_at) if row.looked_at else None,
        looked_words=row.looked_words,
        undone_by=names.get(row.undone_by or 0, ""),
        undone_on=local_date(row.undone_at) if row.undone_at else None,
        undone_words=row.undone_words,
        why_not_look=link_rules.why_not_look_again(row, staff_id=actor.staff_id),
        why_not_undo=link_rules.why_not_undo_link(row, staff_id=actor.staff_id),
    )


def _colleagues(actor: Actor, rows: Iterable[LinkDecision]) -> dict[int, str]:
    ids = {each for row in rows for each in (row.decided_by, row.looked_by, row.undone_by) if each}
    return dict(Staff.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", "name"))
