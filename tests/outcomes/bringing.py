"""Files as former systems write them; every person is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from lynchpin.kernel import clock
from lynchpin.outcomes.models import StagedImport
from lynchpin.outcomes.use_cases.apply_import import apply_import
from lynchpin.outcomes.use_cases.stage_import import stage_import

HEADER = ("Case ID", "First name", "Surname", "DOB", "Opened", "Key worker", "Cluster", "Complexity")


def csv_of(*rows: Sequence[str], header: Sequence[str] = HEADER, delimiter: str = ",") -> bytes:
    return "\r\n".join(delimiter.join(row) for row in (header, *rows)).encode()


def row_of(worker: str = "", **cells: str) -> tuple[str, ...]:
    """A line of a caseload. Keys are those of the header, in small letters with underscores."""
    given = {
        "case_id": "OLD-1",
        "first_name": "Siân",
        "surname": "Prosser",
        "dob": "27/03/1986",
        "opened": "01/05/2026",
        "key_worker": worker,
        "cluster": "Porth",
        "complexity": "Intensive",
    } | cells
    return tuple(given.values())


def workbook_of(*rows: Sequence[Any], header: Sequence[str] = HEADER) -> bytes:
    book = Workbook()
    for row in (header, *rows):
        book.active.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def stage(world, content: bytes, kind: str = "caseload") -> StagedImport:
    reference = stage_import(world.central, kind=kind, content=content, at=clock.now())
    return StagedImport.unscoped.get(reference=reference)


def bring(world, content: bytes, kind: str = "caseload") -> dict[str, int]:
    staged = stage(world, content, kind)
    return apply_import(world.central, reference=staged.reference, version=staged.version, at=clock.now())


def with_address(workbook: bytes, address: str, instead: str) -> bytes:
    """The workbook with one of its cells said to stand elsewhere; nothing else about it changes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(part, before.read(part).replace(f'r="{address}"'.encode(), f'r="{instead}"'.encode()))
    return kept.getvalue()
