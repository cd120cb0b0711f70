"""Records in doubt: which are asked about, two of them side by side, what was answered, and how often people and linking agree."""

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
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.people.queries.protection import protection
from lynchpin.profiles import link_rules, sides
from lynchpin.profiles.choices import DecisionState, LinkAnswer, Permission, RunState
from lynchpin.profiles.link_terms import LIVE
from lynchpin.profiles.models import Extract, Feed, LinkDecision, LinkDoubt, ProfileRun
from lynchpin.profiles.queries.deciding import handed_over
from lynchpin.profiles.sides import Compared
from lynchpin_vrp import decisions_text

ASKED_OF = (RunState.RECEIVED, RunState.APPROVED)  # a run that was stopped asks nothing


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A question in the list: never whose records they are, only which agencies wrote them."""

    subject: Subject
    reference: str
    kind: str
    child: bool
    sources: tuple[str, ...]


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
class Weight:
    """How one comparison came out and what it says, in hundredths of a bit: above 0 for one person, below for two."""

    comparison: str
    level: str
    weight: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two records of a doubt. `joined` is what the run made of them, `kin` whether relatives could share as much as they do.

    `unread` are feeds that may not be shown today, or whose file is gone; `hidden` whether an address is protected. `answers` are
    newest first.
    """

    subject: Subject
    reference: str
    version: int
    run: str
    kind: str
    child: bool
    joined: bool
    kin: bool
    contradiction: str
    columns: tuple[Compared, ...]
    weights: tuple[Weight, ...]
    feeds: Mapping[str, str]
    unread: tuple[str, ...]
    hidden: bool
    answers: tuple[Answer, ...]
    why_not_decide: Reason | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the answers to one kind of doubt: how many said what the run had made of the records, and how many the other."""

    kind: str
    child: bool
    agreed: int
    differed: int
    unsure: int


@read(Permission.READ_LINKS)
def links(actor: Actor, query: ListQuery, *, kind: Collection[str] = (), child: Collection[str] = ()) -> ListPage:
    """What is asked about now, that which teaches most first."""
    rows = _asked(actor)
    rows = rows.filter(kind__in=kind) if kind else rows
    rows = rows.filter(child=True) if child else rows
    found = list(rows.order_by("place", "pk")[query.start : query.stop])
    feeds = _feeds(actor)
    told = [
        DoubtRow(_subject(row), row.reference, row.kind, row.child, _named({row.feed_l, row.feed_r}, feeds))
        for row in found
    ]
    return ListPage(told, rows.count(), query)


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
def next_link(actor: Actor) -> str:
    """The reference of the next question, or nothing."""
    return _asked(actor).order_by("place", "pk").values_list("reference", flat=True).first() or ""


@read(Permission.READ_LINKS)
def link(actor: Actor, reference: str) -> Link:
    """Two records side by side, as each agency wrote them. Raises `NotFound`."""
    doubt = LinkDoubt.objects.visible_to(actor).find(reference=reference)
    run = ProfileRun.objects.visible_to(actor).filter(state__in=ASKED_OF).find(pk=doubt.run_id)
    feeds, left, right = _feeds(actor), _side(doubt, "l"), _side(doubt, "r")
    told, hidden = _told(actor, {*left, *right}, run)
    given = tuple(_answers(actor, LinkDecision.objects.visible_to(actor).filter(doubt_id=doubt.pk).order_by("-pk")))
    answered = any(link_rules.is_live(each.row.state) for each in given)
    return Link(
        subject=_subject(doubt),
        reference=doubt.reference,
        version=doubt.version,
        run=run.reference,
        kind=doubt.kind,
        child=doubt.child,
        joined=doubt.joined,
        kin=doubt.relatives < doubt.strangers,
        contradiction=doubt.contradiction,
        columns=sides.compared(left, right, told, _shown(actor)),
        weights=tuple(sorted((Weight(*each) for each in doubt.weights), key=lambda each: -abs(each.weight))),
        feeds=feeds,
        unread=_named({feed for feed, number in (*left, *right) if (feed, number) not in told}, feeds),
        hidden=hidden,
        answers=given,
        why_not_decide=link_rules.why_not_decide_link(doubt, answered=answered, staff_id=actor.staff_id),
    )


@read(Permission.READ_LINKS)
def answer(actor: Actor, reference: str) -> Answer:
    """One answer, with what may be done about it. Raises `NotFound`."""
    row = LinkDecision.objects.visible_to(actor).find(reference=reference)
    return _answers(actor, [row])[0]


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


def _asked(actor: Actor) -> Any:
    runs = ProfileRun.objects.visible_to(actor).filter(state__in=ASKED_OF)
    return LinkDoubt.objects.visible_to(actor).filter(is_open=True, run_id__in=runs.values("pk"))


def _said(row: LinkDecision) -> str:
    if row.answer == LinkAnswer.CANNOT_TELL:
        return "unsure"
    return "agreed" if (row.answer == LinkAnswer.SAME) == row.joined else "differed"


def _side(doubt: LinkDoubt, side: str) -> list[sides.Record]:
    """The record that is asked about, and those that the run took for the same beyond doubt."""
    also = [(feed, number) for feed, number in getattr(doubt, f"also_{side}")]
    return [(getattr(doubt, f"feed_{side}"), getattr(doubt, f"record_id_{side}")), *also]


def _files(actor: Actor, run: ProfileRun) -> dict[str, str]:
    """Feed -> the hash of the file that a run read."""
    return {row.feed_id: row.sha256 for row in Extract.objects.visible_to(actor).filter(pk__in=run.extract_ids)}


def _told(actor: Actor, records: Collection[sides.Record], run: ProfileRun) -> tuple[dict[sides.Record, Any], bool]:
    """What each record says, and whether an address is protected: then the whereabouts of all are left out, as one may tell the other."""
    told, kept_from = sides.records_of(records, _files(actor, run), actor.on), protection(actor)
    hidden = any(sides.is_protected(row, kept_from) for row in told.values())
    return ({key: sides.without_whereabouts(row) for key, row in told.items()} if hidden else told), hidden


def _shown(actor: Actor) -> list[str]:
    return [name for name in sides.SHOWN if actor.shows("F2" if name in sides.WHERE else "F1")]


def _feeds(actor: Actor) -> dict[str, str]:
    return {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}


def _named(keys: Iterable[str], feeds: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(feeds.get(key, key) for key in keys))


def _subject(doubt: LinkDoubt) -> Subject:
    return Subject("profiles.LinkDoubt", doubt.pk)


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


def _answers(actor: Actor, rows: Iterable[LinkDecision]) -> list[Answer]:
    found = list(rows)
    names, told = _colleagues(actor, found), _answer_rows(actor, found)
    return [_answer(actor, row, shown, names) for row, shown in zip(found, told, strict=True)]


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
