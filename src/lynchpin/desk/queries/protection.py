"""Agreements, the feeds that load under them, and how often somebody was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lynchpin.desk.choices import Permission
from lynchpin.desk.queries.looks import refusals_since
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.queries import agreements, agreements_to_renew
from lynchpin.profiles.queries import feeds
from lynchpin.profiles.queries.feeds import FeedRow


@dataclass(frozen=True, slots=True)
class DataProtection:
    """A page of agreements, every feed, and two counts: agreements that end or ended, and refusals since a moment."""

    agreements: ListPage
    ending: int
    feeds: tuple[FeedRow, ...]
    refusals: int


@read(Permission.READ_DATA_PROTECTION)
def data_protection(actor: Actor, query: ListQuery, *, since: datetime) -> DataProtection:
    """What a data protection officer watches, in one read."""
    return DataProtection(
        agreements=agreements(actor, query),
        ending=len(agreements_to_renew(actor)),
        feeds=feeds(actor),
        refusals=refusals_since(actor, since),
    )
