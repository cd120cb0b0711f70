"""What lines of the core offer ask of somebody in words, and what was answered, here or on a pathway's step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.models import CoreOfferLine, Definition
from lynchpin.framework.queries import rules_in_force, rules_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.models import OfferAnswer, Place, StepAnswer
from lynchpin.pathways.queries.definitions import questions
from lynchpin.people.models import records_of_person
from lynchpin.people.queries import ResidentBrief, person

GROUP, TEST, COMPLETED = "group.", "test.", "completed."
GROUPS = (DefinitionKind.CUSTOMER_GROUP, DefinitionKind.SPECIFIC_GROUP)


@dataclass(frozen=True, slots=True)
class OfferQuestion:
    """A fact in words: as it is asked, and as a sentence when it is so and when it is not. No full stops."""

    fact: str
    asks: str
    if_yes: str
    if_no: str


@dataclass(frozen=True, slots=True)
class OfferToAnswer:
    """Whose answers, which questions, and what was answered last."""

    person: ResidentBrief
    asks: tuple[OfferQuestion, ...]
    answered: Mapping[str, bool]


def facts_asked(actor: Actor, on: date) -> tuple[str, ...]:
    """Facts that somebody can be asked for, by the rules of a day; whom profiling chooses is decided elsewhere."""
    rules = rules_of(row for rows in rules_in_force(actor, on).values() for row in rows)
    found = dict.fromkeys(each.fact for rule in rules for each in rule.any_of)
    elsewhere = chosen_elsewhere(actor)
    return tuple(each for each in found if each.startswith((GROUP, TEST, COMPLETED)) and each not in elsewhere)


def chosen_elsewhere(actor: Actor) -> frozenset[str]:
    """Facts about groups that a review chooses, so that no worker and no person can answer for them."""
    rows = Definition.objects.visible_to(actor).filter(kind=DefinitionKind.SPECIFIC_GROUP)
    return frozenset(f"{GROUP}{row.key}" for row in rows if row.details.get("asked") is False)


def questions_about(actor: Actor, facts: Collection[str]) -> dict[str, OfferQuestion]:
    """Each of the facts in words, in the active language; one that nothing names any more is left out."""
    groups = Definition.objects.visible_to(actor).filter(kind__in=GROUPS)
    lines = CoreOfferLine.objects.visible_to(actor)
    said = {f"{GROUP}{row.key}": _of_group(f"{GROUP}{row.key}", label(row)) for row in groups}
    said |= {f"{COMPLETED}{row.key}": _completed(f"{COMPLETED}{row.key}", label(row)) for row in lines}
    tests = questions(actor).items()
    said |= {f"{TEST}{key}": OfferQuestion(f"{TEST}{key}", each.asks, each.if_yes, each.if_no) for key, each in tests}
    return {fact: said[fact] for fact in facts if fact in said}


def _of_group(fact: str, name: str) -> OfferQuestion:
    return OfferQuestion(fact, _("Are they among these: %(group)s?") % {"group": name}, name, name)


def _completed(fact: str, line: str) -> OfferQuestion:
    asks = _("Have they completed this: %(line)s?") % {"line": line}
    return OfferQuestion(fact, asks, _("They have completed: %(line)s") % {"line": line}, line)


@read(Permission.READ_PLACE)
def answers_about(actor: Actor, resident_id: int) -> dict[str, bool]:
    """The newest answer to each fact, whether it was asked for a line or on a step of a pathway."""
    if not actor.shows("F3"):
        return {}
    records = records_of_person(actor, resident_id)
    places = Place.objects.visible_to(actor).filter(resident_id__in=records)
    steps = StepAnswer.objects.visible_to(actor).filter(place_id__in=places.values("pk"))
    offers = OfferAnswer.objects.visible_to(actor).filter(resident_id__in=records)
    found = [(at, f"{TEST}{key}", said) for at, key, said in steps.values_list("recorded_at", "test_key", "answer")]
    found += offers.values_list("recorded_at", "fact", "answer")
    return {fact: said for _at, fact, said in sorted(found)}


@read(Permission.ANSWER_OFFER_QUESTIONS)
def offer_to_answer(actor: Actor, reference: str, wanted: Collection[str]) -> OfferToAnswer:
    """For the form: just the questions that are wanted, or every one when none is named."""
    whose = person(actor, reference)
    asked = facts_asked(actor, actor.on)
    named = [fact for fact in asked if fact in wanted] or asked
    answered = answers_about(actor, whose.resident_id)
    return OfferToAnswer(whose, tuple(questions_about(actor, named).values()), answered)
