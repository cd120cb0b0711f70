"""Whether a pathway asks that plans are looked at, and under which code it asks casework for that."""

from __future__ import annotations

from lynchpin.kernel.actor import Actor
from lynchpin.pathways.models import Pathway


def asks_for_approval(actor: Actor, pathway: str) -> bool:
    """Whether a lead worker looks at the plans of whoever is on it."""
    return Pathway.objects.visible_to(actor).filter(key=pathway, plan_needs_approval=True).exists()


def asked_by(pathway: str) -> str:
    """The code by which casework knows who asks."""
    return f"pathways:{pathway}"
