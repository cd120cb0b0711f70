"""A rule passes, fails or is not known; and the nearest change is the smallest that would make a line fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from lynchpin.framework.eligibility import (
    AGE,
    AgeBetween,
    Answer,
    Become,
    Known,
    OfAge,
    OneOf,
    Rule,
    Verdict,
    Wait,
    after,
    nearest_change,
    to_ask,
    turns_on,
    verdict,
)

TODAY = date(2026, 6, 10)
YOUNG = Rule("young", "age", (AgeBetween(16, 25),))
ISOLATED = Rule("group", "group", (OneOf("group.CG08", (True,)), OneOf("group.CG09", (True,))))
SKILLED = Rule("before", "before", (OneOf("test.skills", (True,), changeable=True),))


def known(born: date | None = None, **told: bool) -> Known:
    return Known(TODAY, born, {name.replace("_", "."): so for name, so in told.items()})


def test_somebody_is_of_age_on_their_birthday_and_not_on_the_day_before():
    assert YOUNG.answer(known(date(2010, 6, 10))) is Answer.PASSES
    assert YOUNG.answer(known(date(2010, 6, 11))) is Answer.FAILS


def test_somebody_is_too_old_on_the_birthday_after_the_last_age():
    assert YOUNG.answer(known(date(2000, 6, 11))) is Answer.PASSES
    assert YOUNG.answer(known(date(2000, 6, 10))) is Answer.FAILS


def test_a_leap_day_child_comes_of_age_on_the_first_of_march():
    assert turns_on(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert turns_on(date(2008, 2, 29), 16) == date(2024, 2, 29)


def test_what_is_not_known_is_never_a_failure():
    assert YOUNG.answer(known()) is Answer.NOT_KNOWN
    assert ISOLATED.answer(known(group_CG08=False)) is Answer.NOT_KNOWN
    assert ISOLATED.answer(known(group_CG08=False, group_CG09=False)) is Answer.FAILS
    assert verdict([ISOLATED], known()) is Verdict.MAY_FIT


def test_one_condition_of_a_rule_is_enough():
    assert ISOLATED.answer(known(group_CG09=True)) is Answer.PASSES


def test_a_rule_that_nobody_stated_is_not_known_and_asks_for_nothing():
    nobody = Rule("stated", "not_stated", ())
    assert nobody.answer(known()) is Answer.NOT_KNOWN
    assert to_ask([nobody], known()) == ()


def test_a_line_without_rules_fits_everybody():
    assert verdict([], known()) is Verdict.FITS
    assert nearest_change([], known()) == ()


def test_only_what_would_settle_it_is_asked():
    rules = [YOUNG, ISOLATED, SKILLED]
    assert to_ask(rules, known(date(2005, 1, 1), test_skills=True, group_CG08=False)) == ("group.CG09",)


def test_a_child_who_will_be_of_age_has_only_to_wait():
    assert nearest_change([YOUNG], known(date(2011, 3, 1))) == (Wait(date(2027, 3, 1)),)


def test_nothing_makes_somebody_younger():
    assert nearest_change([YOUNG], known(date(1990, 1, 1))) is None


def test_nobody_is_told_to_move_house():
    here = Rule("area", "area", (OneOf("cluster", ("porth",)),))
    assert nearest_change([here], Known(TODAY, None, {"cluster": "taf_west"})) is None
    assert nearest_change([here], Known(TODAY, None, {})) == (Become("cluster", "porth"),)


def test_a_group_that_somebody_is_not_of_is_never_named_as_a_change():
    assert nearest_change([ISOLATED], known(group_CG08=False, group_CG09=False)) is None


def test_learning_comes_before_changing():
    both = Rule("either", "before", (OneOf("test.skills", (True,), True), OneOf("completed.PV-15", (True,), True)))
    assert nearest_change([both], known(test_skills=False)) == (Become("completed.PV-15", True),)


def test_an_age_that_is_not_known_is_named_as_one_to_learn():
    assert nearest_change([YOUNG], known()) == (OfAge(16),)


# the property: against every set of facts there could be

FACTS = ("a", "b", "c")
VALUES = ("x", "y", "z")
ages = st.one_of(st.none(), st.integers(0, 40))
between = st.builds(AgeBetween, ages, ages).filter(lambda each: (each.from_age, each.to_age) != (None, None))
changeability = st.dictionaries(st.sampled_from(FACTS), st.booleans())
one_of = st.builds(
    OneOf, st.sampled_from(FACTS), st.lists(st.sampled_from(VALUES), min_size=1, max_size=2).map(tuple), st.booleans()
)
rule_sets = st.lists(
    st.builds(
        lambda each: Rule("k", "group", tuple(each)), st.lists(st.one_of(between, one_of), min_size=1, max_size=3)
    ),
    min_size=1,
    max_size=4,
)
people = st.builds(
    Known,
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.one_of(st.none(), st.dates(date(1985, 1, 1), date(2023, 12, 31))),
    st.dictionaries(st.sampled_from(FACTS), st.sampled_from(VALUES)),
)


def could_be(fact: str, rules: list[Rule], person: Known) -> Iterator[object]:
    """Everything that a fact could become, whether or not a rule names it."""
    about = [each for rule in rules for each in rule.any_of if each.fact == fact]
    if fact == AGE:
        if person.born is None:
            yield from (OfAge(years) for years in range(60))
        else:
            yield from (Wait(turns_on(person.born, years)) for years in range(60))
    elif fact not in person.told or any(each.changeable for each in about):
        yield from (Become(fact, value) for value in VALUES)


def brute_force(rules: list[Rule], person: Known) -> int | None:
    """The size of the smallest set that makes every rule pass, by trying them all."""
    facts = list({each.fact for rule in rules for each in rule.any_of})
    options = {
        fact: [each for each in could_be(fact, rules, person) if not isinstance(each, Wait) or each.until > person.on]
        for fact in facts
    }
    for size in range(len(facts) + 1):
        sets = chain.from_iterable(product(*(options[fact] for fact in some)) for some in combinations(facts, size))
        if any(verdict(rules, after(person, changes)) is Verdict.FITS for changes in sets):
            return size
    return None


@settings(max_examples=150, deadline=None)
@given(rule_sets, people)
def test_the_nearest_change_makes_every_rule_pass_and_no_smaller_one_does(rules, person):
    found = nearest_change(rules, person)
    assert (None if found is None else len(found)) == brute_force(rules, person)
    if found is not None:
        assert verdict(rules, after(person, found)) is Verdict.FITS


@settings(max_examples=150, deadline=None)
@given(rule_sets, people)
def test_no_other_birthday_would_come_sooner(rules, person):
    found = nearest_change(rules, person) or ()
    waits = [each for each in found if isinstance(each, Wait)]
    for wait in waits:
        others = [each for each in found if each is not wait]
        day = person.on + timedelta(days=1)
        earlier = (Wait(day), Wait(wait.until - timedelta(days=1)))
        assert all(
            verdict(rules, after(person, [*others, each])) is not Verdict.FITS
            for each in earlier
            if each.until < wait.until
        )
