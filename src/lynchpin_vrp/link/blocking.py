"""Which entities are compared at all: those with a key in common. Keys are kept as numbers, so that a change asks only about its own."""

from __future__ import annotations

from lynchpin_vrp.engine import Step

LARGEST = 50  # entities with one key; more tell nothing apart, and their pairs would grow with the square

# A rule needs all its columns; where an entity has another value of one (`other_`), it has a second key.
RULES = (
    ("nhs_number",),
    ("nino",),
    ("upn",),
    ("birth_day", "named"),
    ("birth_day", "forename"),
    ("birth_day", "postcode"),
    ("dwelling", "forename"),
    ("postcode", "forename", "named"),
    ("email", "initial"),
    ("phone", "initial"),
    ("postcode", "surname_3", "initial"),
    ("forename_3", "surname_3", "birth_year"),
)
MADE_OF = {
    "forename_3": "substr(forename, 1, 3)",
    "initial": "substr(forename, 1, 1)",
    "surname_3": "substr(surname, 1, 3)",
}
WITH_ANOTHER = ("nhs_number", "nino", "upn", "postcode", "dwelling", "email", "phone", "named")


def keys_of(entities: str) -> str:
    """(uid, key) of every rule that an entity has the columns for."""
    return " union all ".join(query for place, rule in enumerate(RULES) for query in _keys(entities, place, rule))


def _keys(entities: str, place: int, rule: tuple[str, ...]) -> list[str]:
    doubled = next((column for column in rule if column in WITH_ANOTHER), None)
    queries = [_key(entities, place, rule)]
    if doubled:
        other = tuple(f"other_{column}" if column == doubled else column for column in rule)
        queries.append(f"{_key(entities, place, other)} and other_{doubled} != {doubled}")
    return queries


def _key(entities: str, place: int, columns: tuple[str, ...]) -> str:
    told = [MADE_OF.get(column, column) for column in columns]
    known = " and ".join(f"{value} is not null" for value in told)
    return f"select uid, hash({place}, {', '.join(told)}) as key from {entities} where {known}"


KEYS = Step("key every entity", ("entities",), "keys", keys_of("entities"))

SHARED = Step(
    "keep keys that tell entities apart",
    ("keys",),
    "shared_keys",
    f"""with sized as (select key from keys group by key having count(*) between 2 and {LARGEST})
        select key, uid from keys semi join sized using (key)""",
)

CANDIDATES = Step(
    "pair entities that share a key",
    ("shared_keys",),
    "candidates",
    """select distinct l.uid as uid_l, r.uid as uid_r from shared_keys as l join shared_keys as r on l.key = r.key and l.uid < r.uid""",
)


def steps() -> tuple[Step, ...]:
    return (KEYS, SHARED, CANDIDATES)
