"""What profiling must reach, measured part by part beside plain Splink: `lynchpin bench profile PART…`.

S is what plain Splink needs to block, predict and cluster with a kept model; ours is the wall time of the whole `lynchpin-vrp run`
process with its model kept. The two run in turn and a figure is the median of their ratios, with the lowest and the highest:
single times wander too far to be compared. Each part is a module with the rows it finds; a part that is not run keeps its rows.
"""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Found, NotMeasured, Promise

PARTS = ("first", "full", "growth", "changes", "sequences", "nation", "quality", "repeat", "public", "spark")
BY_NAME_ONLY = ("growth", "nation")  # each takes more than half an hour

__all__ = ["BY_NAME_ONLY", "PARTS", "Asked", "Found", "NotMeasured", "Promise"]
