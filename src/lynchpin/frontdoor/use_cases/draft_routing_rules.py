"""Draft the next edition of the routing rules. Nothing changes until another person agrees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.models import Definition
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EditionState, Permission, Verb
from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.frontdoor.queries.suggesting import cells_of, rules_on
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import in_force

DRAFT_OPEN = Reason("routing_draft_open")


@use_case(Permission.DRAFT_ROUTING_RULES)
def draft_routing_rules(
    actor: Actor, *, cells: Mapping[str, str], first: Sequence[str], valid_from: date, reason: str, at: datetime
) -> int:
    """Keep a draft, one at a time. Gives its number.

    `cells` maps `vulnerability:resilience` to a route for every pair but those not yet heard, who are treated as of medium
    resilience; `first` are keys of customer groups whose families come first, in that order.
    """
    editions = RoutingEdition.objects.visible_to(actor)
    refuse_if(DRAFT_OPEN if editions.filter(state=EditionState.DRAFTED).exists() else None)
    whole, on = rules.whole_matrix(cells), local_date(at)
    then, now = rules.RoutingRules(cells_of(whole), tuple(first)), rules_on(actor, valid_from)
    unknown = set(first) - _groups(actor, valid_from)
    refuse_if(rules.why_not_draft(cells, unknown=unknown, now=now, then=then, from_on=valid_from, on=on))
    drafted = RoutingEdition(
        number=1 + max(editions.values_list("number", flat=True), default=0),
        cells=whole,
        first=list(first),
        valid_from=valid_from,
        draft_reason=reason,
        drafted_at=at,
        drafted_by=actor.staff_id,  # type: ignore[misc]
    )
    save_first(drafted, otherwise=DRAFT_OPEN)
    audit.record(Verb.ROUTING_RULES_DRAFTED, drafted, edition=drafted.number, valid_from=valid_from)
    return drafted.number


def _groups(actor: Actor, on: date) -> set[str]:
    groups = Definition.objects.visible_to(actor).filter(in_force(on), kind=DefinitionKind.CUSTOMER_GROUP)
    return set(groups.values_list("key", flat=True))
