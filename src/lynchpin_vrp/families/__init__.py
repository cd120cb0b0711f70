"""Who lives together: each person's best dwelling by weighted choice, one family a dwelling, and a child's second home kept apart.

Connected components of shared addresses would chain families together through every move (PERFORMANCE 5), so a person is placed once.
A second home is a relation of its own: it never merges two families, and it is never used to score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin_vrp.engine import Step

ADULT_AGE = 18


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """How a dwelling is chosen: `half_life_years` halves the weight of an older record; a second home must be seen within a year."""

    half_life_years: float = 0.75
    second_home_days: int = 365


def steps(as_at: date, ask: HomeSettings) -> tuple[Step, ...]:
    return (DWELLINGS, _stays(as_at, ask), HOMES, _people(as_at), FAMILIES, _second_homes(as_at, ask))


# A UPRN where one is given or known for the same postcode and house; else the postcode and house themselves.
DWELLINGS = Step(
    "name each record's dwelling",
    ("comparable",),
    "dwellings",
    """with known as (select place, min(uprn) as uprn from comparable
            where uprn is not null and place is not null group by place having min(uprn) = max(uprn))
        select uid, case when coalesce(c.uprn, known.uprn) is not null then hash(coalesce(c.uprn, known.uprn)) else c.place end as dwelling
        from comparable as c left join known using (place)""",
)


def _stays(as_at: date, ask: HomeSettings) -> Step:
    """One row a person and dwelling: from when to when it is seen, and its weight, source trust times recency."""
    latest = f"""arg_max(uid, {_in_time("date '1900-01-01'")})"""  # of those that say where it is, if any does
    years = f"greatest(date_diff('day', coalesce(updated_on, date '1990-01-01'), date '{as_at}'), 0) / 365.25"
    return Step(
        "weigh each person's dwellings",
        ("persons", "comparable", "dwellings"),
        "stays",
        f"""select person_id, dwelling, min(updated_on) as since, max(updated_on) as until,
                sum(cast(1e6 * trust * pow(0.5, {years} / {ask.half_life_years}) as bigint)) as weight,
                arg_min(uid, {_in_time("date '2200-01-01'")}) as earliest_uid,
                coalesce({latest} filter (postcode is not null), {latest}) as latest_uid
            from persons join comparable using (uid) join dwellings using (uid)
            where dwelling is not null group by person_id, dwelling""",
    )


HOMES = Step(
    "choose each person's home",
    ("stays",),
    "homes",
    """select person_id, dwelling, since, until, earliest_uid, latest_uid from stays
        qualify row_number() over (partition by person_id order by weight desc, until desc nulls last, dwelling) = 1""",
)


def _in_time(undated: str) -> str:
    """The order of records in time as one number, ties broken by the record's own: arg_min and arg_max are then sure."""
    return f"(date_diff('day', date '1900-01-01', coalesce(updated_on, {undated})) * {2**40}) + (uid & {2**40 - 1})"


def _people(as_at: date) -> Step:
    """One row a person with what most of their records say; `age` is in whole years, null when no birth date is known.

    Names are those of the latest record, `latest_uid`."""
    return Step(
        "sum up each person",
        ("persons", "entities", "comparable"),
        "people",
        f"""with latest as (select person_id, count(*) as records, arg_max(uid, {_in_time("date '1900-01-01'")}) as latest_uid,
                    count(upn) > 0 as pupil from persons join comparable using (uid) group by person_id),
            said as (select person_id, arg_max(birth_date, {_MOST_TOLD}) filter (birth_date is not null) as birth_date,
                    arg_max(sex, {_MOST_TOLD}) filter (sex is not null) as sex,
                    {_how_many("nhs_number")} as nhs_numbers, {_how_many("upn")} as upns
                from persons join entities using (uid) group by person_id)
            select person_id, latest_uid, said.birth_date, said.sex, records, nhs_numbers, upns,
                date_diff('year', said.birth_date, date '{as_at}') - (strftime(said.birth_date, '%m%d') > '{as_at:%m%d}')::int as age,
                case when age < {ADULT_AGE} or (age is null and pupil) then 'child' else 'adult' end as role
            from latest join said using (person_id)""",
    )


def _how_many(number: str) -> str:
    """How many different numbers a person's entities bear: none, 1, or 2 for several. Nobody has two; the numbers themselves stay here."""
    return f"case when min({number}) < max(other_{number}) then 2 else least(count({number}), 1) end"


# An entity speaks for its records; of two that say as often, the one with the lower number is believed.
_MOST_TOLD = f"entities.records::bigint * {2**40} - (uid & {2**40 - 1})"


FAMILIES = Step(
    "make a family of each home",
    ("people", "homes"),
    "families",
    """with placed as (select person_id, role, coalesce(dwelling, hash(person_id)) as place from people left join homes using (person_id))
        select min(person_id) over (partition by place) as family_id, person_id, role from placed""",
)


def _second_homes(as_at: date, ask: HomeSettings) -> Step:
    """A child's other dwelling, seen lately, where an adult lives who shares a surname, telephone or e-mail with the child."""
    tie = "(c.named = a.named or c.phone = a.phone or c.email = a.email)"
    return Step(
        "find children's second homes",
        ("families", "homes", "stays", "persons", "comparable"),
        "second_homes",
        f"""with other as (select stays.person_id, stays.dwelling, stays.since, stays.until from stays join homes using (person_id)
                join families using (person_id) where stays.dwelling != homes.dwelling and families.role = 'child'
                    and stays.until >= date '{as_at}' - {ask.second_home_days}),
            hosts as (select homes.dwelling, families.family_id, families.person_id
                from homes join families using (person_id) where role = 'adult')
            select distinct hosts.family_id, other.person_id, other.since, other.until
            from other join hosts using (dwelling)
                join persons as cp on cp.person_id = other.person_id join comparable as c on c.uid = cp.uid
                join persons as ap on ap.person_id = hosts.person_id join comparable as a on a.uid = ap.uid
            where {tie}""",
    )
