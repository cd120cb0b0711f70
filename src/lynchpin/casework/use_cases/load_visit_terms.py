"""Load the terms of lone visits; loading again changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import VisitTerms
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LOAD_VISIT_TERMS)
def load_visit_terms(actor: Actor, *, terms: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Keep each edition of the terms. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(VisitTerms, terms, by="edition")
    audit.record(Verb.VISIT_TERMS_LOADED, None, **dict(counts))
    return dict(counts)
