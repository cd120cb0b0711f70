"""A change of the routing rules as tests draft it."""

from __future__ import annotations

from typing import Any

from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.frontdoor.use_cases.agree_routing_rules import agree_routing_rules
from lynchpin.frontdoor.use_cases.draft_routing_rules import draft_routing_rules
from lynchpin.kernel import clock

PACK = {
    "green:low": "universal",
    "green:medium": "none",
    "green:high": "none",
    "amber:low": "priority",
    "amber:medium": "caseload",
    "amber:high": "advice",
    "red:low": "family-conversation",
    "red:medium": "triage",
    "red:high": "triage",
}
CHANGED = PACK | {"green:low": "caseload"}


def drafted(world, actor=None, **changed: Any) -> RoutingEdition:
    """An edition that one profile owner has drafted: green families with low resilience get a worker."""
    given = {"cells": CHANGED, "first": [], "valid_from": clock.today(), "reason": "Winter is hard.", "at": clock.now()}
    number = draft_routing_rules(actor or world.commissioner, **given | changed)
    return RoutingEdition.unscoped.get(number=number)


def agreed(world, edition: RoutingEdition, actor=None) -> RoutingEdition:
    """The same, agreed by a second person."""
    told = {"number": edition.number, "version": edition.version, "reason": "The board wished it."}
    agree_routing_rules(actor or world.approver, at=clock.now(), **told)
    return RoutingEdition.unscoped.get(pk=edition.pk)
