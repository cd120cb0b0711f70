"""Load how often supervision is held; loading again changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import SupervisionRhythm
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LOAD_SUPERVISION_RHYTHMS)
def load_supervision_rhythms(actor: Actor, *, rhythms: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Keep each rhythm by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(SupervisionRhythm, rhythms, by="key")
    audit.record(Verb.SUPERVISION_RHYTHMS_LOADED, None, **dict(counts))
    return dict(counts)
