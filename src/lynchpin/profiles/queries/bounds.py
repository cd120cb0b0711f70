"""The bounds of a feed: when a file is stopped although it can be read, and who answers for that."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.models import Feed, FeedBounds
from lynchpin_vrp.sources import StopRule

NAMES = tuple(field.name for field in fields(StopRule))


@dataclass(frozen=True, slots=True)
class BoundsOfFeed:
    """The bounds that hold for a feed. `owner` and `owned_at` are empty while nobody has set them: then the defaults hold."""

    key: str
    name: str
    version: int
    rule: StopRule
    owner: str
    owned_at: datetime | None
    reason: str


def rule_of(actor: Actor, feed: Feed) -> StopRule:
    """What holds for a feed, for a bound actor."""
    return _rule(FeedBounds.objects.visible_to(actor).filter(feed=feed).first())


@read(Permission.READ_FEEDS)
def bounds_of_feed(actor: Actor, key: str) -> BoundsOfFeed:
    """The bounds of one feed. Raises `NotFound`."""
    feed = Feed.objects.visible_to(actor).find(key=key)
    bounds = FeedBounds.objects.visible_to(actor).filter(feed=feed).first()
    name = label(feed, "name")
    if bounds is None:
        return BoundsOfFeed(key, name, 0, StopRule(), "", None, "")
    owner = Staff.objects.visible_to(actor).filter(pk=bounds.owned_by).values_list("name", flat=True).first()
    return BoundsOfFeed(key, name, bounds.version, _rule(bounds), owner or "", bounds.owned_at, bounds.reason)


def _rule(bounds: FeedBounds | None) -> StopRule:
    return StopRule(**{name: getattr(bounds, name) for name in NAMES}) if bounds else StopRule()
