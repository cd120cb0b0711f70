"""The traces that a scorecard counts, read whole: a number is about everyone, whoever reads it; its list obeys the reader's scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q

from lynchpin.casework.choices import ContactKind
from lynchpin.casework.models import Case, Contact, Goal, Plan, WhatMatters
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.outcomes.counting import CaseTrace
from lynchpin.outcomes.models import Achievement
from lynchpin.outcomes.rules import Quarter
from lynchpin.people.queries import current_ids

EVERYTHING = frozenset({"persons", "contacts", "conversations", "plans", "aimed", "achieved"})


def traces(quarter: Quarter, left: frozenset[str] = EVERYTHING) -> tuple[CaseTrace, ...]:
    """Every case that touched a quarter, with what it left there: one read for each thing asked for, whatever the number of cases."""
    cases = _cases(quarter)
    persons = current_ids(case.resident_id for case in cases) if "persons" in left else {}
    contacts = _contacts(quarter) if "contacts" in left else {}
    conversations = _conversations(quarter) if "conversations" in left else {}
    plans = _plans(quarter) if "plans" in left else {}
    aimed = _aimed(quarter) if "aimed" in left else _gathered(())
    achieved = _achieved(quarter) if "achieved" in left else _gathered(())
    return tuple(
        CaseTrace(
            case_id=case.pk,
            resident_id=persons.get(case.resident_id, case.resident_id),
            cluster=case.cluster_id or "",
            opened_on=local_date(case.opened_at),
            allocated_on=local_date(case.allocated_at) if case.allocated_at else None,
            ended_on=case.ended_on,
            contacts=contacts.get(case.pk, {}).get("made", 0),
            last_contact_on=_day(contacts.get(case.pk, {}).get("last")),
            conversations=conversations.get(case.pk, {}).get("held", 0),
            first_conversation_on=conversations.get(case.pk, {}).get("first"),
            plans=plans.get(case.pk, {}).get("agreed", 0),
            first_plan_on=plans.get(case.pk, {}).get("first"),
            aimed_at=aimed(case.pk),
            achieved=achieved(case.pk),
        )
        for case in cases
    )


def _cases(quarter: Quarter) -> list[Case]:
    """Cases that were open in the quarter, and those that gained an outcome in it afterwards."""
    opened = Q(opened_at__lt=_start(quarter.next.starts_on))
    still = Q(ended_on__isnull=True) | Q(ended_on__gte=quarter.starts_on)
    later = Achievement.unscoped.filter(achieved_on__range=_days(quarter)).values("case_id")
    return list(Case.unscoped.filter(opened & (still | Q(pk__in=later))).order_by("pk"))


def _contacts(quarter: Quarter) -> dict[int, dict[str, Any]]:
    start, end = _start(quarter.starts_on), _start(quarter.next.starts_on)
    reached = Contact.unscoped.filter(at__lt=end, at__gte=start - timedelta(days=31)).exclude(kind=ContactKind.NO_REPLY)
    return _by_case(reached, made=Count("pk", filter=Q(at__gte=start)), last=Max("at"))


def _conversations(quarter: Quarter) -> dict[int, dict[str, Any]]:
    held = WhatMatters.unscoped.filter(held_on__lte=quarter.ends_on)
    return _by_case(held, held=Count("pk", filter=Q(held_on__gte=quarter.starts_on)), first=Min("held_on"))


def _plans(quarter: Quarter) -> dict[int, dict[str, Any]]:
    agreed = Plan.unscoped.in_force().filter(agreed_on__lte=quarter.ends_on)
    return _by_case(agreed, agreed=Count("pk", filter=Q(agreed_on__gte=quarter.starts_on)), first=Min("agreed_on"))


def _aimed(quarter: Quarter) -> Callable[[int], frozenset[str]]:
    until = Plan.unscoped.in_force().filter(agreed_on__lte=quarter.ends_on).values("pk")
    goals = Goal.unscoped.filter(plan_id__in=until).exclude(measure_key="")
    return _gathered(goals.order_by().values_list("case_id", "measure_key").distinct())


def _achieved(quarter: Quarter) -> Callable[[int], frozenset[str]]:
    found = Achievement.unscoped.filter(achieved_on__range=_days(quarter))
    return _gathered(found.order_by().values_list("case_id", "measure_key").distinct())


def _by_case(rows: Any, **counted: Any) -> dict[int, dict[str, Any]]:
    return {row["case_id"]: row for row in rows.order_by().values("case_id").annotate(**counted)}


def _gathered(pairs: Any) -> Callable[[int], frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for case_id, key in pairs:
        found[case_id].add(key)
    return lambda case_id: frozenset(found.get(case_id, ()))


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, LOCAL)


def _days(quarter: Quarter) -> tuple[date, date]:
    return quarter.starts_on, quarter.ends_on


def _day(at: datetime | None) -> date | None:
    return local_date(at) if at else None
