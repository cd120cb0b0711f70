"""Raise candidates from an approved run: families for a named reviewer to decide about, no more than can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Verb
from lynchpin.frontdoor.models import BandRoute, Candidate
from lynchpin.frontdoor.queries.peace import Identity, identity, left_in_peace
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import part
from lynchpin.profiles.models import FamilyProfile, LinkedPerson, ProfileRun


@dataclass(frozen=True, slots=True)
class Family:
    """A profiled family with the route that the matrix in force gives it."""

    profile_id: int
    family_key: str
    cluster_key: str
    vulnerability: int
    route: str


@part
def raise_candidates(actor: Actor, *, run_reference: str, at: datetime) -> dict[str, int]:
    """Release families of a run by cluster; those of earlier runs that nobody decided lapse. Gives counts.

    `released` go to review; `withheld` are over what a cluster can read, and are only ever counted; `in_peace` are
    families with someone who said no, whom safeguarding holds, whom someone is with, or whose record is sealed.
    """
    lapsed = _lapse(actor)
    families = _suggested(actor, run_reference, at)
    calm = _calm(actor, [family.profile_id for family in families], left_in_peace(at))
    answered = rules.release([family for family in families if family.profile_id in calm])
    Candidate.objects.bulk_create(_candidate(family, out, run_reference, at) for family, out in answered)
    released = sum(out for _, out in answered)
    counts = {"released": released, "withheld": len(answered) - released}
    counts |= {"in_peace": len(families) - len(answered), "lapsed": lapsed}
    audit.record(Verb.CANDIDATES_RAISED, None, run=run_reference, **counts)
    return counts


def _lapse(actor: Actor) -> int:
    undecided = Candidate.objects.visible_to(actor).filter(state__in=(CandidateState.RELEASED, CandidateState.WITHHELD))
    rows = list(undecided.select_for_update())
    for candidate in rows:
        candidate.state = CandidateState.LAPSED
        candidate.store("state")
    return len(rows)


def _suggested(actor: Actor, run_reference: str, at: datetime) -> list[Family]:
    """Families whose bands lead to a route that somebody has to decide about."""
    cells = list(BandRoute.objects.visible_to(actor))
    run = ProfileRun.objects.visible_to(actor).find(reference=run_reference)
    profiles = FamilyProfile.objects.visible_to(actor).filter(run_id=run.pk).order_by("pk")
    routed = ((each, _route(each, cells, at)) for each in profiles)
    return [
        Family(each.pk, each.family_key, each.cluster_key, each.vulnerability, route)
        for each, route in routed
        if route in rules.REVIEWED
    ]


def _route(profile: FamilyProfile, cells: Sequence[BandRoute], at: datetime) -> str:
    return rules.route_for(cells, profile.vulnerability_band, profile.resilience_band, local_date(at))


def _calm(actor: Actor, profile_ids: Sequence[int], peace: frozenset[Identity]) -> set[int]:
    """Profiles with nobody who is to be left in peace."""
    members = _members(actor, profile_ids)
    return {profile_id for profile_id in profile_ids if not members[profile_id] & peace}


def _members(actor: Actor, profile_ids: Sequence[int]) -> Mapping[int, set[Identity | None]]:
    people = LinkedPerson.objects.visible_to(actor).filter(profile_id__in=list(profile_ids))
    found: dict[int, set[Identity | None]] = defaultdict(set)
    for profile_id, forename, surname, born in people.values_list("profile_id", "forename", "surname", "birth_date"):
        found[profile_id].add(identity(f"{forename} {surname}", born))
    return found


def _candidate(family: Family, out: bool, run_reference: str, at: datetime) -> Candidate:
    return Candidate(
        reference=references.draw("K"),
        run_reference=run_reference,
        profile_id=family.profile_id,
        family_key=family.family_key,
        cluster_id=family.cluster_key or None,
        suggested_route=family.route,
        state=CandidateState.RELEASED if out else CandidateState.WITHHELD,
        raised_at=at,
    )
