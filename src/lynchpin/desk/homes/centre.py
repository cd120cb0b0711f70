"""Homes of the central support team and of the administrative officer."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.desk.homes import snags
from lynchpin.desk.homes.bounds import contests_overdue, second_looks
from lynchpin.desk.homes.files import files_refused, files_waiting
from lynchpin.desk.homes.home import MOST_SHOWN, Item, Part, Section
from lynchpin.desk.homes.words import in_words, referral_item
from lynchpin.desk.queries.referrals import queue_counts, referrals_outside_clusters
from lynchpin.face.lists import ListQuery
from lynchpin.face.parts import Link, Tile
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.queries.candidates import candidates
from lynchpin.frontdoor.queries.referrals import QueueRow, queue
from lynchpin.frontdoor.views.words import step_label, time_left
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.notices.choices import NoticeState
from lynchpin.notices.choices import Permission as Notices
from lynchpin.notices.queries import NoticeRow, notices
from lynchpin.outcomes.choices import ImportKind, ImportState
from lynchpin.outcomes.choices import Permission as Outcomes
from lynchpin.outcomes.queries.imports import StagedRow, staged_imports
from lynchpin.people.choices import Permission as People
from lynchpin.people.queries.decisions import checks
from lynchpin.profiles.choices import Permission as Profiles


def queue_at_a_glance(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """What breaches today stands first, by name; then how much waits."""
    counts = queue_counts(actor)
    rows = queue(actor, ListQuery("due_at", size=MOST_SHOWN)).rows
    address = reverse("frontdoor:queue")
    section = Section(
        key="breaches",
        title=_("To decide today"),
        tiles=(
            Tile(counts.late, _("late"), address),
            Tile(counts.today, _("to decide today"), address),
            Tile(counts.waiting, _("waiting in all"), address),
        ),
        items=tuple(_queued(row, now) for row in rows if row.due_at and local_date(row.due_at) <= local_date(now)),
        empty=_("Nothing breaches today. What waits longest is at the top of the queue."),
        more=Link(_("The whole queue"), address),
    )
    return (section,)


def _queued(row: QueueRow, now: datetime) -> Item:
    came = _("Came on %(day)s.") % {"day": in_words(row.received_on)}
    return Item(
        row.name,
        reverse("frontdoor:referral", args=[row.reference]),
        time_left(row, now),
        (step_label(row.clock_step), came),
    )


def families_to_review(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """How many families wait for a reviewer; each is read on its own page, with its reasons."""
    found = candidates(actor, ListQuery("raised_on", size=1))
    address = reverse("frontdoor:candidates")
    later = _("%(number)s more wait for time or room") % {"number": found.unmet} if found.unmet else ""
    tile = Tile(found.page.total, _("up for review"), address, later)
    nothing = _("No family waits for review. A new profile run, once approved, raises them.")
    tiles = (tile,) if found.page.total or found.unmet else ()
    return (Section("candidates", _("Families to review"), tiles=tiles, empty="" if tiles else nothing),)


def outside_clusters(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """People outside every cluster have an owner too: the centre."""
    section = Section(
        key="outside",
        title=_("Outside every cluster, with the centre"),
        items=tuple(referral_item(actor, each) for each in referrals_outside_clusters(actor)),
        empty=_("Nobody from outside the clusters waits for the centre."),
    )
    return (section,)


def checks_asked(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Colleagues who asked whether somebody is known."""
    waiting = checks(actor)
    address = reverse("people:checks")
    items = tuple(Item(each.name, address, None, (_asked(each.asked_by, each.asked_at),)) for each in waiting)
    nothing = _("No colleague waits to hear whether somebody is known.")
    return (Section("checks", _("Is this person known?"), items=items[:MOST_SHOWN], empty=nothing),)


def _asked(who: str, at: datetime) -> str:
    return _("Asked by %(who)s on %(day)s.") % {"who": who, "day": in_words(local_date(at))}


def letters_to_check(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Messages that leave only after somebody has read them."""
    newest = ListQuery("queued_at", descending=True, size=MOST_SHOWN)
    found = notices(actor, newest, state=NoticeState.WAITING)
    waiting = f"{reverse('notices:notices')}?state={NoticeState.WAITING.value}"
    tiles = (Tile(found.total, _("to check, oldest first"), waiting),) if found.total else ()
    checked = notices(actor, ListQuery("queued_at", size=1), state=NoticeState.CHECKED).total
    may_post = checked and actor.may(Notices.POST_LETTERS)
    section = Section(
        key="letters",
        title=_("Letters to check"),
        tiles=tiles,
        items=tuple(_letter(row) for row in found.rows),
        empty=_("No letter waits for a check. They come here as colleagues work."),
        act=Link(_("Print and post what is checked"), reverse("notices:post_letters")) if may_post else None,
        more=Link(_("All letters and messages"), reverse("notices:notices")),
    )
    return (section,)


def _letter(row: NoticeRow) -> Item:
    told = {"way": row.channel.label, "kind": row.kind.label, "day": in_words(local_date(row.queued_at))}
    line = _("%(way)s: “%(kind)s”, written on %(day)s.") % told
    return Item(row.recipient.name, reverse("notices:notice", args=[row.reference]), None, (line,))


def imports_waiting(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Files from a former system that were read and never applied: a fault in them stops them whole."""
    waiting = [row for row in staged_imports(actor) if row.state == ImportState.STAGED]
    items = tuple(_staged(row) for row in waiting[:MOST_SHOWN])
    return (Section("imports", _("Files brought and not yet applied"), items=items),) if items else ()


def _staged(row: StagedRow) -> Item:
    told = {"rows": row.row_count, "day": in_words(local_date(row.staged_at))}
    line = ngettext("%(rows)s row, read on %(day)s.", "%(rows)s rows, read on %(day)s.", row.row_count) % told
    return Item(ImportKind(row.kind).label, reverse("outcomes:apply_import", args=[row.reference]), None, (line,))


CENTRAL_SUPPORT: tuple[Part, ...] = (
    (Frontdoor.READ_QUEUE, queue_at_a_glance),
    (Frontdoor.READ_CANDIDATES, families_to_review),
    (Profiles.READ_CONTESTS, contests_overdue),
    (Profiles.CONFIRM_LINK, second_looks),
    (Frontdoor.READ_REFERRAL, outside_clusters),
    (People.SETTLE_CHECK, checks_asked),
    (Outcomes.READ_IMPORTS, imports_waiting),
    snags.TO_ANSWER,
)
ADMIN_OFFICER: tuple[Part, ...] = (
    (Notices.READ_NOTICES, letters_to_check),
    (Profiles.READ_FEEDS, files_waiting),
    (Profiles.READ_FEEDS, files_refused),
)
