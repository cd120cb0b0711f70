"""Say when a file of a feed is stopped although it can be read."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Stale, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import file_rules
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import Feed, FeedBounds
from lynchpin_vrp.sources import StopRule


@use_case(Permission.BOUND_FEED)
def bound_feed(
    actor: Actor,
    *,
    feed: str,
    version: int,
    reason: str,
    at: datetime,
    bad_percent: int,
    grown_percent: int,
    shrunk_percent: int,
    drift: int,
    same_number: int,
    shared: int,
) -> str:
    """Set the bounds of a feed (`StopRule`) and answer for them; files that wait are not judged anew. Gives the feed's key.

    `version` is that of the bounds that were seen, 0 where nobody had set any.
    """
    rule = StopRule(bad_percent, grown_percent, shrunk_percent, drift, same_number, shared)
    wanted = Feed.objects.visible_to(actor).find(key=feed)
    refuse_if(file_rules.why_not_bound_feed(rule, staff_id=actor.staff_id))
    bounds = FeedBounds.objects.visible_to(actor).select_for_update().filter(feed=wanted).first()
    if (bounds.version if bounds else 0) != version:
        raise Stale()
    _set(bounds or FeedBounds(feed=wanted), rule, reason, actor, at)
    audit.record(Verb.FEED_BOUNDED, wanted, feed=feed, **asdict(rule))
    return feed


def _set(bounds: FeedBounds, rule: StopRule, reason: str, actor: Actor, at: datetime) -> None:
    values = {**asdict(rule), "reason": reason, "owned_at": at, "owned_by": actor.staff_id}
    for name, value in values.items():
        setattr(bounds, name, value)
    if bounds.pk:
        bounds.store(*values)
    else:
        save_first(bounds, otherwise=Reason("bounds_set_already"))
