"""A run's families as rules of routing see them, and the rules that hold on a day: the same for raising candidates as for a
dry run, so that a dry run says what would happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, EditionState
from lynchpin.frontdoor.models import BandRoute, Candidate, GroupFact, RoutingEdition
from lynchpin.frontdoor.queries.moved import moved_away
from lynchpin.frontdoor.queries.peace import Identity, identity, left_in_peace
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.profiles.choices import LineKind
from lynchpin.profiles.models import Contribution, FamilyProfile, FamilyProfileQuerySet, LinkedPerson

UNDECIDED = (CandidateState.RELEASED, CandidateState.WITHHELD)


def rules_on(actor: Actor, on: date, *, before: int | None = None) -> rules.RoutingRules:
    """The rules that hold on a day: the newest agreed edition whose day has come, else the pack's matrix.

    `before` is the number of an edition: then those that held before it, by earlier editions alone.
    """
    agreed = RoutingEdition.objects.visible_to(actor).filter(state=EditionState.AGREED, valid_from__lte=on)
    if before is not None:
        agreed = agreed.filter(number__lt=before)
    if edition := agreed.order_by("-valid_from", "-number").first():
        return rules_of(edition)
    cells = list(BandRoute.objects.visible_to(actor))
    pairs = {(cell.vulnerability_band, cell.resilience_band) for cell in cells}
    return rules.RoutingRules({pair: rules.route_for(cells, *pair, on) for pair in pairs})


def rules_of(edition: RoutingEdition) -> rules.RoutingRules:
    """What an edition says."""
    return rules.RoutingRules(cells_of(edition.cells), tuple(edition.first))


def cells_of(kept: Mapping[str, str]) -> dict[rules.Bands, str]:
    """A kept matrix, `vulnerability:resilience` -> route, by pairs of bands."""
    return {(pair.partition(":")[0], pair.partition(":")[2]): route for pair, route in kept.items()}


def families_of(actor: Actor, run_id: int, at: datetime, *ruled: rules.RoutingRules) -> list[rules.Family]:
    """The families of a run, as they are at a moment, whom any of the rule sets would put before a reviewer.

    Unscoped: a dry run counts every family and shows none, to colleagues who may see no record.
    """
    found = FamilyProfile.unscoped.filter(_reviewed(ruled), run_id=run_id)
    groups, waiting = _groups(actor, found, local_date(at)), _waiting()
    left_out = _in_peace(found, at) | moved_away(actor, run_id, found)
    columns = ("pk", "family_key", "cluster_key", "vulnerability", "vulnerability_band", "resilience_band")
    rows = found.order_by("pk").values_list(*columns)
    return [
        rules.Family(
            key=pk,
            cluster=cluster,
            vulnerability=points,
            bands=(vulnerability, resilience),
            groups=frozenset(groups.get(pk, ())),
            family_key=family,
            waiting_since=waiting.get(family),
            in_peace=pk in left_out,
        )
        for pk, family, cluster, points, vulnerability, resilience in rows
    ]


def _reviewed(ruled: Iterable[rules.RoutingRules]) -> Q:
    """Bands that lead to somebody who decides, under any of the rule sets: most families are in none, and are not read."""
    pairs = {pair for each in ruled for pair, route in each.cells.items() if route in rules.REVIEWED}
    bands = (Q(vulnerability_band=pair[0], resilience_band=pair[1]) for pair in sorted(pairs))
    return reduce(or_, bands, Q(pk__in=()))


def _groups(actor: Actor, found: FamilyProfileQuerySet, on: date) -> Mapping[int, set[str]]:
    """The customer groups of each profile, by the facts that its score counts."""
    placing = defaultdict(set)
    for fact in rules.holding(GroupFact.objects.visible_to(actor), on):
        placing[fact.factor].add(fact.group_key)
    lines = Contribution.unscoped.filter(kind=LineKind.FACT, factor__in=list(placing), points__gt=0)
    groups: dict[int, set[str]] = defaultdict(set)
    for pk, factor in lines.filter(profile_id__in=found.values("pk")).values_list("profile_id", "factor"):
        groups[pk] |= placing[factor]
    return groups


def _waiting() -> dict[str, datetime]:
    """Since when families that nobody has decided about have waited, by their keys, which stay from run to run."""
    rows = Candidate.unscoped.filter(state__in=UNDECIDED).values_list("family_key", "first_raised_at", "raised_at")
    return {family: since or raised_at for family, since, raised_at in rows}


def _in_peace(found: FamilyProfileQuerySet, at: datetime) -> set[int]:
    """Profiles with somebody who is to be left in peace."""
    peace = left_in_peace(at)
    return {pk for pk, people in _members(found).items() if people & peace}


def _members(found: FamilyProfileQuerySet) -> Mapping[int, set[Identity]]:
    people = LinkedPerson.unscoped.filter(profile_id__in=found.values("pk"))
    members: dict[int, set[Identity]] = defaultdict(set)
    for pk, forename, surname, born in people.values_list("profile_id", "forename", "surname", "birth_date"):
        if who := identity(f"{forename} {surname}", born):
            members[pk].add(who)
    return members
