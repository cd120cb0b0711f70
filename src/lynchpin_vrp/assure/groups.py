"""The groups that measures are taken by: for watching only, never for scoring. Sex, age, Welsh names, deprivation of the area."""

from __future__ import annotations

from pathlib import Path

from lynchpin_vrp.assure.reading import take_csv
from lynchpin_vrp.assure.welsh_names import is_welsh_sql
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

POSTCODE = "upper(replace({}, ' ', ''))"

AGE_BAND = """case when age is null then 'unknown' when age <= 4 then '0-4' when age <= 10 then '5-10' when age <= 15 then '11-15'
    when age <= 17 then '16-17' when age <= 24 then '18-24' when age <= 64 then '25-64' else '65+' end"""
# The words are those of `compare`, so that a page shows one list of them.
YOUNGEST = """case when min(age) is null then 'unknown' when min(age) <= 3 then '0-3' when min(age) <= 10 then '4-10'
    when min(age) <= 15 then '11-15' when min(age) <= 17 then '16-17' else 'adults' end"""
ADULTS_SEX = """case when count(*) filter (adult and sex = 'F') > 0 and count(*) filter (adult and sex = 'M') > 0 then 'both'
    when count(*) filter (adult and sex = 'F') > 0 then 'women' when count(*) filter (adult and sex = 'M') > 0 then 'men'
    else 'unknown' end"""


def take_groups(engine: Engine, deprivation: Path | None) -> None:
    """Make `described`, `person_groups` (person_id, kind, grp) and `family_groups` (family_id, kind, grp) from `people`.

    Everybody together is a group too, without a kind or a name. `deprivation` is a CSV of postcode and fifth; without it nobody is
    grouped by area. Raises `Refused` for a file of another shape."""
    if deprivation and not take_csv(engine, deprivation, "listed_fifths", ("postcode", "fifth")):
        raise Refused("deprivation_unreadable")
    by_area = deprivation is not None
    engine.take(FIFTHS if by_area else NO_FIFTHS, DESCRIBED, _people(by_area), _families(by_area))


NO_FIFTHS = Step("know no area's deprivation", (), "fifths", "select '' as postcode, '' as fifth where false")
FIFTHS = Step(
    "know the areas' deprivation",
    ("listed_fifths",),
    "fifths",
    f"""select {POSTCODE.format("postcode")} as postcode, min(fifth) as fifth from listed_fifths
        where fifth in ('1', '2', '3', '4', '5') group by 1""",
)

DESCRIBED = Step(
    "describe each person",
    ("people", "fifths"),
    "described",
    f"""select person_id, family_id, age, role = 'adult' as adult, sex, {is_welsh_sql("forename", "surname")} as welsh, fifth
        from people left join fifths on fifths.postcode = {POSTCODE.format("people.postcode")}""",
)

WELSH = "case when welsh then 'welsh' when not welsh then 'other' else 'unknown' end"


def _people(by_area: bool) -> Step:
    kinds = {"": "''", "age_band": AGE_BAND, "sex": "coalesce(sex, 'unknown')", "welsh_name": WELSH}
    kinds |= {"deprivation": "coalesce(fifth, 'unknown')"} if by_area else {}
    each = (f"select person_id, '{kind}' as kind, {grp} as grp from described" for kind, grp in kinds.items())
    return Step("group people", ("described",), "person_groups", " union all ".join(each))


def _families(by_area: bool) -> Step:
    """A family's name is its eldest's: of anybody's, large families would have more."""
    eldest = "arg_max(welsh, (coalesce(age, -1), person_id))"
    welsh = f"case when {eldest} then 'welsh' when not {eldest} then 'other' else 'unknown' end"
    kinds = {"": "''", "youngest": YOUNGEST, "adults_sex": ADULTS_SEX, "welsh_name": welsh}
    kinds |= {"deprivation": "coalesce(min(fifth), 'unknown')"} if by_area else {}
    each = (
        f"select family_id, '{kind}' as kind, {grp} as grp from described group by family_id"
        for kind, grp in kinds.items()
    )
    return Step("group families", ("described",), "family_groups", " union all ".join(each))
