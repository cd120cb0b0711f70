"""What an edition of the scoring says, purely: how each factor counts, by which rules, what differs, and what may be done with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any, Self

from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import ScoringState
from lynchpin_vrp import CATALOGUE, Factor, ScoringRules, Settings, with_overrides

TRANSITIONS: dict[ScoringState, frozenset[ScoringState]] = {
    ScoringState.DRAFTED: frozenset({ScoringState.PROPOSED, ScoringState.DECLINED}),
    ScoringState.PROPOSED: frozenset({ScoringState.APPROVED, ScoringState.DECLINED}),
    ScoringState.APPROVED: frozenset(),
    ScoringState.DECLINED: frozenset(),
}
SHIPPED_NUMBER = 0
MOST_POINTS = 12  # a domain's own cap as shipped: no single factor is worth more (DOMAIN 4.5.1, from 2026-09-01)

# Least and most of each rule, in its own unit; shares are in whole per cent here. Our own bounds, from 2026-11-22.
BOUNDS: Mapping[str, tuple[int, int]] = {
    "vulnerability_cap": (1, 40),
    "protection_cap": (1, 40),
    "amber": (1, 100),
    "red": (2, 200),
    "medium": (1, 60),
    "high": (2, 120),
    "near": (0, 10),
    "least_coverage": (0, 100),
    "least_protective": (0, 11),
    "live_days": (30, 400),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """How one factor counts: whether, for how many points at most, from when to when; and, for one that ships off, why it may.

    `power` is the legal power to disclose what it reads, `assessment` the reference of the impact assessment."""

    on: bool
    points: int
    from_on: date
    to_on: date | None = None
    power: str = ""
    assessment: str = ""

    @classmethod
    def told(cls, kept: Mapping[str, Any]) -> Self:
        """From JSON, where days are text."""
        to_on = date.fromisoformat(kept["to_on"]) if kept.get("to_on") else None
        return cls(**{**kept, "from_on": date.fromisoformat(kept["from_on"]), "to_on": to_on})

    def kept(self) -> dict[str, Any]:
        return asdict(self) | {
            "from_on": self.from_on.isoformat(),
            "to_on": self.to_on.isoformat() if self.to_on else None,
        }


@dataclass(frozen=True, slots=True)
class Scoring:
    """A whole edition: terms by the factor's key, and rules by name, `least_coverage` in whole per cent. Number 0 is as shipped."""

    number: int
    factors: Mapping[str, Terms]
    rules: Mapping[str, int]

    @property
    def sha256(self) -> str:
        """A hash of what it says, whatever its number."""
        told = {"factors": {key: terms.kept() for key, terms in self.factors.items()}, "rules": dict(self.rules)}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def overrides(self) -> dict[str, dict[str, Any]]:
        """By factor, what profiling is told. A factor that came after this edition is off until an edition names it."""
        return {factor.key: _override(self.factors.get(factor.key)) for factor in CATALOGUE}

    def scoring_rules(self) -> ScoringRules:
        told: dict[str, Any] = {**self.rules, "least_coverage": self.rules["least_coverage"] / 100}
        return ScoringRules(**told)

    def settings(self) -> Settings:
        """What profiling is run with."""
        return Settings(rules=self.scoring_rules(), factors=with_overrides(CATALOGUE, self.overrides()))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that two editions say differently: of a factor (its key, and which of its terms), or a rule (no term)."""

    key: str
    term: str
    before: Any
    after: Any


def _override(terms: Terms | None) -> dict[str, Any]:
    if terms is None:
        return {"on": False}
    return {"on": terms.on, "points": terms.points, "from_on": terms.from_on, "to_on": terms.to_on}


@cache
def shipped() -> Scoring:
    """The catalogue and the rules as this release brings them."""
    factors = {each.key: Terms(each.on, each.points, each.from_on, each.to_on) for each in CATALOGUE}
    rules = asdict(ScoringRules())
    return Scoring(SHIPPED_NUMBER, factors, {**rules, "least_coverage": round(100 * rules["least_coverage"])})


@cache
def catalogue() -> Mapping[str, Factor]:
    """The factors of this release, as they ship, by key."""
    return {factor.key: factor for factor in CATALOGUE}


def ships_off(key: str) -> bool:
    """Whether a factor counts only once two people have cited the power to disclose and an assessment."""
    return not catalogue()[key].on


def most_points(key: str) -> int:
    """The most that a factor may be worth; one that is graded by its own query cannot be worth more than its highest grade."""
    factor = catalogue()[key]
    return factor.points if "least({points}" in factor.sql else MOST_POINTS


def changes(before: Scoring, after: Scoring) -> tuple[Change, ...]:
    """What is different, factors first, in the order of the catalogue."""
    return (*_factor_changes(before, after), *_rule_changes(before, after))


def _factor_changes(before: Scoring, after: Scoring) -> Iterator[Change]:
    for key, ships in shipped().factors.items():
        was, will = (asdict(each.factors.get(key, _never(ships))) for each in (before, after))
        yield from (Change(key, term, was[term], will[term]) for term in was if was[term] != will[term])


def _never(ships: Terms) -> Terms:
    return Terms(False, ships.points, ships.from_on)


def _rule_changes(before: Scoring, after: Scoring) -> Iterator[Change]:
    for name in BOUNDS:
        if before.rules[name] != after.rules[name]:
            yield Change(name, "", before.rules[name], after.rules[name])


# what may be done


def why_not_draft(drafted: Scoring, *, now: Scoring, valid_from: date, on: date) -> Reason | None:
    """`now` is what holds on the draft's day without it."""
    return (
        why_not_from(valid_from, on)
        or next(_faults(drafted), None)
        or (None if changes(now, drafted) else Reason("scoring_same_as_now"))
    )


