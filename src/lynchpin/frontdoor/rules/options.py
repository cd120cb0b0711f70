"""What could come next for somebody who is at the front door, best first, each with why: by the rules of the core offer alone.

Place and timetable are not known here. A person chooses; nothing is chosen for them, and nobody is left without an option.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from lynchpin.frontdoor.choices import Need
from lynchpin.kernel.errors import Reason

# What somebody says they need, in the needs that lines of the core offer name. Source: the reference pack's needs.
NAMED_AS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        Need.MONEY: frozenset({"income", "debt", "food", "warm_home"}),
        Need.WORK: frozenset({"work", "work_skills", "work_costs", "young_next_step"}),
        Need.HOME: frozenset({"warm_home"}),
        Need.PARENTING: frozenset({"parenting", "family_learning"}),
        Need.LONELINESS: frozenset({"company"}),
        Need.HEALTH: frozenset({"being_active", "healthy_living", "mood"}),
        Need.LEARNING: frozenset({"qualification", "reading_and_numbers", "online"}),
        Need.SAFETY: frozenset({"staying_safe"}),
        Need.OTHER: frozenset(),
    }
)
MOST_PROVIDERS = 5


class NextStep(StrEnum):
    """What an option is a first step of: asking a provider, a worker, or a statutory service."""

    PROVIDER = "broker_referral"
    WORKER = "route_referral"
    STATUTORY = "pass_on_referral"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the core offer: who gives it, for whom, and for which needs; empty where anybody may come.

    One without a key is no line: a programme that takes people over whole, asked before the lines that help as much.
    """

    key: str
    providers: tuple[str, ...]
    needs: frozenset[str]
    groups: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    last_resort: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody that a rule may ask. An empty `groups` means that nobody has asked."""

    age: int | None
    needs: tuple[str, ...]
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Option:
    """A next step, with the provider and the line where it is one, and why it is offered."""

    step: NextStep
    provider: str
    line: str
    why: tuple[Reason, ...]


def ranked_options(
    person: Person, lines: Sequence[Line], *, said_no: Collection[tuple[str, str]] = (), sent_back: bool = False
) -> tuple[Option, ...]:
    """Options, best first: lines that fit and were not declined, then a worker, then a statutory service.

    `said_no` are (provider, line) that were asked and gave no help; `sent_back`: a lead worker sent them back.
    """
    fitting = sorted(_asking(person, lines, said_no), key=lambda found: (found[0], found[1].line, found[1].provider))
    worker = Reason("option_worker_again") if sent_back else Reason("option_worker")
    return (
        *(option for _, option in fitting[:MOST_PROVIDERS]),
        Option(NextStep.WORKER, "", "", (worker,)),
        Option(NextStep.STATUTORY, "", "", (Reason("option_statutory"),)),
    )


def why_not_line(person: Person, line: Line) -> Reason | None:
    """Why a line does not fit somebody: what is not known of them never stands in their way."""
    if person.age is not None and line.age_from is not None and person.age < line.age_from:
        return Reason("line_from_age", age=line.age_from)
    if person.age is not None and line.age_to is not None and person.age > line.age_to:
        return Reason("line_to_age", age=line.age_to)
    if person.groups and line.groups and not person.groups & line.groups:
        return Reason("line_other_groups")
    return None if _needs_met(person, line) else Reason("line_other_needs")


def _asking(
    person: Person, lines: Sequence[Line], said_no: Collection[tuple[str, str]]
) -> Iterator[tuple[tuple[bool, bool, int], Option]]:
    """Each provider that could be asked, with how far down it stands: last resorts, then what must be asked first."""
    for line in lines:
        if why_not_line(person, line) is None:
            why = tuple(_why(person, line))
            rank = (line.last_resort, bool(line.key) and len(why) > 1, -len(_needs_met(person, line)))
            for provider in line.providers:
                if (provider, line.key) not in said_no:
                    yield rank, Option(NextStep.PROVIDER, provider, line.key, why)


def _why(person: Person, line: Line) -> Iterator[Reason]:
    yield Reason("option_fits_need")
    if not line.key:
        yield Reason("option_whole_handover")
    if person.age is None and (line.age_from is not None or line.age_to is not None):
        yield Reason("option_ask_age")
    if line.groups and not person.groups:
        yield Reason("option_ask_group")
    if line.last_resort:
        yield Reason("option_last_resort")


def _needs_met(person: Person, line: Line) -> tuple[str, ...]:
    """The needs that were told and that a line meets."""
    return tuple(need for need in person.needs if NAMED_AS.get(need, frozenset()) & line.needs)
