"""How fairly cases are shared out, and how far it sends people, beside handing them out in turn."""

from __future__ import annotations

import json
import sys
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import program, run, under

RESIDENTS = 6_000
LINE = (
    "On the demo region a proposal to share out cases beats handing them out in turn, both on the largest load ratio"
    " (weight by what a worker can carry) and on kilometres of travel."
)
NOTE = (
    "Each cluster's open cases shared out afresh among its engagement workers, under their limits. Kilometres are straight lines"
    " from the middle of the person's area to where the worker starts: the middle of the cluster, unless another place is recorded."
)


def measure() -> Measurement:
    """Make the demo, share its clusters out both ways in one run, and compare."""
    with TemporaryDirectory() as folder:
        settings = {"LYNCHPIN_DATA_DIR": folder, "LYNCHPIN_DEMO": "true"}
        run(under(settings, program("lynchpin"), "demo", "--no-serve", "--residents", str(RESIDENTS)))
        told = run(under(settings, sys.executable, "-m", "lynchpin.site.benches.sharing_out"))
    return Measurement(LINE, "lynchpin bench allocation", figure(json.loads(told)), f"{RESIDENTS:,} residents. {NOTE}")


def figure(clusters: list[dict[str, Any]]) -> str:
    """What came of all clusters together. The largest ratio is over every worker of the region; so are the kilometres."""
    ratio, in_turn = (max(each[name] for each in clusters) for name in ("ratio", "ratio_in_turn"))
    km, km_in_turn = (sum(each[name] for each in clusters) for name in ("km", "km_in_turn"))
    evener = sum(each["ratio"] < each["ratio_in_turn"] for each in clusters)
    shorter = sum(each["km"] < each["km_in_turn"] for each in clusters)
    slowest = max(each["seconds"] for each in clusters)
    return (
        f"{sum(each['placed'] for each in clusters)} of {sum(each['cases'] for each in clusters)} cases of {len(clusters)}"
        f" clusters placed; largest load ratio {ratio:.3f}, in turn {in_turn:.3f} (lower in {evener} clusters);"
        f" {km:.1f} km, in turn {km_in_turn:.1f} km (less in {shorter}); slowest proposal {slowest:.1f} s"
    )
