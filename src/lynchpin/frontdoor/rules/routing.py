"""Which families rules put before a reviewer and in what order, and what another set of rules would change. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.frontdoor.choices import EditionState, Route
from lynchpin.frontdoor.rules.matrix import REVIEWED
from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand

EDITION_TRANSITIONS = {
    EditionState.DRAFTED: frozenset({EditionState.AGREED, EditionState.SET_ASIDE}),
    EditionState.AGREED: frozenset(),
    EditionState.SET_ASIDE: frozenset(),
}
GONE_ON = {EditionState.AGREED: "routing_agreed_already", EditionState.SET_ASIDE: "routing_set_aside_already"}

VULNERABILITY = (VulnerabilityBand.GREEN, VulnerabilityBand.AMBER, VulnerabilityBand.RED)
RESILIENCE = (ResilienceBand.LOW, ResilienceBand.MEDIUM, ResilienceBand.HIGH)
NO_GROUP = ""
SUGGESTIBLE = tuple(
    route for route in Route if route != Route.STATUTORY
)  # no score sends anybody to a statutory service
Bands = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RoutingRules:
    """A rule set: the route of each pair of bands, and customer groups that come first, the first of them first."""

    cells: Mapping[Bands, str]
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A profiled family as rules of routing see it. `key` is its profile; `vulnerability` is in hundredths of a point.

    Whom `in_peace` says to leave in peace, no rule suggests.
    """

    key: int
    cluster: str
    vulnerability: int
    bands: Bands
    groups: frozenset[str] = frozenset()
    family_key: str = ""
    waiting_since: datetime | None = None
    in_peace: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A family with the route that a rule set gives it."""

    family: Family
    route: str


@dataclass(frozen=True, slots=True)
class Changed:
    """How many families a change would add, drop, and move to another place in their cluster's order."""

    added: int = 0
    dropped: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a change of rules would do: in all, by cluster, and by customer group (a family counts in each of its groups)."""

    whole: Changed
    by_cluster: Mapping[str, Changed]
    by_group: Mapping[str, Changed]


def suggested(families: Iterable[Family], rules: RoutingRules) -> list[Suggestion]:
    """Families that somebody has to decide about, those who come first in front.

    By route, the most urgent first; then by customer group, where one comes first; then whoever has waited longest; then the
    most vulnerable.
    """
    routed = (Suggestion(each, route_of(each, rules)) for each in families if not each.in_peace)
    return sorted((each for each in routed if each.route in REVIEWED), key=lambda each: _standing(each, rules))


def route_of(family: Family, rules: RoutingRules) -> str:
    """The route of a family's bands; none where there is not enough data for a band, or no rule."""
    return rules.cells.get(family.bands, Route.NONE)


def _standing(each: Suggestion, rules: RoutingRules) -> tuple[object, ...]:
    family, since = each.family, each.family.waiting_since
    places = [place for place, group in enumerate(rules.first) if group in family.groups]
    waited = (since is None, since.timestamp() if since else 0.0)
    return (
        REVIEWED.index(Route(each.route)),
        min(places, default=len(rules.first)),
        waited,
        -family.vulnerability,
        family.key,
    )


def dry_run(families: Sequence[Family], now: RoutingRules, then: RoutingRules) -> DryRun:
    """What putting `then` in the place of `now` would do to what these families are suggested for."""
    before, after = _places(suggested(families, now)), _places(suggested(families, then))
    kinds = {each.key: kind for each in families if (kind := _kind(before.get(each.key), after.get(each.key)))}
    touched = [each for each in families if each.key in kinds]
    by_cluster = ((each.cluster, kinds[each.key]) for each in touched)
    by_group = ((group, kinds[each.key]) for each in touched for group in (each.groups or {NO_GROUP}))
    return DryRun(
        _changed(Counter(kinds.values())),
        _by_place(by_cluster),
        _by_place(by_group),
    )


def _places(ordered: Iterable[Suggestion]) -> dict[int, int]:
    """Each family's place in the order of its own cluster, counted from 1."""
    taken: Counter[str] = Counter()
    places = {}
    for each in ordered:
        taken[each.family.cluster] += 1
        places[each.family.key] = taken[each.family.cluster]
    return places


def _kind(before: int | None, after: int | None) -> str:
    if before is None:
        return "added" if after is not None else ""
    if after is None:
        return "dropped"
    return "moved" if before != after else ""


def _by_place(kinds: Iterable[tuple[str, str]]) -> dict[str, Changed]:
    counted: dict[str, Counter[str]] = {}
    for place, kind in kinds:
        counted.setdefault(place, Counter())[kind] += 1
    return {place: _changed(found) for place, found in counted.items()}


def _changed(found: Mapping[str, int]) -> Changed:
    return Changed(found.get("added", 0), found.get("dropped", 0), found.get("moved", 0))


def whole_matrix(given: Mapping[str, str]) -> dict[str, str]:
    """A matrix with its last column: who has not been heard yet is treated as of medium resilience, and never as of low."""
    unheard = {f"{band}:{ResilienceBand.NOT_YET_HEARD}": given.get(f"{band}:medium", "") for band in VULNERABILITY}
    return {**given, **unheard}


def why_not_draft(
    given: Mapping[str, str], *, unknown: Iterable[str], now: RoutingRules, then: RoutingRules, from_on: date, on: date
) -> Reason | None:
    """`unknown` are chosen customer groups that are not in force; `now` are the rules that hold on the draft's day without it."""
    wanted = {f"{vulnerability}:{resilience}" for vulnerability in VULNERABILITY for resilience in RESILIENCE}
    if set(given) != wanted or not set(given.values()) <= set(SUGGESTIBLE):
        return Reason("routing_not_whole")
    if list(unknown):
        return Reason("routing_group_unknown")
    return why_not_from(from_on, on) or (Reason("routing_same_as_now") if then == now else None)


def why_not_from(from_on: date, on: date) -> Reason | None:
    """Rules hold from a day to come, or from today."""
    return Reason("routing_from_the_past") if from_on < on else None


def why_not_settle_edition(state: str) -> Reason | None:
    """A draft is agreed or set aside once."""
    found = GONE_ON.get(EditionState(state))
    return Reason(found) if found else None


def why_not_agree(state: str, *, drafted_by: int, staff_id: int | None, from_on: date, on: date) -> Reason | None:
    """Two people: whoever drafted an edition never agrees it."""
    if settled := why_not_settle_edition(state):
        return settled
    if staff_id is None or staff_id == drafted_by:
        return Reason("routing_needs_a_second_person")
    return why_not_from(from_on, on)
