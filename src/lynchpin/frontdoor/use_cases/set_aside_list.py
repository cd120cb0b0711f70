"""Set a list aside: nobody on it is taken in, and nothing of the file is kept behind."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import ListState, Permission, Verb
from lynchpin.frontdoor.models import ReferralList
from lynchpin.frontdoor.rules import ways_in
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SET_ASIDE_LIST)
def set_aside_list(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Let go of a staged list. The same file may be sent again. Gives its reference."""
    aside = ReferralList.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(ways_in.why_not_settle(aside.state))
    aside.state, aside.rows, aside.faults, aside.unread = ListState.SET_ASIDE, [], [], []
    aside.settled_at, aside.settled_by = at, actor.staff_id
    aside.store("state", "rows", "faults", "unread", "settled_at", "settled_by")
    audit.record(Verb.LIST_SET_ASIDE, aside, read=aside.read)
    return aside.reference
