"""Switch a programme on in the service from a day."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Programme


@use_case(Permission.SWITCH_ON_PROGRAMME)
def switch_on_programme(actor: Actor, *, key: str, version: int, live_from: date) -> str:
    """Let work be recorded under a programme from a day; a day chosen earlier is changed. Gives the programme's key."""
    programme = Programme.objects.visible_to(actor).select_for_update().find(key=key, version=version)
    refuse_if(rules.why_not_switch_on_programme(programme, live_from))
    programme.live_from = live_from
    programme.store("live_from")
    audit.record(Verb.PROGRAMME_SWITCHED_ON, programme, key=key, live_from=live_from)
    return programme.key
