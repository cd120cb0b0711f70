"""Whom a line of the core offer is for, asked of what is known of one person. Pure.

A rule passes where one of its conditions is met and fails where none can be. What is not known is its own answer, and never a
failure. Nothing is asked here of place, timetable and distance: the room that keeps sessions knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain, combinations, product
from typing import Any

AGE = "age"
Value = str | bool


class Answer(StrEnum):
    PASSES = "passes"
    FAILS = "fails"
    NOT_KNOWN = "not_known"


class Verdict(StrEnum):
    FITS = "fits"
    MAY_FIT = "may_fit"
    DOES_NOT_FIT = "does_not_fit"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody on a day. A fact that `told` does not name is not known."""

    on: date
    born: date | None
    told: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class AgeBetween:
    """Whole years of age, both ends included; None where there is no limit."""

    from_age: int | None
    to_age: int | None
    fact: str = AGE

    def holds(self, known: Known) -> bool | None:
        """Whether it is so; None where that is not known."""
        if known.born is None:
            return None
        old_enough = self.from_age is None or turns_on(known.born, self.from_age) <= known.on
        return old_enough and (self.to_age is None or known.on < turns_on(known.born, self.to_age + 1))


@dataclass(frozen=True, slots=True)
class OneOf:
    """A fact that is one of some values. Only a `changeable` one may be named as something to change."""

    fact: str
    values: tuple[Value, ...]
    changeable: bool = False

    def holds(self, known: Known) -> bool | None:
        """Whether it is so; None where that is not known."""
        told = known.told.get(self.fact)
        return None if told is None else told in self.values


Condition = AgeBetween | OneOf


@dataclass(frozen=True, slots=True)
class Rule:
    """Passes where any one of its conditions is met. Without a condition nobody has stated whom the line is for."""

    key: str
    kind: str
    any_of: tuple[Condition, ...]

    def answer(self, known: Known) -> Answer:
        """What the rule says of somebody."""
        found = [condition.holds(known) for condition in self.any_of]
        if True in found:
            return Answer.PASSES
        return Answer.NOT_KNOWN if None in found or not found else Answer.FAILS


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing has to change but the day."""

    until: date
    fact: str = AGE


@dataclass(frozen=True, slots=True)
class OfAge:
    """Their age, which is not known, would have to be this one."""

    years: int
    fact: str = AGE


@dataclass(frozen=True, slots=True)
class Become:
    """A fact would have to be this one."""

    fact: str
    value: Value


Change = Wait | OfAge | Become


def turns_on(born: date, age: int) -> date:
    """The day on which somebody is so many years old; of those born on 29 February it is 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _born(on: date, age: int) -> date:
    """A birthday of somebody who is so many years old on a day."""
    return date(on.year - age, 2, 28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - age)


def read_rule(key: str, kind: str, conditions: Iterable[Mapping[str, Any]]) -> Rule:
    """A rule from its stored conditions."""
    return Rule(key, kind, tuple(_read(stored) for stored in conditions))


def _read(stored: Mapping[str, Any]) -> Condition:
    if stored["fact"] == AGE:
        return AgeBetween(stored["from"], stored["to"])
    return OneOf(stored["fact"], tuple(stored["values"]), bool(stored.get("changeable", False)))


def verdict(rules: Iterable[Rule], known: Known) -> Verdict:
    """What all rules of a line say together; one without rules fits everybody."""
    answers = {rule.answer(known) for rule in rules}
    if Answer.FAILS in answers:
        return Verdict.DOES_NOT_FIT
    return Verdict.MAY_FIT if Answer.NOT_KNOWN in answers else Verdict.FITS


def to_ask(rules: Iterable[Rule], known: Known) -> tuple[str, ...]:
    """The facts that would settle what is not known, each once, in the order of the rules."""
    unsettled = (rule for rule in rules if rule.answer(known) is Answer.NOT_KNOWN)
    asked = (each.fact for rule in unsettled for each in rule.any_of if each.holds(known) is None)
    return tuple(dict.fromkeys(asked))


def nearest_change(rules: Sequence[Rule], known: Known) -> tuple[Change, ...] | None:
    """The smallest set of facts that would make every rule pass, the soonest first. Empty where all pass; None where nothing would.

    What is known and may not be named as something to change, such as where somebody lives, is left as it is.
    """
    options = {fact: tuple(_options(fact, rules, known)) for fact in _facts(rules)}
    if any(_stuck(rule, options, known) for rule in rules):
        return None
    for size in range(len(options) + 1):
        sets = (product(*(options[fact] for fact in facts)) for facts in combinations(options, size))
        enough = [changes for changes in chain.from_iterable(sets) if _qualifies(rules, after(known, changes))]
        if enough:
            return min(enough, key=lambda changes: _nearness(changes, known))
    return None


def after(known: Known, changes: Iterable[Change]) -> Known:
    """What would be known once the changes were so."""
    for change in changes:
        match change:
            case Wait(until):
                known = replace(known, on=until)
            case OfAge(years):
                known = replace(known, born=_born(known.on, years))
            case Become(fact, value):
                known = replace(known, told={**known.told, fact: value})
    return known


def _facts(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.fact for rule in rules for each in rule.any_of))


def _options(fact: str, rules: Iterable[Rule], known: Known) -> Iterator[Change]:
    """Each thing that a fact could become, by what the rules name."""
    about = [each for rule in rules for each in rule.any_of if each.fact == fact]
    if fact == AGE:
        yield from _ages([each for each in about if isinstance(each, AgeBetween)], known)
        return
    of_fact = [each for each in about if isinstance(each, OneOf)]
    told = known.told.get(fact)
    if told is None or any(each.changeable for each in of_fact):
        values = dict.fromkeys(value for each in of_fact for value in each.values)
        yield from (Become(fact, value) for value in values if value != told)


def _ages(about: Iterable[AgeBetween], known: Known) -> Iterator[Change]:
    """Birthdays to come; or ages that somebody could be of, where that is not known."""
    ends = sorted({end for each in about for end in (each.from_age, each.to_age) if end is not None})
    if known.born is None:
        yield from (OfAge(years) for years in ends)
    else:
        birthdays = (turns_on(known.born, years) for years in ends)
        yield from (Wait(day) for day in birthdays if day > known.on)


def _stuck(rule: Rule, options: Mapping[str, Sequence[Change]], known: Known) -> bool:
    """Whether no single change makes a rule pass that does not: then no set of them does."""
    if rule.answer(known) is Answer.PASSES:
        return False
    changes = (change for each in rule.any_of for change in options[each.fact])
    return not any(rule.answer(after(known, (change,))) is Answer.PASSES for change in changes)


def _qualifies(rules: Iterable[Rule], known: Known) -> bool:
    return verdict(rules, known) is Verdict.FITS


def _nearness(changes: Sequence[Change], known: Known) -> tuple[date, int]:
    """Sooner before later, and learning what is not known before changing what is."""
    until = max((each.until for each in changes if isinstance(each, Wait)), default=known.on)
    return until, sum(isinstance(each, Become) and each.fact in known.told for each in changes)
