"""A file is read before anything is written, so that other people can save while it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused, refuse_if
from lynchpin.kernel.page import read
from lynchpin.organisations.queries.agreements import AgreementInForce
from lynchpin.profiles import extracts, rules
from lynchpin.profiles.agreements import agreement_covering
from lynchpin.profiles.choices import ExtractState, Permission
from lynchpin.profiles.models import Extract, Feed


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
    loaded = _loaded(actor, feed)
    if any(each.sha256 == sha256 for each in loaded):
        return Arrival(sha256, agreement, loaded[0].sha256, None, None)
    last = loaded[0] if loaded else None
    found = _found(actor, feed, agreement, last, path, as_at, waiting)
    return Arrival(sha256, agreement, last.sha256 if last else "", found, waiting)


@read(Permission.LOAD_FEED)
def check_feed(actor: Actor, key: str, path: Path, as_at: date) -> extracts.ExtractRead:
    """What loading a file would say; nothing is stored. Raises `Refused` and `NotFound` as loading would."""
    feed = Feed.objects.visible_to(actor).find(key=key)
    last = next(iter(_loaded(actor, feed)), None)
    return _found(actor, feed, agreement_covering(key, actor.on), last, path, as_at, None)


def _loaded(actor: Actor, feed: Feed) -> list[Extract]:
    """The files that a feed holds, the newest first."""
    applied = Extract.objects.visible_to(actor).filter(feed=feed, state=ExtractState.APPLIED)
    return list(applied.order_by("-as_at", "-pk"))


def _found(
    actor: Actor,
    feed: Feed,
    agreement: AgreementInForce,
    last: Extract | None,
    path: Path,
    as_at: date,
    waiting: Path | None,
) -> extracts.ExtractRead:
    refuse_if(rules.why_not_load_feed(feed, as_at=as_at, newest=last.as_at if last else None, on=actor.on))
    asked = extracts.contract(feed, agreement.fields, path)
    compared = extracts.settle(feed.key, last.sha256) if last else None
    return extracts.read(asked, as_at=as_at, last=compared, keep=waiting)
