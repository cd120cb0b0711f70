"""Linking against the truth of a synthetic region, by group: of whom too much was put together, and of whom too little.

Precision and recall of pairs and of whole people as P. Christen defines them (Data Matching, Springer 2012, chapter 7). Pairs come in
people, so their intervals are widened for it. A wrong pair counts in the groups of both of its people: a child merged with a parent is a
fault in each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lynchpin_vrp.assure.groups import AGE_BAND, WELSH
from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.reading import take_csv
from lynchpin_vrp.assure.shares import pair_shares, shares
from lynchpin_vrp.assure.welsh_names import is_welsh_sql
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

FILES = {
    "records": ("feed", "record_id", "person_id"),
    "people": ("person_id", "forename", "surname", "birth_date", "sex"),
}


def against_truth(engine: Engine, folder: Path, as_at: date) -> list[Measure]:
    """Measures by group from `records.csv` and `people.csv` of a truth folder; raises `Refused` where they are not what they should be."""
    for name, columns in FILES.items():
        file = folder / f"{name}.csv"
        if not file.is_file() or not take_csv(engine, file, f"true_{name}", columns):
            raise Refused("truth_unreadable")
    engine.take(TOGETHER, _described(as_at), GROUPS, PAIRED)
    return [*_precision(engine), *_recall(engine), *_whole(engine)]


# How many records each person of the run shares with each true person.
TOGETHER = Step(
    "set people of the run beside true people",
    ("persons", "true_records"),
    "together",
    """select persons.person_id as linked, true_records.person_id as true_id, count(*) as records
        from persons join true_records using (feed, record_id) group by all""",
)


def _described(as_at: date) -> Step:
    """Each true person as they are, not as a wrong link would have them; only where they live is the run's to say."""
    age = f"date_diff('year', b, date '{as_at}') - (strftime(b, '%m%d') > '{as_at:%m%d}')::int"
    return Step(
        "describe each true person",
        ("true_people", "together", "described"),
        "truly_described",
        f"""with dated as (select *, try_cast(birth_date as date) as b from true_people),
                lives as (select true_id, min(fifth) as fifth from together left join described on person_id = linked group by true_id)
            select true_id, {age} as age, sex, {is_welsh_sql("forename", "surname")} as welsh, fifth
            from dated join lives on true_id = person_id""",
    )


GROUPS = Step(
    "group true people",
    ("truly_described", "fifths"),
    "true_groups",
    f"""select true_id, '' as kind, '' as grp from truly_described
        union all select true_id, 'age_band', {AGE_BAND} from truly_described
        union all select true_id, 'sex', coalesce(sex, 'unknown') from truly_described
        union all select true_id, 'welsh_name', {WELSH} from truly_described
        union all select true_id, 'deprivation', coalesce(fifth, 'unknown') from truly_described
            where exists (select 1 from fifths)""",
)

# Of each person of the run and each group: all pairs that touch the group, and those of them that are right.
PAIRED = Step(
    "count pairs that were put together",
    ("together", "true_groups"),
    "paired",
    """with sized as (select linked, sum(records) as records from together group by linked),
            inside as (select linked, kind, grp, sum(records) as records, sum(records * (records - 1) // 2) as pairs_right
                from together join true_groups using (true_id) group by all)
        select linked, kind, grp, pairs_right::bigint as pairs_right,
            (sized.records * (sized.records - 1) // 2
                - (sized.records - inside.records) * (sized.records - inside.records - 1) // 2)::bigint as pairs
        from inside join sized using (linked)""",
)


def _precision(engine: Engine) -> list[Measure]:
    rows = engine.fetch("select kind, grp, pairs_right, pairs, count(*) from paired group by all order by all")
    return pair_shares("truth_pair_precision", rows)


def _recall(engine: Engine) -> list[Measure]:
    rows = engine.fetch(
        """with people as (select true_id, sum(records * (records - 1) // 2)::bigint as found,
                    (sum(records) * (sum(records) - 1) // 2)::bigint as pairs from together group by true_id)
        select kind, grp, found, pairs, count(*) from people join true_groups using (true_id) group by all order by all"""
    )
    return pair_shares("truth_pair_recall", rows)


def _whole(engine: Engine) -> list[Measure]:
    """A true person is whole where one person of the run has all of their records and nobody else's."""
    rows = engine.fetch(
        """with parts as (select true_id, count(*) as pieces, any_value(linked) as linked from together group by true_id),
            owners as (select linked, count(*) as people from together group by linked)
        select '', kind, grp, count(*) filter (pieces = 1 and people = 1), count(*)
        from parts join owners using (linked) join true_groups using (true_id) group by all order by all"""
    )
    return shares("truth_people_whole", rows)
