"""How much waits for a colleague from others, kind by kind, in one statement: a home is opened all day, and mostly little waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import CharField, Value

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.families.due import actions_due, teams_due
from lynchpin.casework.queries.snags import answered_to_me
from lynchpin.casework.queries.supervision import agreed_by_me
from lynchpin.casework.queries.transfers import on_my_desk
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import GovernedQuerySet

ANSWERS, TRANSFERS, TEAMS, AGREED = (
    "answers",
    "transfers",
    "families-due",
    "agreed",
)  # keys of the sections that show them
ASKED: tuple[tuple[str, str, Callable[[Actor], GovernedQuerySet]], ...] = (
    (ANSWERS, Permission.SEE_SNAG_ANSWER, answered_to_me),
    (TRANSFERS, Permission.READ_TRANSFERS, on_my_desk),
    (TEAMS, Permission.READ_FAMILY_TEAM, teams_due),
    (TEAMS, Permission.READ_FAMILY_TEAM, actions_due),
    (AGREED, Permission.READ_SUPERVISION, agreed_by_me),
)


def waiting_from_colleagues(actor: Actor) -> Mapping[str, int]:
    """Key of a section -> how many things of it wait. Nobody is named, so nobody is noted as looked at."""
    found = [_keys(key, rows(actor.bound_to(code))) for key, code, rows in ASKED if actor.may(code)]
    return Counter(found[0].union(*found[1:], all=True)) if found else {}


def _keys(key: str, rows: GovernedQuerySet) -> Any:
    return rows.order_by().annotate(section=Value(key, CharField())).values_list("section", flat=True)
