"""Reads about the framework: the whole of it for its page, and names for the forms of later rooms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lynchpin.framework.choices import HEADINGS, DefinitionKind, MeasureKind, Permission, RuleKind
from lynchpin.framework.eligibility import Known, Rule, Verdict, read_rule, verdict
from lynchpin.framework.models import CoreOfferLine, Definition, EligibilityRule, Measure
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, in_force


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the core offer in words: who provides it, for whom, and what it is measured by."""

    key: str
    name: str
    providers: str
    groups: tuple[str, ...]
    measures: tuple[str, ...]
    age_from: int | None
    age_to: int | None


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority with its lines."""

    key: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: the outcomes that it serves, and its priorities."""

    key: str
    name: str
    outcomes: tuple[str, ...]
    priorities: tuple[Priority, ...]


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure in words; `denominator` says of whom a share is taken."""

    key: str
    name: str
    kind: str
    denominator: str


@dataclass(frozen=True, slots=True)
class Framework:
    """The framework of a day. `others` are the names of further definitions, under the heading of their kind."""

    outcomes: tuple[tuple[str, str], ...]
    themes: tuple[Theme, ...]
    measures: tuple[MeasureFacts, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


@read(Permission.READ_FRAMEWORK)
def framework(actor: Actor) -> Framework:
    """What holds on the actor's day, in the order of the pack."""
    rows = list(Definition.objects.visible_to(actor).filter(in_force(actor.on)).order_by("kind", "sort", "key"))
    of = {kind: [row for row in rows if row.kind == kind] for kind in DefinitionKind}
    names = {row.key: label(row) for row in rows}
    measures = list(Measure.objects.visible_to(actor).filter(in_force(actor.on)).order_by("sort", "key"))
    lines = _lines(actor, names | {measure.key: label(measure) for measure in measures})
    return Framework(
        outcomes=tuple((row.key, label(row)) for row in of[DefinitionKind.STRATEGIC_OUTCOME]),
        themes=tuple(_theme(row, of[DefinitionKind.PRIORITY], names, lines) for row in of[DefinitionKind.THEME]),
        measures=tuple(_measure(measure) for measure in measures),
        others=tuple((str(HEADINGS[kind]), tuple(label(row) for row in of[kind])) for kind in HEADINGS if of[kind]),
    )


def definitions(actor: Actor, kind: str, on: date) -> list[tuple[str, str]]:
    """(key, name) of the definitions of a kind that hold on a day, in the pack's order: for forms of later rooms."""
    rows = Definition.objects.visible_to(actor).filter(in_force(on), kind=kind).order_by("sort", "key")
    return [(row.key, label(row)) for row in rows]


def measure_names(actor: Actor, on: date) -> list[tuple[str, str]]:
    """(key, name) of the measures that hold on a day, in the pack's order: for forms of later rooms."""
    rows = Measure.objects.visible_to(actor).filter(in_force(on)).order_by("sort", "key")
    return [(row.key, label(row)) for row in rows]


def names_of(actor: Actor, keys: Iterable[str]) -> dict[str, str]:
    """Key -> name of definitions, retired ones too: records keep pointing at them."""
    rows = Definition.objects.visible_to(actor).filter(key__in=set(keys)).order_by("key")
    return {row.key: label(row) for row in rows}


def _theme(
    row: Definition, priorities: Iterable[Definition], names: Mapping[str, str], lines: list[tuple[str, Line]]
) -> Theme:
    outcomes = tuple(names[key] for key in row.details.get("strategic_outcomes", ()) if key in names)
    mine = tuple(_priority(priority, lines) for priority in priorities if priority.parent_key == row.key)
    return Theme(row.key, label(row), outcomes, mine)


def _priority(row: Definition, lines: list[tuple[str, Line]]) -> Priority:
    return Priority(row.key, label(row), tuple(line for priority, line in lines if priority == row.key))


def _lines(actor: Actor, names: Mapping[str, str]) -> list[tuple[str, Line]]:
    """Each line with the key of its priority; a line that serves two stands twice."""
    providers = {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).order_by("key")}
    rows = CoreOfferLine.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key")
    return [(priority, _line(row, names, providers)) for row in rows for priority in row.priority_keys]


def _line(row: CoreOfferLine, names: Mapping[str, str], providers: Mapping[str, str]) -> Line:
    by = ", ".join(providers[key] for key in row.provider_keys if key in providers)
    groups, measures = (
        tuple(names[key] for key in keys if key in names) for keys in (row.group_keys, row.measure_keys)
    )
    return Line(row.key, label(row), by, groups, measures, row.age_from, row.age_to)


def _measure(row: Measure) -> MeasureFacts:
    return MeasureFacts(row.key, label(row), str(MeasureKind(row.kind).label), label(row, "denominator"))


def rules_in_force(actor: Actor, on: date) -> dict[str, list[EligibilityRule]]:
    """The eligibility rules that hold on a day, by the key of their line, in the order of their kinds."""
    order = {kind: place for place, kind in enumerate(RuleKind.values)}
    found: dict[str, list[EligibilityRule]] = defaultdict(list)
    for row in EligibilityRule.objects.visible_to(actor).filter(in_force(on)).order_by("key"):
        found[row.line_key].append(row)
    return {line: sorted(rows, key=lambda row: order[row.kind]) for line, rows in found.items()}


def rules_of(rows: Iterable[EligibilityRule]) -> tuple[Rule, ...]:
    """Stored rules as the pure ones that are asked."""
    return tuple(read_rule(row.key, row.kind, row.conditions) for row in rows)


def ruled_out(actor: Actor, known: Known) -> frozenset[str]:
    """Keys of the lines that do not fit, by what is known: for the front door, which ranks by rules alone."""
    found = rules_in_force(actor, known.on).items()
    return frozenset(line for line, rows in found if verdict(rules_of(rows), known) is Verdict.DOES_NOT_FIT)
