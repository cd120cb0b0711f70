"""Homes of those who watch over the whole: the head of service, and whoever approves profile runs."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.queries.headroom import cluster_headroom
from lynchpin.desk.homes.bounds import profiling_stopped, runs_frozen, second_looks
from lynchpin.desk.homes.home import MOST_SHOWN, Item, Part, Section
from lynchpin.desk.homes.routing import rules_drafted
from lynchpin.desk.homes.scoring import scoring_waiting
from lynchpin.desk.homes.workers import silent
from lynchpin.desk.queries.referrals import queue_counts
from lynchpin.face.lists import ListQuery
from lynchpin.face.parts import Link, Meter, Tile
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.kernel.actor import Actor
from lynchpin.people.choices import Permission as People
from lynchpin.people.queries.decisions import Proposal, merge_proposals
from lynchpin.profiles.choices import Permission as Profiles
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.queries import runs
from lynchpin.profiles.views.runs import run_state


def load_in_all(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The load of each cluster, by name."""
    clusters = cluster_headroom(actor)
    meters = tuple(
        Meter(
            each.name,
            each.load,
            each.limit,
            _("%(load)s of %(limit)s points") % {"load": each.load, "limit": each.limit},
        )
        for each in clusters
        if each.key
    )
    waiting, quiet = sum(each.waiting for each in clusters), sum(each.silent for each in clusters)
    address = reverse("casework:caseload")
    tiles = (
        Tile(sum(each.cases for each in clusters), _("open cases"), address),
        Tile(sum(each.cases for each in clusters if not each.key), _("of them outside every cluster"), address),
        Tile(waiting, _("waiting for a worker"), f"{address}?show=waiting"),
        Tile(quiet, _("not spoken with for two weeks"), f"{address}?show=silent"),
    )
    nothing = _("No case is open and no worker is at work yet.")
    return (Section("load", _("Caseloads"), tiles=tiles, meters=meters, empty=nothing),)


def queue_in_numbers(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """How the front door keeps its time."""
    counts, address = queue_counts(actor), reverse("frontdoor:queue")
    tiles = (
        Tile(counts.late, ngettext("referral is late", "referrals are late", counts.late), address),
        Tile(counts.today, _("to decide today"), address),
        Tile(counts.waiting, _("waiting in all"), address),
    )
    return (Section("queue", _("Front door"), tiles=tiles),)


def merges_to_decide(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Records that a colleague holds to be one person: whoever proposed it may not decide it."""
    waiting = [each for each in merge_proposals(actor) if not each.decided]
    section = Section(
        key="merges",
        title=_("Merges to decide"),
        items=tuple(
            Item(_merge(each), reverse("people:merge_residents", args=[each.reference]), None, (each.why,))
            for each in waiting[:MOST_SHOWN]
        ),
        empty=_("No merge waits for a decision."),
        more=Link(_("All merges"), reverse("people:merge_proposals")),
    )
    return (section,)


def _merge(each: Proposal) -> str:
    return _("%(merged)s into %(kept)s") % {"merged": each.merged.name, "kept": each.kept.name}


def newest_runs(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The newest profile runs, and how far they are."""
    rows = runs(actor, ListQuery("commissioned_at", descending=True, size=3)).rows
    section = Section(
        key="runs",
        title=_("Profile runs"),
        items=tuple(
            Item(row.purpose, reverse("profiles:profile_run", args=[row.reference]), run_state(row)) for row in rows
        ),
        empty=_("No profile run has been commissioned."),
        more=Link(_("All runs"), reverse("profiles:runs")),
    )
    return (section,)


def runs_to_approve(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Runs whose answers came and that nobody has approved."""
    rows = runs(actor, ListQuery("commissioned_at", descending=True, size=50)).rows
    waiting = [row for row in rows if row.state == RunState.RECEIVED]
    section = Section(
        key="approve",
        title=_("Runs waiting for approval"),
        items=tuple(
            Item(row.purpose, reverse("profiles:profile_run", args=[row.reference]), run_state(row)) for row in waiting
        ),
        empty=_("No run waits for approval."),
        more=Link(_("All runs"), reverse("profiles:runs")),
    )
    return (section,)


HEAD_OF_SERVICE: tuple[Part, ...] = (
    (Profiles.STOP_PROFILING, profiling_stopped),
    (Profiles.LIFT_FREEZE, runs_frozen),
    (Frontdoor.READ_QUEUE, queue_in_numbers),
    (Casework.READ_HEADROOM, load_in_all),
    (People.MERGE_RESIDENTS, merges_to_decide),
    (Profiles.CONFIRM_LINK, second_looks),
    (Casework.READ_CASELOAD, silent),
    (Profiles.READ_RUNS, newest_runs),
    (Frontdoor.READ_ROUTING_RULES, rules_drafted),
    (Profiles.READ_SCORING, scoring_waiting),
)
