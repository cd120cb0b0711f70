"""Whether Spark and DuckDB say the same of one workspace."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Found, NotMeasured, Promise

SPARK = Promise("Spark `local[2]` = DuckDB", "same edges, probabilities within 1e-5, same families and scores")
PROMISES = (SPARK,)


def measure(asked: Asked) -> tuple[Found, ...]:
    raise NotMeasured("profiling has no engine but DuckDB yet")
