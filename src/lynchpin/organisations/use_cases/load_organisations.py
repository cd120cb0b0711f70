"""Load organisations and programmes from a reference pack; loading again changes only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Organisation, Programme


@use_case(Permission.LOAD_ORGANISATIONS)
def load_organisations(
    actor: Actor, *, organisations: Sequence[Mapping[str, Any]] = (), programmes: Sequence[Mapping[str, Any]] = ()
) -> dict[str, int]:
    """Keep every row by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(Organisation, organisations) + keep_keyed(Programme, programmes)
    audit.record(Verb.ORGANISATIONS_LOADED, None, **dict(counts))
    return dict(counts)
