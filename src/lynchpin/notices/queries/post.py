"""Today's post: every checked letter with its words, and whether it may leave at this moment."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.notices import rules
from lynchpin.notices.choices import NoticeState, Permission
from lynchpin.notices.letters import Letter, letters, why_not_promise
from lynchpin.notices.models import Notice
from lynchpin.notices.queries.notices import NoticeRow, rows_of
from lynchpin.notices.queries.safety import ways_out
from lynchpin.people.choices import Channel
from lynchpin.people.queries import safe_contacts

MOST_AT_ONCE = 50  # a pile that one person prints, folds and checks


@dataclass(frozen=True, slots=True)
class PostLetter:
    """One letter: whom it is to, its words, its envelope, and why it may not leave now, if so."""

    row: NoticeRow
    letters: tuple[Letter, ...]
    plain_envelope: bool
    why_not: Reason | None


@dataclass(frozen=True, slots=True)
class Post:
    """The oldest checked letters: those that may leave, and those kept back; how many more are checked or wait for a check."""

    ready: tuple[PostLetter, ...]
    kept_back: tuple[PostLetter, ...]
    more: int
    unchecked: int


@read(Permission.POST_LETTERS)
def todays_post(actor: Actor) -> Post:
    """Judge each letter now, as posting will again."""
    on_the_way = (NoticeState.CHECKED, NoticeState.WAITING)
    seen = Notice.objects.visible_to(actor).filter(channel=Channel.LETTER, state__in=on_the_way)
    checked = seen.filter(state=NoticeState.CHECKED)
    found = [_letter(*each) for each in _judged(actor, list(checked.order_by("queued_at", "pk")[:MOST_AT_ONCE]))]
    number = dict(seen.order_by().values_list("state").annotate(Count("pk")))
    return Post(
        ready=tuple(each for each in found if each.why_not is None),
        kept_back=tuple(each for each in found if each.why_not is not None),
        more=max(number.get(NoticeState.CHECKED, 0) - MOST_AT_ONCE, 0),
        unchecked=number.get(NoticeState.WAITING, 0),
    )


def _judged(actor: Actor, notices: list[Notice]) -> list[tuple[Notice, NoticeRow, bool, Reason | None]]:
    """Each notice with its row, whether its envelope is plain, and why it may not leave."""
    people = {notice.resident_id for notice in notices}
    shown, ways, asked = rows_of(actor, notices), ways_out(actor, people), safe_contacts(actor, people)
    rows = {row.reference: row for row in shown}
    return [
        (
            each,
            rows[each.reference],
            each.resident_id in asked and asked[each.resident_id].letters_discreet,
            rules.why_not_leave(each, ways[each.resident_id]) or why_not_promise(each.params, actor.on),
        )
        for each in notices
        if each.reference in rows
    ]


def _letter(notice: Notice, row: NoticeRow, plain_envelope: bool, why_not: Reason | None) -> PostLetter:
    name, day = row.recipient.known_as or row.recipient.name, local_date(notice.queued_at)
    words = letters(notice.kind, notice.language, name, notice.about_reference, notice.params, on=day)
    return PostLetter(row, words, plain_envelope, why_not)
