"""What came of families that profiling suggested: agreed, contacted, accepted, better off; each counted where it was suggested.

A family stands in the quarter in which it was put before a reviewer, so that the stages of one row are of the same families."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.casework.choices import ContactKind
from lynchpin.casework.models import Case, Contact, Plan, WhatMatters
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor.choices import CandidateState
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read
from lynchpin.outcomes.models import Achievement
from lynchpin.outcomes.rules import Quarter
from lynchpin.places.names import every_cluster
from lynchpin.profiles.choices import Permission

STAGES = ("suggested", "agreed", "contacted", "accepted", "benefited")


@dataclass(frozen=True, slots=True)
class YieldRow:
    """One cluster in one quarter: how many families reached each stage, in the order of `STAGES`. No name outside every cluster."""

    quarter: Quarter
    cluster: str
    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YieldFamily:
    """A family behind a number, for whoever reviews."""

    subject: Subject
    reference: str
    cluster: str
    state: str
    suggested_on: date | None


@dataclass(frozen=True, slots=True)
class _Trace:
    candidate_id: int
    cluster: str
    quarter: Quarter
    reached: tuple[bool, ...]


@read(Permission.READ_ASSURANCE)
def what_came_of_it(actor: Actor) -> tuple[YieldRow, ...]:
    """Every quarter and cluster in which a family was suggested, the newest quarter first."""
    names, gathered = every_cluster(actor), dict[tuple[Quarter, str], list[_Trace]]()
    for trace in _traces():
        gathered.setdefault((trace.quarter, trace.cluster), []).append(trace)
    order = sorted(gathered, key=lambda key: (-key[0].year, -key[0].number, key[1] == "", names.get(key[1], "")))
    return tuple(YieldRow(*key, names.get(key[1], ""), _counts(gathered[key])) for key in order)


@read(Frontdoor.READ_CANDIDATES)
def families_behind(actor: Actor, query: ListQuery, stage: str, cluster: str, quarter: Quarter) -> ListPage:
    """The families of one number, as far as this reader may see them."""
    place = STAGES.index(stage)
    wanted = [
        trace.candidate_id
        for trace in _traces()
        if (trace.cluster, trace.quarter) == (cluster, quarter) and trace.reached[place]
    ]
    found, names = Candidate.objects.visible_to(actor).filter(pk__in=wanted), every_cluster(actor)
    page = found.order_by("released_at", "pk")[query.start : query.stop]
    return ListPage([_family(row, names.get(row.cluster_id or "", "")) for row in page], found.count(), query)


def _family(row: Candidate, cluster: str) -> YieldFamily:
    suggested_on = local_date(row.released_at) if row.released_at else None
    return YieldFamily(Subject("frontdoor.Candidate", row.pk), row.reference, cluster, row.state, suggested_on)


def _counts(traces: Iterable[_Trace]) -> tuple[int, ...]:
    return tuple(sum(stage) for stage in zip(*(trace.reached for trace in traces), strict=True))


def _traces() -> Iterator[_Trace]:
    """Unscoped: a number is about everyone, whoever reads it; its list obeys the reader's scope."""
    rows = list(Candidate.unscoped.filter(released_at__isnull=False).order_by("pk"))
    cases = _cases({row.referral_id for row in rows if row.referral_id})
    held = list(cases.values())
    met, accepted, benefited = set(_met(held)), set(_accepted(held)), set(_benefited(held))
    for row in rows:
        case = cases.get(row.referral_id or 0, 0)
        agreed = row.state == CandidateState.AGREED
        reached = (True, agreed, case in met, case in accepted, case in benefited)
        yield _Trace(row.pk, row.cluster_id or "", _quarter(row.released_at), reached)


def _quarter(at: datetime) -> Quarter:
    return Quarter.of(local_date(at))


def _cases(referrals: Collection[int]) -> dict[int, int]:
    """Referral -> the case that was opened from it."""
    references = dict(Referral.unscoped.filter(pk__in=referrals).values_list("reference", "pk"))
    opened = Case.unscoped.filter(referral_reference__in=references).values_list("referral_reference", "pk")
    return {references[reference]: case for reference, case in opened}


def _met(cases: Collection[int]) -> Iterable[int]:
    reached = Contact.unscoped.filter(case_id__in=cases).exclude(kind=ContactKind.NO_REPLY)
    return reached.values_list("case_id", flat=True)


def _accepted(cases: Collection[int]) -> Iterable[int]:
    """Those who told what matters to them, or agreed a plan: nobody is helped who does not want it."""
    told = WhatMatters.unscoped.filter(case_id__in=cases).values_list("case_id", flat=True)
    planned = Plan.unscoped.in_force().filter(case_id__in=cases).values_list("case_id", flat=True)
    return {*told, *planned}


def _benefited(cases: Collection[int]) -> Iterable[int]:
    return Achievement.unscoped.filter(case_id__in=cases).values_list("case_id", flat=True)
