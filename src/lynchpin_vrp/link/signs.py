"""What each record is known by, as numbers: equal numbers are found equal far quicker than equal texts."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin_vrp.engine import Step

MANY = 20  # records; a value seen less often cannot crowd anything


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that people are known by, a number that `comparable` holds or that `value` makes of what it holds; null where not known.

    Held by people of more than `most` birth days it tells nobody from anybody: a switchboard, 9999999999, a hostel."""

    name: str
    value: str
    most: int | None = None


SIGNS = (
    Sign("named", "named"),
    Sign("postcode", "postcode"),
    Sign("sector", "sector"),
    Sign("place", "place"),
    Sign("dwelling", "case when uprn is not null then hash(uprn) else place end", most=40),
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
    """Values of a sign that too many birth days share; only those that many records hold are looked at."""
    many = f"select {sign.value} as held from comparable where held is not null group by held having count(*) >= {MANY}"
    return f"""select '{sign.name}' as sign, held as value from comparable join ({many}) as many on held = {sign.value}
        group by held having count(distinct birth_date) > {sign.most}"""


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


# Records of one look (a name, a birth date and a postcode) are one already; one that is not sure of anybody has a look of its own.
RECORD_SIGNS = Step(
    "note what each record is known by",
    ("comparable", "crowded"),
    "signs",
    f"""with told as (select uid, sure, one, sex, {", ".join(f"{sign.value} as {sign.name}" for sign in SIGNS)} from comparable)
        select uid, sure, one, sex, {", ".join(map(_kept, SIGNS))},
            case when sure and told.postcode is not null then (hash(one, named, told.postcode) >> 1)::bigint else uid end as look
        from told {" ".join(map(_join, CROWDABLE))}""",
)
