"""One row an entity: what its records say, two values where they say two. Two values tell nearly all; a third is left out."""

from __future__ import annotations

from lynchpin_vrp.engine import Step
from lynchpin_vrp.link.signs import NAMES

# Signs are numbers drawn from texts, only ever equal or not: the lowest and the highest of each are its two values.
KNOWN_BY = Step(
    "gather the signs of each entity",
    ("settled", "signs"),
    "known_by",
    f"""select entity, count(*) as records, {", ".join(f"min({name}) as {name}, max({name}) as other_{name}" for name in NAMES)},
            min(sex) as lowest_sex, max(sex) as highest_sex
        from settled join signs using (uid) group by entity""",
)
MIDDLE_NAMES = Step(
    "gather middle names",
    ("settled", "comparable"),
    "middles",
    """select entity, max(middle_names) as middle_names from settled join comparable using (uid)
        where middle_names is not null group by entity""",
)

# Names and dates stay texts, compared by their letters. Within an entity they are one, so its first record tells them for all.
ENTITIES = Step(
    "sum up each entity",
    ("known_by", "comparable", "middles"),
    "entities",
    f"""select uid, records, forename, first_forename, forename_skeleton, forename_groups, middles.middle_names, surname, birth_date,
            birth_day, birth_year, year_only, forename_3, initial, surname_3, comparable.birth_place, comparable.occupation,
            case when lowest_sex = highest_sex then lowest_sex end as sex,
            {", ".join(f"known_by.{name}, other_{name}" for name in NAMES)}
        from comparable join known_by on known_by.entity = uid left join middles on middles.entity = uid""",
)


def steps() -> tuple[Step, ...]:
    return (KNOWN_BY, MIDDLE_NAMES, ENTITIES)
