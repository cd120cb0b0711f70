"""The policy: which role holds which permission, how far it reaches, and which classes of field it shows.

One frozen table, read by a data protection officer and printed into the docs. Permissions are written as their codes, so
that this table imports no later room. What is not written is refused.

Field classes: F0 public, F1 identity, F2 contact and address, F2p protected address, F3 needs and notes,
F4 safeguarding and health, F5 scores and reasons, F6 staff or relative seal, F7 money.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lynchpin.kernel.actor import Grant
from lynchpin.organisations.policy.grants import CHOOSING, CLOCK, PUBLIC
from lynchpin.organisations.policy.helping import HELPING
from lynchpin.organisations.policy.keeping import KEEPING
from lynchpin.organisations.policy.outside import OUTSIDE

__all__ = ["CHOOSING", "CLOCK", "PARTS", "POLICY", "PUBLIC"]

PARTS = (HELPING, KEEPING, OUTSIDE)  # no role stands in two: a house test keeps it

POLICY: Mapping[str, Mapping[str, Grant]] = MappingProxyType(
    {role: MappingProxyType(cells) for part in PARTS for role, cells in part.items()}
)
