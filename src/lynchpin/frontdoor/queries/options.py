"""What could come next for a referral at the front door, in words, for its page and for asking a provider."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from lynchpin.framework.eligibility import Known
from lynchpin.framework.models import CoreOfferLine
from lynchpin.framework.queries import ruled_out
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, Permission, ReferralStatus, TimelineKind
from lynchpin.frontdoor.models import Brokering, Referral, TimelineEntry
from lynchpin.frontdoor.queries.brokering import line_names, lines_today, providers
from lynchpin.frontdoor.queries.referrals import ReferralFacts, facts_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.people.models import Resident
from lynchpin.people.rules import age_on

OFFERED = (ReferralStatus.SCREENING, ReferralStatus.RETURNED)


@dataclass(frozen=True, slots=True)
class NextOption:
    """An option with the names of its provider and line, and their keys for asking it."""

    step: str
    provider: str
    provider_key: str
    line: str
    line_key: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class BrokeringFacts:
    """A referral with whom a provider could be asked for: (key, name) of providers and lines, and the ranked options."""

    referral: ReferralFacts
    providers: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, str], ...]
    options: tuple[NextOption, ...]


@read(Permission.READ_REFERRAL)
def next_options(actor: Actor, reference: str) -> tuple[NextOption, ...]:
    """Options for a referral that waits for a decision, best first; none while it waits for something else."""
    found = Referral.objects.visible_to(actor).find(reference=reference)
    return options_of(actor, found) if _waits(found) and actor.shows("F3") else ()


@read(Permission.BROKER_REFERRAL)
def referral_to_broker(actor: Actor, reference: str) -> BrokeringFacts:
    """A referral, and who could be asked about it."""
    found = Referral.objects.visible_to(actor).find(reference=reference)
    lines = tuple((line.key, name) for line, name in _named(actor))
    offered = options_of(actor, found) if _waits(found) else ()
    return BrokeringFacts(facts_of(actor, found), tuple(providers(actor).items()), lines, offered)


def _waits(found: Referral) -> bool:
    return found.status in OFFERED and found.resident_id is not None


def options_of(actor: Actor, found: Referral) -> tuple[NextOption, ...]:
    """The ranked options of a referral that a bound actor has found."""
    by, called = providers(actor), line_names(actor)
    out = ruled_out(actor, Known(actor.on, None, {"cluster": found.cluster_id} if found.cluster_id else {}))
    lines = [*_taking_over(by), *(_line(row, by) for row in lines_today(actor) if row.key not in out)]
    ranked = rules.ranked_options(
        _person(actor, found), lines, said_no=_said_no(actor, found), sent_back=_sent_back(actor, found)
    )
    return tuple(_option(each, by, called) for each in ranked)


def _option(each: rules.Option, by: dict[str, str], called: dict[str, str]) -> NextOption:
    provider, line = by.get(each.provider, ""), called.get(each.line, "")
    return NextOption(each.step, provider, each.provider, line, each.line, each.why)


def _person(actor: Actor, found: Referral) -> rules.Person:
    born = found.told_birth_date
    if found.resident_id is not None:
        seen = Resident.objects.visible_to(actor).filter(pk=found.resident_id)
        born = seen.values_list("birth_date", flat=True).first() or born
    return rules.Person(age_on(born, actor.on), tuple(found.needs))


def _line(row: CoreOfferLine, by: Container[str]) -> rules.Line:
    """A line with those of its providers that can be asked today."""
    return rules.Line(
        key=row.key,
        providers=tuple(key for key in row.provider_keys if key in by),
        needs=frozenset(row.details.get("needs", ())),
        groups=frozenset((*row.group_keys, *row.details.get("specific_groups", ()))),
        age_from=row.age_from,
        age_to=row.age_to,
        last_resort=bool(row.details.get("last_resort", False)),
    )


def _taking_over(by: Container[str]) -> list[rules.Line]:
    """Communities for Work, where it takes part: for work, from 16 on."""
    wants, key = frozenset({"work", "work_skills"}), rules.COMMUNITIES_FOR_WORK
    return [rules.Line(key="", providers=(key,), needs=wants, age_from=16)] if key in by else []


def _said_no(actor: Actor, found: Referral) -> frozenset[tuple[str, str]]:
    """Providers that were asked for a line and gave no help."""
    asked = Brokering.objects.visible_to(actor).filter(referral_id=found.pk)
    no = asked.filter(state__in=(BrokeringState.RETURNED, BrokeringState.WITHDRAWN))
    return frozenset(
        (str(provider), str(line or "")) for provider, line in no.values_list("organisation_id", "offer_id")
    )


def _sent_back(actor: Actor, found: Referral) -> bool:
    """Whether a lead worker had it before it came back."""
    steps = TimelineEntry.objects.visible_to(actor).filter(referral_id=found.pk)
    return found.status == ReferralStatus.RETURNED and steps.filter(kind=TimelineKind.ROUTED).exists()


def _named(actor: Actor) -> list[tuple[CoreOfferLine, str]]:
    names = line_names(actor)
    return [(row, names[row.key]) for row in lines_today(actor)]
