"""How it is safe to be in touch with a person, asked before every contact."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.casework import rules
from lynchpin.casework.choices import ContactKind
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.people.queries import SafeContactFact, held_by_rooms, safe_contacts, why_not_by
from lynchpin.people.rules import DIED, why_not_contact


@dataclass(frozen=True, slots=True)
class Reaching:
    """What the person said about contact, whether it is stopped, and whether they died; and why each kind is not safe now."""

    safe_contact: SafeContactFact | None
    stopped: bool
    died: bool
    unsafe: dict[str, Reason]


def reaching(actor: Actor, resident_id: int) -> Reaching:
    """The answers for one resident, for a bound actor that is shown F2."""
    asked = safe_contacts(actor, (resident_id,)).get(resident_id)
    held = held_by_rooms(actor, resident_id)
    reasons = {kind: why_not_contact(asked, held, channel) for kind, channel in rules.CHANNELS.items()}  # type: ignore[arg-type]
    return Reaching(
        asked, bool(held), DIED in held, {str(kind): reason for kind, reason in reasons.items() if reason is not None}
    )


def why_not_reach(actor: Actor, resident_id: int, kind: str) -> Reason | None:
    """Why this kind of contact is not safe with this resident; meeting somewhere else needs no channel."""
    channel = rules.CHANNELS.get(ContactKind(kind))
    return why_not_by(actor, resident_id, channel) if channel else None
