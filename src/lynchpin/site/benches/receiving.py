"""Reads files one after another as the service receives them, in a process of its own whose memory is told: `FILE...`, JSON out."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lynchpin.site.benches.bad_files import COLUMNS, FACT
from lynchpin.site.commands import start

AS_AT = date(2026, 11, 1)
FEED = SimpleNamespace(
    key="bench", columns={name: name for name in COLUMNS}, facts={FACT: FACT}, trust=0.8, operations={}
)


def main(files: Sequence[str]) -> list[dict[str, Any]]:
    """What is said of each file; each that is read is what the next one is compared with."""
    start()
    from lynchpin.profiles.extracts import LastFile

    last, told = LastFile(), []
    for number, file in enumerate(files):
        said, last = _received(Path(file), last, Path(file).with_name(f"kept-{number}.parquet"))
        told.append(said)
    return told


def _received(path: Path, last: Any, keep: Path) -> tuple[dict[str, Any], Any]:
    from lynchpin.kernel.errors import Refused
    from lynchpin.kernel.reasons import sentence
    from lynchpin.profiles.extracts import LastFile, StopRule, contract, read

    asked = contract(FEED, [*COLUMNS, FACT], path)
    began = time.perf_counter()
    try:
        found = read(asked, as_at=AS_AT, last=last, rule=StopRule(), keep=keep)
    except Refused as no:
        return {"refused": no.reason.code, "sentence": sentence(no.reason)}, last
    said = {
        "seconds": round(time.perf_counter() - began, 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "read": found.rows_read,
        "quarantined": found.rows_quarantined,
        "stopped": found.is_stopped,
        "findings": sorted({finding.code for finding in found.findings}),
    }
    return said, LastFile(keep, found.profile)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1:])) + "\n")
