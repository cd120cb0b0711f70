"""Judges a whole run against the truth in one sweep, so that a nation's 17 million records take under a minute.

The measures of pairs and clusters are those of `truth`, counted by DuckDB instead of one by one. Records that a run left out,
as in quarantine, are left out of the truth too.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from lynchpin_world.region import ADULT_AGE


@dataclass(frozen=True, slots=True)
class Judgement:
    """How close a run came to the truth. All but `records` from 0 to 1; `household` measures are None where no families were given."""

    records: int
    pair_precision: float
    pair_recall: float
    cluster_precision: float
    cluster_recall: float
    child_pair_precision: float
    adult_pair_precision: float
    household_precision: float | None = None
    household_recall: float | None = None
    told_household_precision: float | None = None
    told_household_recall: float | None = None

    @property
    def pair_f1(self) -> float:
        return harmonic(self.pair_precision, self.pair_recall)

    @property
    def cluster_f1(self) -> float:
        return harmonic(self.cluster_precision, self.cluster_recall)

    @property
    def household_f1(self) -> float | None:
        """Over everybody with records."""
        return harmonic_or_none(self.household_precision, self.household_recall)

    @property
    def told_household_f1(self) -> float | None:
        """Over those of whom some record names the home that they have: of the others nobody can know."""
        return harmonic_or_none(self.told_household_precision, self.told_household_recall)


def harmonic(precision: float, recall: float) -> float:
    """Their harmonic mean, F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def harmonic_or_none(precision: float | None, recall: float | None) -> float | None:
    return None if precision is None or recall is None else harmonic(precision, recall)


def judge(workspace: Path, persons: Path, as_at: date, families: Path | None = None) -> Judgement:
    """Judge `persons` (Parquet: person_id, feed, record_id) and perhaps `families` (family_id, person_id) by the workspace's truth.

    A household is a family by its main home at `as_at` (`truth/families.csv`): strangers in a care home, refuge or prison are
    none. A child in shared care is asked for at the main home; to be put with the people of the second home is neither right nor
    wrong, for the child lives there too. A linked person stands for the true person of most of its records; two true people are
    together when such persons are in one family. Measured are pairs of people who have records.
    """
    with duckdb.connect() as engine:
        _read(engine, workspace, persons, as_at)
        linked = {name: _numbers(engine, sql) for name, sql in MEASURES.items()}
        together = _households(engine, families) if families else ()
    records = int(linked["records"][0] or 0)
    children, adults = _share(*linked["children"]), _share(*linked["adults"])
    return Judgement(records, *_both(*linked["pairs"]), *_both(*linked["clusters"]), children, adults, *together)


def _read(engine: duckdb.DuckDBPyConnection, workspace: Path, persons: Path, as_at: date) -> None:
    """`cells` has a row for each linked person and true person with records in common, and how many; `ages` says who is a child."""
    for name in ("records", "people", "families", "homes"):
        engine.read_csv(str(workspace / "truth" / f"{name}.csv"), all_varchar=True).create_view(f"true_{name}")
    engine.read_parquet(str(persons)).create_view("linked")
    engine.execute(CELLS)
    last_adult_birth = as_at.replace(year=as_at.year - ADULT_AGE)
    engine.execute(
        "create table ages as select person_id as person, birth_date > $day as child from true_people",
        {"day": last_adult_birth.isoformat()},
    )


CELLS = """create table cells as select linked.person_id as found, told.person_id as person, count(*) as records
    from linked join true_records as told on told.feed = linked.feed and told.record_id = linked.record_id group by all"""

TOGETHER = "(select sum(n * (n - 1) // 2) from (select sum(records) as n from {cells} group by {by}))"
RIGHT = "(select sum(records * (records - 1) // 2) from {cells})"
AMONG = "(select cells.* from cells join ages using (person) where child = {child})"
ALONE = "(select {by} as key, count(*) as parts from cells group by {by})"


def _right_of_found(cells: str) -> str:
    return f"select {RIGHT.format(cells=cells)}, {TOGETHER.format(cells=cells, by='found')}"


MEASURES = {
    "records": "select sum(records) from cells",
    # right pairs, pairs put together, pairs that are truly one person
    "pairs": f"{_right_of_found('cells')}, {TOGETHER.format(cells='cells', by='person')}",
    "children": _right_of_found(AMONG.format(child="true")),
    "adults": _right_of_found(AMONG.format(child="false")),
    # a cluster is right when nobody else is in it and nothing of its person is elsewhere
    "clusters": f"""select (select count(*) from cells join {ALONE.format(by="found")} as f on f.key = found
            join {ALONE.format(by="person")} as p on p.key = person where f.parts = 1 and p.parts = 1),
        count(distinct found), count(distinct person) from cells""",
}


def _households(engine: duckdb.DuckDBPyConnection, families: Path) -> tuple[float, ...]:
    """Precision and recall over pairs of people living together: of everybody, then of those whose home some record names."""
    engine.read_parquet(str(families)).create_view("families")
    for sql in (STANDS_FOR, MEMBERS, TRUE_MEMBERS, TRUE_PAIRS, SECOND_PAIRS, PAIRS_FOUND):
        engine.execute(sql)
    everybody = _both(*_numbers(engine, COUNTED.format(found="pairs_found", true="pairs_true")))
    found, true = (TOLD.format(pairs=pairs) for pairs in ("pairs_found", "pairs_true"))
    return *everybody, *_both(*_numbers(engine, COUNTED.format(found=found, true=true)))


COUNTED = """select (select count(*) from {found} join {true} using (one, other)),
    (select count(*) from {found}), (select count(*) from {true})"""
TOLD = """(select pairs.* from {pairs} as pairs join true_homes as a on a.person_id = pairs.one
    join true_homes as b on b.person_id = pairs.other where a.told = 'Y' and b.told = 'Y')"""
STANDS_FOR = """create table stands_for as select found, person from cells
    qualify row_number() over (partition by found order by records desc, person) = 1"""
MEMBERS = """create table members as select distinct family_id as home, person
    from families join stands_for on found = families.person_id"""
TRUE_MEMBERS = """create table true_members as select family_id as home, person_id as person
    from true_families where home = 'main' and person_id in (select person from cells)"""
PAIRS = "select distinct a.person as one, b.person as other from {of} as a join {of} as b on a.home = b.home and a.person < b.person"
TRUE_PAIRS = f"create table pairs_true as {PAIRS.format(of='true_members')}"
SECOND_PAIRS = """create table pairs_second as
    select least(child.person_id, host.person_id) as one, greatest(child.person_id, host.person_id) as other
    from true_families as child join true_families as host using (family_id) where child.home = 'second' and host.home = 'main'"""
PAIRS_FOUND = f"""create table pairs_found as select * from ({PAIRS.format(of="members")})
    anti join (select * from pairs_second anti join pairs_true using (one, other)) using (one, other)"""


def _numbers(engine: duckdb.DuckDBPyConnection, sql: str) -> tuple[int, ...]:
    return tuple(int(number or 0) for number in engine.execute(sql).fetchall()[0])


def _both(right: int, found: int, true: int) -> tuple[float, float]:
    return _share(right, found), _share(right, true)


def _share(right: int, of: int) -> float:
    return right / of if of else 1.0
