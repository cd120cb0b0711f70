"""How the rules of the core offer read: whom a line is for, what is not known, and what would make it fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.desk.queries.what_fits import LineJudged, RuleJudged, WhatFits
from lynchpin.face.parts import Tag
from lynchpin.framework.choices import RuleKind
from lynchpin.framework.eligibility import AGE, AgeBetween, Answer, Become, Change, Condition, OfAge, Wait
from lynchpin.pathways.queries.offer import TEST
from lynchpin.people.choices import Language

ANSWERS: Mapping[Answer, tuple[object, str]] = {
    Answer.PASSES: (gettext_lazy("Yes"), "green"),
    Answer.FAILS: (gettext_lazy("No"), "grey"),
    Answer.NOT_KNOWN: (gettext_lazy("Not known"), "yellow"),
}
LIVES = ("cluster", "zone", "county")


def answer_tag(judged: RuleJudged) -> Tag:
    """What a rule says of somebody."""
    words, colour = ANSWERS[judged.answer]
    return Tag(str(words), colour)


def rule_in_words(judged: RuleJudged, facts: WhatFits) -> str:
    """Whom a line is for, by one of its rules."""
    rule = judged.rule
    if not rule.any_of:
        return _("Nobody has stated whom this is for. Ask the programme before you suggest it.")
    first = rule.any_of[0]
    if isinstance(first, AgeBetween) and (rule.kind == RuleKind.AGE or (len(rule.any_of) == 1 and not judged.words)):
        return _ages(first)
    whom = "; ".join(_whom(each, facts) for each in rule.any_of)
    told = {"rule": judged.words, "whom": whom}
    if len(rule.any_of) == 1:
        return (_("%(rule)s. This has to be so: %(whom)s.") if judged.words else _named(rule.kind)) % told
    return (_("%(rule)s. Any of these is enough: %(whom)s.") if judged.words else _named_any(rule.kind)) % told


def _named(kind: str) -> str:
    if kind == RuleKind.AREA:
        return _("For people who live here: %(whom)s.")
    if kind == RuleKind.LANGUAGE:
        return _("For people who use this language: %(whom)s.")
    return _("For whom this is so: %(whom)s.")


def _named_any(kind: str) -> str:
    return _("For whom any of these is so: %(whom)s.") if kind == RuleKind.GROUP else _named(kind)


def _ages(age: AgeBetween) -> str:
    if age.from_age is None:
        return _("For people aged %(to)s and under.") % {"to": age.to_age}
    if age.to_age is None:
        return _("For people aged %(from)s and over.") % {"from": age.from_age}
    return _("For people aged %(from)s to %(to)s.") % {"from": age.from_age, "to": age.to_age}


def _aged(age: AgeBetween) -> str:
    """An age among other things that may be so, without a full stop."""
    if age.from_age is None:
        return _("people aged %(to)s and under") % {"to": age.to_age}
    if age.to_age is None:
        return _("people aged %(from)s and over") % {"from": age.from_age}
    return _("people aged %(from)s to %(to)s") % {"from": age.from_age, "to": age.to_age}


def _whom(condition: Condition, facts: WhatFits) -> str:
    if isinstance(condition, AgeBetween):
        return _aged(condition)
    return ", ".join(value_in_words(condition.fact, value, facts) for value in condition.values)


def value_in_words(fact: str, value: str | bool, facts: WhatFits) -> str:
    """A fact that is so, without a full stop."""
    if fact in LIVES:
        return facts.places.get(str(value), str(value))
    if fact == "language":
        return str(Language(str(value)).label)
    question = facts.words.get(fact)
    return (question.if_yes if value else question.if_no) if question else fact


def change_in_words(change: Change, facts: WhatFits) -> str:
    """One thing that would have to be so, as the end of a sentence that begins with "It would fit"."""
    match change:
        case Wait(until):
            born = facts.known.born or until
            told = {"day": date_format(until, "j F Y"), "name": first_name(facts), "age": until.year - born.year}
            return _("from %(day)s, when %(name)s is %(age)s") % told
        case OfAge(years):
            return _("if they are %(age)s years old, which is not known yet") % {"age": years}
        case Become(fact, value):
            so = {"so": value_in_words(fact, value, facts)}
            if fact in facts.known.told:
                return _("once this is so: %(so)s") % so
            return _("if this is so, which is not known yet: %(so)s") % so


def first_name(facts: WhatFits) -> str:
    """What somebody is called on a page about them."""
    return facts.person.known_as or facts.person.name.split(" ")[0]


def facts_in_words(asked: Iterable[str], facts: WhatFits) -> Iterator[str]:
    """What would settle it, without what a review of profiles decides."""
    for fact in asked:
        if fact == AGE:
            yield _("Their date of birth")
        elif fact in LIVES:
            yield _("Where they live")
        elif fact == "language":
            yield _("The language they use")
        elif fact in facts.words and fact not in facts.elsewhere:
            yield facts.words[fact].asks if fact.startswith(TEST) else facts.words[fact].if_yes


def reasons_for(line: LineJudged, facts: WhatFits) -> list[str]:
    """The rules that pass, in words; one without rules is open to anybody."""
    return [rule_in_words(each, facts) for each in line.rules] or [_("It is open to anybody.")]


def reasons_against(line: LineJudged, facts: WhatFits) -> list[str]:
    """The rules that fail, in words."""
    return [rule_in_words(each, facts) for each in line.rules if each.answer is Answer.FAILS]
