"""Accepted rows as comparable records: one table for linking, one for evidence. Nothing is guessed; what cannot be is null."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lynchpin_vrp.clean import identifier_sql as identifier
from lynchpin_vrp.clean.name_sql import forename_groups_sql, joined, letters, skeleton
from lynchpin_vrp.contract import FACTS, IDENTITY, Feed, Kind
from lynchpin_vrp.engine import Step

DEFAULT_BIRTH_DATE = "1900-01-01"  # what several systems store when the date is not known

TYPES = {
    Kind.DATE: "date",
    Kind.BIRTH_DATE: "date",
    Kind.PERCENT: "decimal(5,2)",
    Kind.COUNT: "integer",
    Kind.TIER: "integer",
}

# A record's number is drawn from its feed and its own id: it depends on no order, and stays the same from run to run.
UID = "(hash(feed, record_id) >> 1)::bigint"


def steps(feeds: Sequence[Feed]) -> tuple[Step, ...]:
    """From accepted rows to `stacked` (as the agencies wrote it), `stated` (facts) and `comparable`."""
    return (stacked(feeds), _stated(feeds), FORENAME_GROUPS, FORENAMES, SURNAMES, ADDRESSES, POSTCODES, COMPARABLE)


def stacked(feeds: Sequence[Feed]) -> Step:
    """All accepted rows of all feeds: who each is about, as the agency wrote it."""
    rows = " union all ".join(_rows(feed, IDENTITY, f"{feed.trust}::double as trust, line") for feed in feeds)
    return Step("stack feeds", _accepted(feeds), "stacked", f"select {UID} as uid, * from ({rows})", kept=False)


def _stated(feeds: Sequence[Feed]) -> Step:
    """The rows that state anything which factors read."""
    rows = [_rows(feed, FACTS, _column(feed, "updated_on", Kind.DATE)) for feed in feeds if feed.facts]
    nothing = ", ".join(f"null::{TYPES.get(kind, 'varchar')} as {name}" for name, kind in FACTS.items())
    rows.append(f"select '' as feed, '' as record_id, null::date as updated_on, {nothing} where false")
    told = " or ".join(f"{name} is not null" for name in FACTS)
    sql = f"select {UID} as uid, * from ({' union all '.join(rows)}) where {told}"
    return Step("gather what is stated", _accepted(feeds), "stated", sql, kept=False)


def _accepted(feeds: Sequence[Feed]) -> tuple[str, ...]:
    return tuple(f"accepted_{feed.name}" for feed in feeds)


def _rows(feed: Feed, wanted: Mapping[str, Kind], others: str) -> str:
    columns = ", ".join(_column(feed, name, kind) for name, kind in wanted.items() if name != "record_id")
    return f"select '{feed.name}' as feed, record_id, {others}, {columns} from accepted_{feed.name}"


def _column(feed: Feed, name: str, kind: Kind) -> str:
    kept = name if name in feed.mapped else "null"
    if kind in (Kind.FLAG, Kind.MEALS):
        kept = f"upper({kept})"
    return f"cast({kept} as {TYPES.get(kind, 'varchar')}) as {name}"


# A house is told by its number, or by its name when it has none; flats keep theirs in front.
HOUSE = """coalesce(nullif(array_to_string(regexp_extract_all(split_part(lower(address), ',', 1) || ' ' ||
    case when regexp_matches(split_part(lower(address), ',', 1), '[0-9]') then '' else split_part(lower(address), ',', 2) end,
    '[0-9]+[a-z]?'), '/'), ''), nullif(regexp_replace(strip_accents(split_part(lower(address), ',', 1)), '[^a-z]', '', 'g'), ''))"""

FORENAME_GROUPS = Step("know other forms of a forename", (), "forename_groups", forename_groups_sql())

# Each spelling is made comparable once, however many rows hold it.
FORENAMES = Step(
    "make forenames comparable",
    ("stacked", "forename_groups"),
    "forenames",
    f"""with spelt as (select distinct forename from stacked where forename is not null),
        made as (select forename as spelt, {joined("forename")} as forename, split_part({letters("forename")}, ' ', 1) as first_forename,
            {skeleton("forename")} as forename_skeleton from spelt)
        select made.*, coalesce(groups, [first_forename]) as forename_groups
        from made left join forename_groups on forename_groups.forename = first_forename""",
)
SURNAMES = Step(
    "make surnames comparable",
    ("stacked",),
    "surnames",
    f"""select surname as spelt, {joined("surname")} as surname, string_split({letters("surname")}, ' ') as surname_parts
        from (select distinct surname from stacked where surname is not null)""",
)
ADDRESSES = Step(
    "tell houses by their number or name",
    ("stacked",),
    "addresses",
    f"select address as spelt, {HOUSE} as house from (select distinct address from stacked where address is not null)",
)
POSTCODES = Step(
    "make postcodes comparable",
    ("stacked",),
    "postcodes",
    f"""select postcode as spelt, {identifier.postcode("postcode")} as postcode
        from (select distinct postcode from stacked where postcode is not null)""",
)

COMPARABLE = Step(
    "make records comparable",
    ("stacked", "forenames", "surnames", "addresses", "postcodes"),
    "comparable",
    f"""select uid, feed, record_id, trust, updated_on, f.forename, f.first_forename, f.forename_skeleton, f.forename_groups,
            substr(f.forename, 1, 3) as forename_3, substr(f.forename, 1, 1) as initial, {letters("middle_names")} as middle_names,
            s.surname, s.surname_parts, substr(s.surname, 1, 3) as surname_3,
            case when birth_date > date '{DEFAULT_BIRTH_DATE}' then birth_date end as birth_date,
            cast(case when birth_date > date '{DEFAULT_BIRTH_DATE}' then birth_date end as varchar) as birth_day,
            year(case when birth_date > date '{DEFAULT_BIRTH_DATE}' then birth_date end) as birth_year,
            coalesce(dayofyear(birth_date) = 1, false) as year_only,
            case when upper(substr(sex, 1, 1)) in ('F', 'M') then upper(substr(sex, 1, 1)) end as sex,
            a.house, p.postcode, {identifier.uprn("uprn")} as uprn, {identifier.phone("phone")} as phone,
            {identifier.email("email")} as email, {identifier.nhs_number("nhs_number")} as nhs_number,
            {identifier.nino("nino")} as nino, {identifier.upn("upn")} as upn,
            {letters("birth_place")} as birth_place, {letters("occupation")} as occupation
        from stacked left join forenames as f on f.spelt = stacked.forename left join surnames as s on s.spelt = stacked.surname
            left join addresses as a on a.spelt = stacked.address left join postcodes as p on p.spelt = stacked.postcode""",
)
