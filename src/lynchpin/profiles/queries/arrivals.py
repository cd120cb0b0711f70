"""A file is read before anything is written, so that other people can save while it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused, refuse_if
from lynchpin.kernel.page import read
from lynchpin.organisations.queries.agreements import AgreementInForce
from lynchpin.profiles import extracts, file_rules, file_store
from lynchpin.profiles.agreements import agreement_covering
from lynchpin.profiles.choices import ExtractState, Permission
from lynchpin.profiles.models import WAITING, Extract, Feed
from lynchpin.profiles.queries.bounds import rule_of
from lynchpin_vrp.sources import FileProfile


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was read, and what it was read against: the agreement, and the hash of the feed's last file, or nothing.

    `found` is None where the feed holds this very file already. Its good rows stand in `waiting`, where that was asked for.
    """

    sha256: str
    agreement: AgreementInForce
    last: str
    found: extracts.ExtractRead | None
    waiting: Path | None

    @property
    def rows(self) -> tuple[extracts.ExtractRead, Path]:
        """What was found, and where its good rows wait. Raises `Refused` where the file was not read to be kept."""
        if self.found is None or self.waiting is None:
            raise Refused(Reason("extract_read_too_early"))
        return self.found, self.waiting


@read(Permission.LOAD_FEED)
def arrival(actor: Actor, key: str, path: Path, as_at: date, waiting: Path | None) -> Arrival:
    """Read a file as loading would. Raises `Refused` where it may not be loaded, `NotFound` for an unknown feed."""
    feed = Feed.objects.visible_to(actor).find(key=key)
    agreement, sha256 = agreement_covering(key, actor.on), extracts.fingerprint(path)
    held = files_held(actor, feed)
    if any(each.sha256 == sha256 for each in held):
        return Arrival(sha256, agreement, last_of(held), None, None)
    found = _found(actor, feed, agreement, held, path, as_at, waiting)
    return Arrival(sha256, agreement, last_of(held), found, waiting)


@read(Permission.LOAD_FEED)
def check_feed(actor: Actor, key: str, path: Path, as_at: date) -> extracts.ExtractRead:
    """What loading a file would say; nothing is stored. Raises `Refused` and `NotFound` as loading would."""
    feed = Feed.objects.visible_to(actor).find(key=key)
    return _found(actor, feed, agreement_covering(key, actor.on), files_held(actor, feed), path, as_at, None)


def files_held(actor: Actor, feed: Feed) -> list[Extract]:
    """The files that a feed holds or that wait to be, for a bound actor: those that wait first, then the newest."""
    held = (*WAITING, ExtractState.APPLIED, ExtractState.LATE)
    found = Extract.objects.visible_to(actor).filter(feed=feed, state__in=held).order_by("-as_at", "-pk")
    return sorted(found, key=lambda each: each.state not in WAITING)


def last_of(held: Sequence[Extract]) -> str:
    """The hash of the file that a run would read, or nothing."""
    last = newest(held)
    return last.sha256 if last else ""


def newest(held: Sequence[Extract]) -> Extract | None:
    return next((each for each in held if each.state == ExtractState.APPLIED), None)


def _found(
    actor: Actor,
    feed: Feed,
    agreement: AgreementInForce,
    held: Sequence[Extract],
    path: Path,
    as_at: date,
    waiting: Path | None,
) -> extracts.ExtractRead:
    refuse_if(file_rules.why_not_load_feed(feed, as_at=as_at, held=held, on=actor.on))
    asked = extracts.contract(feed, agreement.fields, path)
    return extracts.read(
        asked, as_at=as_at, last=_compared(feed, newest(held)), rule=rule_of(actor, feed), keep=waiting
    )


def _compared(feed: Feed, last: Extract | None) -> extracts.LastFile:
    """A file loaded before files were profiled has no profile: then only its rows are compared."""
    if last is None:
        return extracts.LastFile()
    profile = FileProfile.read(last.profile) if last.profile else None
    return extracts.LastFile(file_store.settle(feed.key, last.sha256), profile)
