"""Load the kinds of what can be missing or not work; loading again changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import SnagKind
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LOAD_SNAG_KINDS)
def load_snag_kinds(actor: Actor, *, kinds: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Keep each kind by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(SnagKind, kinds)
    audit.record(Verb.SNAG_KINDS_LOADED, None, **dict(counts))
    return dict(counts)
