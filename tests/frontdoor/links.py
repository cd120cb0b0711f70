"""A partner's link as tests give and use it."""

from __future__ import annotations

from typing import Any

from lynchpin.frontdoor.models import PartnerLink
from lynchpin.frontdoor.use_cases.give_partner_link import give_partner_link
from tests.conftest import NOON

SECRET = "5" * 64
GIVEN = {"organisation": "school", "given_to": "Nest Probert", "days": 14, "uses": 2}
TOLD = {"told_by": "Nest Probert", "name": "Mali Gwilym", "needs": ["home"], "urgency": "soon", "person_agrees": True}
TYPED = TOLD | {"person_agrees": "yes", "in_their_words": "Mornings are hard."}


def given(world, secret: str = SECRET, **changed: Any) -> PartnerLink:
    reference = give_partner_link(world.central, secret=secret, **{"at": NOON} | GIVEN | changed)
    return PartnerLink.unscoped.get(reference=reference)
