"""What each record is known by, as numbers: equal numbers are found equal far quicker than equal texts."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin_vrp.engine import Step

MANY = 20  # records; a value seen less often cannot crowd anything

# One name and one whole birth date. A year alone, an initial or a missing part is not sure of anybody.
SURE = (
    "birth_day is not null and forename is not null and surname is not null and length(forename) > 1 and not year_only"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that people are known by: its `value` as SQL over `comparable`, null where not known.

    Held by people of more than `most` birth days it tells nobody from anybody: a switchboard, 9999999999, a hostel."""

    name: str
    value: str
    most: int | None = None

    @property
    def number(self) -> str:
        return f"case when {self.value} is not null then hash('{self.name}', {self.value}) end"


HOUSE = "case when postcode is not null and house is not null then hash(postcode, house) end"
SIGNS = (
    Sign("named", "surname"),
    Sign("postcode", "postcode"),
    Sign("sector", "substr(postcode, 1, length(postcode) - 2)"),
    Sign("place", HOUSE),
    Sign("dwelling", f"case when uprn is not null then hash(uprn) else {HOUSE} end", most=40),
    Sign("phone", "phone", most=12),
    Sign("email", "email", most=12),
    Sign("nhs_number", "nhs_number", most=4),
    Sign("nino", "nino", most=4),
    Sign("upn", "upn", most=4),
)
NAMES = tuple(sign.name for sign in SIGNS)
CROWDABLE = tuple(sign for sign in SIGNS if sign.most)


def steps() -> tuple[Step, ...]:
    """From `comparable` to `crowded` (sign, value) and `signs`: a record's signs without those that too many share."""
    return (CROWDED, RECORD_SIGNS)


def _crowd(sign: Sign) -> str:
    return f"""select '{sign.name}' as sign, {sign.number} as value from comparable where {sign.value} is not null
        group by {sign.value} having count(*) >= {MANY} and count(distinct birth_day) > {sign.most}"""


CROWDED = Step("set aside what too many share", ("comparable",), "crowded", " union all ".join(map(_crowd, CROWDABLE)))


def _kept(sign: Sign) -> str:
    return (
        f"case when {sign.name}_crowd.value is null then told.{sign.name} end as {sign.name}"
        if sign.most
        else f"told.{sign.name}"
    )


def _join(sign: Sign) -> str:
    crowd = f"{sign.name}_crowd"
    return f"left join crowded as {crowd} on {crowd}.sign = '{sign.name}' and {crowd}.value = told.{sign.name}"


RECORD_SIGNS = Step(
    "note what each record is known by",
    ("comparable", "crowded"),
    "signs",
    f"""with told as (select uid, {SURE} as sure, hash(birth_day, forename) as one, case sex when 'F' then 1 when 'M' then 2 end as sex,
                {", ".join(f"{sign.number} as {sign.name}" for sign in SIGNS)} from comparable)
        select uid, sure, one, sex, {", ".join(map(_kept, SIGNS))},
            case when sure and told.postcode is not null then (hash(one, named, told.postcode) >> 1)::bigint else uid end as look
        from told {" ".join(map(_join, CROWDABLE))}""",
)
