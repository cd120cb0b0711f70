"""Set a draft of the routing rules aside, so that another may be drafted."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EditionState, Permission, Verb
from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SET_ASIDE_ROUTING_RULES)
def set_aside_routing_rules(actor: Actor, *, number: int, version: int, at: datetime) -> int:
    """Let go of a draft; it stays among the editions. Gives its number."""
    edition = RoutingEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    refuse_if(rules.why_not_settle_edition(edition.state))
    edition.state, edition.set_aside_at, edition.set_aside_by = EditionState.SET_ASIDE, at, actor.staff_id
    edition.store("state", "set_aside_at", "set_aside_by")
    audit.record(Verb.ROUTING_RULES_SET_ASIDE, edition, edition=number)
    return number
