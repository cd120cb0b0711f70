"""Agree an edition of the routing rules, as a second person: it holds from its day on, and what was suggested before stays."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EditionState, Permission, Verb
from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.AGREE_ROUTING_RULES)
def agree_routing_rules(actor: Actor, *, number: int, version: int, reason: str, at: datetime) -> int:
    """Let a draft hold from its day on; the next run follows it. Gives its number."""
    edition = RoutingEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    facts = {"drafted_by": edition.drafted_by, "from_on": edition.valid_from}
    refuse_if(rules.why_not_agree(edition.state, staff_id=actor.staff_id, on=local_date(at), **facts))
    edition.state, edition.agreement_reason = EditionState.AGREED, reason
    edition.agreed_at, edition.agreed_by = at, actor.staff_id
    edition.store("state", "agreement_reason", "agreed_at", "agreed_by")
    audit.record(Verb.ROUTING_RULES_AGREED, edition, edition=number, valid_from=edition.valid_from)
    return number