def why_not_from(valid_from: date, on: date) -> Reason | None:
    return Reason("scoring_from_the_past") if valid_from < on else None


def _faults(drafted: Scoring) -> Iterator[Reason]:
    if set(drafted.factors) != set(catalogue()) or set(drafted.rules) != set(BOUNDS):
        yield Reason("scoring_not_whole")
        return
    for name, (least, most) in BOUNDS.items():
        if not least <= drafted.rules[name] <= most:
            yield Reason("scoring_rule_out_of_range", least=least, most=most)
    if drafted.rules["amber"] >= drafted.rules["red"] or drafted.rules["medium"] >= drafted.rules["high"]:
        yield Reason("scoring_bands_out_of_order")
    for key, terms in drafted.factors.items():
        yield from faults_of(key, terms)


def faults_of(key: str, terms: Terms) -> Iterator[Reason]:
    """What is wrong with the terms of one factor."""
    if not 0 <= terms.points <= most_points(key):
        yield Reason("scoring_points_out_of_range", factor=key, most=most_points(key))
    if terms.to_on and terms.to_on < terms.from_on:
        yield Reason("scoring_ends_before_it_begins", factor=key)
    if lacks_grounds(key, terms):
        yield Reason("scoring_without_grounds", factor=key)


def lacks_grounds(key: str, terms: Terms) -> bool:
    """Whether a factor that ships off is switched on without both of the things that must be cited for it."""
    return terms.on and ships_off(key) and not (terms.power.strip() and terms.assessment.strip())


def why_not_become(state: str, wanted: ScoringState) -> Reason | None:
    return None if wanted in TRANSITIONS[ScoringState(state)] else Reason("scoring_settled_already")


def why_not_redraft(state: str) -> Reason | None:
    return None if state == ScoringState.DRAFTED else Reason("scoring_no_longer_a_draft")


def why_not_propose(state: str, *, staff_id: int | None, valid_from: date, on: date) -> Reason | None:
    if settled := why_not_become(state, ScoringState.PROPOSED):
        return settled
    if staff_id is None:
        return Reason("scoring_needs_a_named_person")
    return why_not_from(valid_from, on)


def why_not_approve(
    state: str, *, wrote: set[int | None], staff_id: int | None, tried: bool, valid_from: date, on: date
) -> Reason | None:
    """Two people, the second of whom has seen what exactly this edition would do. `wrote` are who drafted and proposed it."""
    if state == ScoringState.DRAFTED:
        return Reason("scoring_not_proposed_yet")
    if settled := why_not_become(state, ScoringState.APPROVED):
        return settled
    if staff_id is None or staff_id in wrote:
        return Reason("scoring_needs_a_second_person")
    return why_not_from(valid_from, on) or (None if tried else Reason("scoring_not_tried"))
