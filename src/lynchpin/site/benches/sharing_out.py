"""Shares out a demo's clusters afresh: `python -m lynchpin.site.benches.sharing_out` prints as JSON what came of it.

Every open case of a cluster is taken as if nobody held any, and shared out among its engagement workers twice: as the
service proposes, and in turn. Nothing is written.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from typing import Any

from lynchpin.site.commands import acting_as, start

ASKER = "central-support@demo.lynchpin.example"


def main() -> int:
    start()
    from lynchpin.places.queries import clusters

    patches = clusters(acting_as(ASKER, "places.read_places"))
    sys.stdout.write(json.dumps([shared_out(patch.key) for patch in patches]) + "\n")
    return 0


def shared_out(cluster: str) -> dict[str, Any]:
    """One cluster both ways, with how long the proposal took in seconds."""
    from lynchpin.casework.queries.sharing import afresh, compared
    from lynchpin.casework.sharing import share

    asked = afresh(acting_as(ASKER, "casework.share_out_cases"), cluster)
    began = time.perf_counter()
    proposals = share(asked.cases, asked.workers, asked.settings)
    seconds = time.perf_counter() - began
    placed = sum(each.worker_id is not None for each in proposals)
    return asdict(compared(asked, proposals)) | {"cases": len(proposals), "placed": placed, "seconds": seconds}


if __name__ == "__main__":
    sys.exit(main())
