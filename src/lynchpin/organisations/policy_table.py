"""The policy as lines to read, on the screen and in the docs: who may do what, how far, and which fields it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.organisations.choices import Role
from lynchpin.organisations.permission_words import PERMISSION_WORDS
from lynchpin.organisations.policy import CLOCK, POLICY, PUBLIC

WITHOUT_ACCOUNT: Mapping[str, Any] = {
    PUBLIC: _("Anyone, on the public pages"),
    CLOCK: _("The service itself, for work that nobody starts"),
}
SCOPES: Mapping[str, Any] = {
    "none": _("Nothing that is kept"),
    "agg": _("Totals only"),
    "own": _("What they made themselves"),
    "alloc": _("Cases they hold, and for 28 days after"),
    "org": _("Their organisation"),
    "cluster": _("Their clusters"),
    "zone": _("Their zone"),
    "all": _("Everywhere"),
}
FIELD_CLASSES: Mapping[str, Any] = {
    "F0": _("public facts"),
    "F1": _("identity"),
    "F2": _("contact and address"),
    "F2p": _("protected addresses"),
    "F3": _("needs and notes"),
    "F4": _("safeguarding and health"),
    "F5": _("scores and reasons"),
    "F6": _("seals"),
    "F7": _("money"),
}


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One cell of the policy. `fields` are codes such as F1, in order."""

    role: str
    permission: str
    scope: str
    fields: tuple[str, ...]


def policy_table() -> tuple[PolicyLine, ...]:
    """Every cell, in the order of the roles and then of the permissions' codes."""
    return tuple(
        PolicyLine(role, permission, grant.scope, tuple(sorted(grant.fields)))
        for role, grants in POLICY.items()
        for permission, grant in sorted(grants.items())
    )


def role_name(role: str) -> str:
    """A role in words, the two without accounts too."""
    return str(WITHOUT_ACCOUNT[role] if role in WITHOUT_ACCOUNT else Role(role).label)


def permission_name(permission: str) -> str:
    """A permission in words: `casework.allocate_case` is "Give a case to a worker"."""
    return str(PERMISSION_WORDS[permission])
