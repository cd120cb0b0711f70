"""Map a staged file's columns to ours."""

from __future__ import annotations

from collections.abc import Mapping

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.outcomes import rules
from lynchpin.outcomes.bringing.columns import why_not_map
from lynchpin.outcomes.choices import Permission, Verb
from lynchpin.outcomes.models import StagedImport


@use_case(Permission.MAP_IMPORT)
def map_import(actor: Actor, *, reference: str, version: int, mapping: Mapping[str, str]) -> str:
    """Say which of their columns holds which of ours (ours = theirs). Gives the import's reference."""
    staged = StagedImport.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_apply(staged.state, errors=0))
    refuse_if(why_not_map(staged.kind, staged.header, mapping))
    staged.mapping = dict(mapping)
    staged.store("mapping")
    audit.record(Verb.IMPORT_MAPPED, staged, columns=list(mapping))
    return staged.reference
