"""Records in doubt: which are asked about, and two of them side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound, Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.people.queries.protection import protection
from lynchpin.profiles import link_rules, sides
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.models import Extract, Feed, LinkDecision, LinkDoubt, ProfileRun
from lynchpin.profiles.queries.deciding import ASKED_OF
from lynchpin.profiles.queries.link_answers import Answer, answers_of
from lynchpin.profiles.sides import Compared


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A question in the list: never whose records they are, only which agencies wrote them."""

    subject: Subject
    reference: str
    kind: str
    child: bool
    sources: tuple[str, ...]


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
def next_link(actor: Actor) -> str:
    """The reference of the next question, or nothing."""
    return _asked(actor).order_by("place", "pk").values_list("reference", flat=True).first() or ""


@read(Permission.READ_LINKS)
def link(actor: Actor, reference: str) -> Link:
    """Two records side by side, as each agency wrote them. Raises `NotFound`.

    Of a run that was stopped or withdrawn only what was answered is told: an answer binds until it is undone."""
    doubt = LinkDoubt.objects.visible_to(actor).find(reference=reference)
    run = ProfileRun.objects.visible_to(actor).find(pk=doubt.run_id)
    given = tuple(answers_of(actor, LinkDecision.objects.visible_to(actor).filter(doubt_id=doubt.pk).order_by("-pk")))
    asked = run.state in ASKED_OF
    if not asked and not given:
        raise NotFound("profiles.LinkDoubt")
    feeds, left, right = _feeds(actor), _side(doubt, "l"), _side(doubt, "r")
    told, hidden = _told(actor, {*left, *right}, run) if asked else ({}, False)
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
        why_not_decide=link_rules.why_not_decide_link(doubt, answered=answered, asked=asked, staff_id=actor.staff_id),
    )


def _asked(actor: Actor) -> Any:
    runs = ProfileRun.objects.visible_to(actor).filter(state__in=ASKED_OF)
    return LinkDoubt.objects.visible_to(actor).filter(is_open=True, run_id__in=runs.values("pk"))


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
