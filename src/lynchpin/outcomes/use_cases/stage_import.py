"""Stage a file from a former system: read it whole, keep it aside, and guess which column holds what."""

from __future__ import annotations

import hashlib
from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.files import read_table
from lynchpin.kernel.use_case import use_case
from lynchpin.outcomes.bringing.columns import guessed
from lynchpin.outcomes.choices import ImportKind, Permission, Verb
from lynchpin.outcomes.models import StagedImport


@use_case(Permission.STAGE_IMPORT)
def stage_import(actor: Actor, *, kind: str, content: bytes, at: datetime) -> str:
    """Keep a file's rows until they are applied. Refused when it cannot be read. Gives the import's reference."""
    table = read_table(content)
    staged = StagedImport(
        reference=references.draw("J"),
        kind=ImportKind(kind),
        digest=hashlib.sha256(content).hexdigest(),
        header=list(table.header),
        rows=[{"line": line.number, "cells": list(line.cells)} for line in table.rows],
        row_count=len(table.rows),
        mapping=guessed(kind, table.header),
        staged_at=at,
        staged_by=actor.staff_id,
    )
    staged.save()
    audit.record(Verb.IMPORT_STAGED, staged, kind=kind, rows=staged.row_count, digest=staged.digest)
    return staged.reference
