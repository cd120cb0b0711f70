"""Record safe contact: how a person may be reached, when, and who must not know. Asked before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident, SafeContact


@use_case(Permission.RECORD_SAFE_CONTACT)
def record_safe_contact(
    actor: Actor,
    *,
    reference: str,
    version: int,
    channels: Sequence[str],
    at: datetime,
    nobody: bool = False,
    preferred: str = "",
    when: str = "",
    voicemail_ok: bool = False,
    letters_discreet: bool = False,
    must_not_know: str = "",
    visit_safety: str = "",
) -> str:
    """Keep the newest answer beside the older ones. `nobody` says that there is no safe way. Gives the resident's reference."""
    surviving = Resident.objects.visible_to(actor).surviving().select_for_update()
    resident = surviving.find(reference=reference, version=version)
    refuse_if(rules.why_not_safe_contact(channels, preferred, nobody))
    SafeContact(
        resident=resident,
        channels=[] if nobody else list(channels),
        preferred="" if nobody else preferred,
        when=when,
        voicemail_ok=voicemail_ok,
        letters_discreet=letters_discreet,
        must_not_know=must_not_know,
        visit_safety=visit_safety,
        asked_at=at,
        asked_by=actor.staff_id,
    ).save()
    resident.store()  # its version moves on, so that two answers typed at once are noticed
    audit.record(Verb.SAFE_CONTACT_RECORDED, resident, channels=channels, nobody=nobody)
    return resident.reference
