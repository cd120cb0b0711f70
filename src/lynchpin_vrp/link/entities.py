"""One row an entity: what its records say, two values where they say two. Two values tell nearly all; a third is left out."""

from __future__ import annotations

from lynchpin_vrp.clean.name_sql import letters
from lynchpin_vrp.engine import Step
from lynchpin_vrp.link.signs import NAMES

# Signs are numbers drawn from texts, only ever equal or not: the lowest and the highest of each are its two values.
KNOWN_BY = Step(
    "gather the signs of each entity",
    ("settled", "signs"),
    "known_by",
    f"""select entity, count(*) as records, {", ".join(f"min({name}) as {name}, max({name}) as other_{name}" for name in NAMES)},
            min(sex) as lowest_sex, max(sex) as highest_sex, min(one) as one
        from settled join signs using (uid) group by entity""",
)
MIDDLE_NAMES = Step(
    "gather middle names",
    ("settled", "comparable"),
    "middles",
    f"""select entity, max({letters("middle_names")}) as middle_names from settled join comparable using (uid)
        where middle_names is not null group by entity""",
)

# Names and dates stay texts, compared by their letters. Within an entity they are one, so its first record tells them for all.
SPELT = f"""f.forename, forename_skeleton, called, other_called, s.surname, birth_date, cast(birth_date as varchar) as birth_day,
    year(birth_date) as birth_year, coalesce(dayofyear(birth_date) = 1, false) as year_only,
    {letters("birth_place")} as birth_place, {letters("occupation")} as occupation"""
NAMED = "left join forenames as f using (forename_no) left join surnames as s using (surname_no)"

ENTITIES = Step(
    "sum up each entity",
    ("known_by", "comparable", "middles", "forenames", "surnames"),
    "entities",
    f"""select uid, records, known_by.one, {SPELT}, middles.middle_names, case when lowest_sex = highest_sex then lowest_sex end as sex,
            {", ".join(f"known_by.{name}, other_{name}" for name in NAMES)}
        from comparable join known_by on known_by.entity = uid left join middles on middles.entity = uid {NAMED}""",
)


def steps() -> tuple[Step, ...]:
    return (KNOWN_BY, MIDDLE_NAMES, ENTITIES)
