"""What of the core offer fits a person, and why not: every line judged by its rules, on what the rooms know of them.

What is asked of each room is asked under that room's permission; where a role may not ask, the fact is simply not known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.desk.choices import Permission
from lynchpin.desk.queries.helped import HelpAsked, OpenWork, help_asked, open_work
from lynchpin.face.context import active_language
from lynchpin.framework.eligibility import Answer, Change, Known, Rule, Value, Verdict, nearest_change, to_ask, verdict
from lynchpin.framework.models import CoreOfferLine, EligibilityRule
from lynchpin.framework.queries import rules_in_force, rules_of
from lynchpin.frontdoor.queries.brokering import lines_today, providers
from lynchpin.frontdoor.queries.peace import latest_no
from lynchpin.frontdoor.rules import NO_HOLDS_FOR
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Permission as Pathways
from lynchpin.pathways.queries.offer import COMPLETED, OfferQuestion, answers_about, chosen_elsewhere, questions_about
from lynchpin.people.models import Resident
from lynchpin.people.queries import ResidentBrief, contact_held, person
from lynchpin.places.models import Area
from lynchpin.places.names import cluster_names, zone_names
from lynchpin.places.queries import zone_of_area


@dataclass(frozen=True, slots=True)
class RuleJudged:
    """A rule and what it says. `words` are its own, where its conditions do not say it all."""

    rule: Rule
    answer: Answer
    words: str


@dataclass(frozen=True, slots=True)
class LineJudged:
    """A line of the core offer for one person. `change` is None where nothing would make it fit; `wanted`: they asked for it."""

    key: str
    name: str
    how: str
    providers: tuple[tuple[str, str], ...]
    last_resort: bool
    wanted: bool
    verdict: Verdict
    rules: tuple[RuleJudged, ...]
    asks: tuple[str, ...]
    change: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True)
class WhatFits:
    """Everything on the page. `places` are names of clusters and zones.

    `said_no_until` is the day until which nothing is suggested unless they ask for it themselves.
    """

    person: ResidentBrief
    known: Known
    lines: tuple[LineJudged, ...]
    words: Mapping[str, OfferQuestion]
    places: Mapping[str, str]
    elsewhere: frozenset[str]
    asked: HelpAsked
    work: OpenWork
    contact_held: bool
    said_no_until: date | None

    def of(self, answer: Verdict) -> tuple[LineJudged, ...]:
        """The lines with one answer: what they asked for first, last resorts last."""
        found = (line for line in self.lines if line.verdict is answer)
        return tuple(sorted(found, key=lambda line: (not line.wanted, line.last_resort, line.key)))


@read(Permission.READ_WHAT_FITS)
def what_fits(actor: Actor, reference: str) -> WhatFits:
    """One person and the whole core offer of the day. Raises `NotFound`, and for whoever is out of sight too."""
    whose = person(actor, reference)
    key = whose.resident_id
    rules, asked = rules_in_force(actor, actor.on), help_asked(actor, key)
    facts = frozenset(each["fact"] for rows in rules.values() for row in rows for each in row.conditions)
    known = known_of(actor, key, asked, facts)
    said_no = latest_no(actor, key)
    until = local_date(said_no) + NO_HOLDS_FOR if said_no else None
    lines = tuple(_lines(actor, rules, known, asked))
    return WhatFits(
        person=whose,
        known=known,
        lines=lines,
        words=questions_about(actor, facts),
        places=dict((*cluster_names(actor), *(zone_names(actor) if "zone" in facts else ()))),
        elsewhere=chosen_elsewhere(actor),
        asked=asked,
        work=open_work(actor, key),
        contact_held=bool(contact_held([key])),
        said_no_until=until if until and until > actor.on else None,
    )


def known_of(actor: Actor, resident_id: int, asked: HelpAsked, facts: Collection[str]) -> Known:
    """What the rooms know of somebody, of the facts that a rule asks, for a bound actor."""
    row = Resident.objects.visible_to(actor).find(pk=resident_id)
    told: dict[str, Value] = dict(_lives(actor, row, facts))
    told |= answers_about(actor, resident_id) if actor.may(Pathways.READ_PLACE) else {}
    told |= {f"{COMPLETED}{line}": True for line in asked.helped_by}
    return Known(actor.on, row.birth_date, told | ({"language": row.language} if row.language else {}))


def _lives(actor: Actor, row: Any, facts: Collection[str]) -> Iterable[tuple[str, Value]]:
    """Cluster, zone and county of where they live now; empty where it is known to be outside. Nothing where it is not known."""
    if row.area_id is None:
        return
    yield "cluster", row.cluster_id or ""
    if "zone" in facts:
        yield "zone", zone_of_area(actor, row.area_id, actor.on)
    if "county" in facts:
        county = Area.objects.visible_to(actor).filter(code=row.area_id).values_list("council_code", flat=True)
        yield "county", county.first() or ""


def _lines(
    actor: Actor, rules: Mapping[str, list[EligibilityRule]], known: Known, asked: HelpAsked
) -> Iterable[LineJudged]:
    by = providers(actor)
    for row in lines_today(actor):
        yield _judged(row, rules.get(row.key, []), known, by, asked)


def _judged(
    row: CoreOfferLine, stored: list[EligibilityRule], known: Known, by: Mapping[str, str], asked: HelpAsked
) -> LineJudged:
    rules = rules_of(stored)
    found = verdict(rules, known)
    return LineJudged(
        key=row.key,
        name=label(row),
        how=_how(row),
        providers=tuple((key, by[key]) for key in row.provider_keys if key in by),
        last_resort=bool(row.details.get("last_resort", False)),
        wanted=bool(asked.needs & set(row.details.get("needs", ()))),
        verdict=found,
        rules=tuple(
            RuleJudged(rule, rule.answer(known), label(each)) for rule, each in zip(rules, stored, strict=True)
        ),
        asks=to_ask(rules, known),
        change=nearest_change(rules, known) if found is Verdict.DOES_NOT_FIT else None,
    )


def _how(row: CoreOfferLine) -> str:
    """How the line works, as the pack says it in the active language."""
    return row.details.get(f"rules_{active_language()}") or row.details.get("rules_en", "")
