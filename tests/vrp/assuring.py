"""Groups and runs written by hand, for measures that are worked out by hand."""

from __future__ import annotations

from lynchpin_vrp.engine import Engine
from tests.vrp.writing import table


def group_families(engine: Engine, kinds: dict[str, dict[str, str]]) -> None:
    """`family_groups` from {kind: {family: group}}; everybody together is added."""
    families = sorted({family for groups in kinds.values() for family in groups})
    rows = [(family, kind, grp) for kind, groups in kinds.items() for family, grp in groups.items()]
    table(
        engine,
        "family_groups",
        "family_id varchar, kind varchar, grp varchar",
        [*rows, *((family, "", "") for family in families)],
    )


def by_group(measures, code, part=""):
    """{group: value} of one code, everybody together under no name."""
    return {row.group: row.value for row in measures if (row.code, row.part) == (code, part)}
