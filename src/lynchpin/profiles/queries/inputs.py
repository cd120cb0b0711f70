"""What a run may read, asked again when it starts: an agreement may have ended since the run was commissioned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.page import read
from lynchpin.profiles import extracts, file_store, rules, watching
from lynchpin.profiles.agreements import agreement_for_profiling, was_ever_agreed
from lynchpin.profiles.bounding import why_not_go_on, why_stopped
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.editions import Scoring
from lynchpin.profiles.models import Extract, Feed, ProfileRun
from lynchpin.profiles.queries.deciding import handed_over
from lynchpin.profiles.queries.holding import scoring_on
from lynchpin.profiles.workspaces import RunFeed
from lynchpin_vrp import Decision


@dataclass(frozen=True, slots=True)
class RunInputs:
    """The date of a run, every feed that was ever agreed with the file it may read, the scoring of that date, what people decided.

    One that no partner ever agreed to is no part of the profile; one whose agreement ended or whose file is missing lowers coverage.
    """

    as_at: date
    feeds: tuple[RunFeed, ...]
    scoring: Scoring
    decisions: tuple[Decision, ...]


@read(Permission.RECEIVE_RUN)
def inputs_of_run(actor: Actor, reference: str) -> RunInputs:
    """The feeds of a run as they may be read on the actor's day. Raises `NotFound`, and `Refused` where it may not be made."""
    refuse_if(why_stopped(actor))
    run = ProfileRun.objects.visible_to(actor).find(reference=reference)
    refuse_if(rules.why_not_receive_profile_run(run, bound=why_not_go_on(actor, run, actor.on)))
    return _inputs(actor, run)


@read(Permission.RECORD_ASSURANCE)
def inputs_to_measure(actor: Actor, reference: str) -> RunInputs:
    """The same for a run that was received, so that it can be made anew and measured: that is profiling too, within the same bounds.

    Raises `NotFound`, and `Refused` where it may not be made."""
    refuse_if(why_stopped(actor))
    run = ProfileRun.objects.visible_to(actor).find(reference=reference)
    refuse_if(watching.why_not_measure(run, bound=why_not_go_on(actor, run, actor.on)))
    return _inputs(actor, run)


def _inputs(actor: Actor, run: ProfileRun) -> RunInputs:
    named = {row.feed_id: row for row in Extract.objects.visible_to(actor).filter(pk__in=run.extract_ids)}
    feeds = Feed.objects.visible_to(actor).filter(stopped_at__isnull=True).order_by("key")
    agreed = [feed for feed in feeds if was_ever_agreed(feed.key, actor.on)]
    read = tuple(_run_feed(feed, named.get(feed.key), actor.on) for feed in agreed)
    return RunInputs(run.as_at, read, scoring_on(actor, run.as_at), handed_over(actor))


@read(Permission.RECEIVE_RUN)
def why_broken_off(actor: Actor, reference: str) -> Reason | None:
    """Why a run that is being made has to break off: profiling was stopped meanwhile, or the run was. Raises `NotFound`."""
    return why_stopped(actor) or _why_over(actor, reference)


@read(Permission.RECEIVE_RUN)
def why_over(actor: Actor, reference: str) -> Reason | None:
    """Why a run waits for no answers any more, or None while it does: then a fault is kept with it. Raises `NotFound`."""
    over = _why_over(actor, reference)
    return over and (why_stopped(actor) or over)


def _why_over(actor: Actor, reference: str) -> Reason | None:
    run = ProfileRun.objects.visible_to(actor).find(reference=reference)
    return rules.why_not_receive_profile_run(run, bound=None)


def _run_feed(feed: Feed, extract: Extract | None, on: date) -> RunFeed:
    agreement = agreement_for_profiling(feed.key, on)
    path = file_store.settle(feed.key, extract.sha256) if agreement and extract else None
    if agreement is None or path is None:
        return RunFeed(feed.key, None, tuple(feed.columns), tuple(feed.facts), float(feed.trust))
    agreed = {extracts.KEY, *agreement.fields}
    names = [name for name in file_store.kept_columns(path) if name in agreed]
    columns, facts = (tuple(name for name in names if name in given) for given in (feed.columns, feed.facts))
    return RunFeed(feed.key, path, columns, facts, float(feed.trust))
