"""Accepted rows as comparable records: one table for linking, one for evidence. Nothing is guessed; what cannot be is null."""

from __future__ import annotations

from collections.abc import Sequence

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


def stacked(feeds: Sequence[Feed]) -> Step:
    """All accepted rows of all feeds, numbered in the order of feed and record_id so that numbers never depend on luck."""
    rows = " union all ".join(_columns_of(feed) for feed in feeds)
    tables = tuple(f"accepted_{feed.name}" for feed in feeds)
    numbered = f"select row_number() over (order by feed, record_id) as uid, * from ({rows})"
    return Step("stack feeds", tables, "stacked", numbered)


def _columns_of(feed: Feed) -> str:
    columns = ", ".join(_column(feed, name, kind) for name, kind in {**IDENTITY, **FACTS}.items())
    return f"select '{feed.name}' as feed, {feed.trust}::double as trust, line, {columns} from accepted_{feed.name}"


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

CLEANED = Step(
    "make records comparable",
    ("stacked",),
    "cleaned",
    f"""select uid, feed, record_id, trust, updated_on,
        {joined("forename")} as forename, split_part({letters("forename")}, ' ', 1) as first_forename,
        {skeleton("forename")} as forename_skeleton, {letters("middle_names")} as middle_names,
        {joined("surname")} as surname, string_split({letters("surname")}, ' ') as surname_parts,
        case when birth_date > date '{DEFAULT_BIRTH_DATE}' then birth_date end as birth_date,
        case when upper(substr(sex, 1, 1)) in ('F', 'M') then upper(substr(sex, 1, 1)) end as sex,
        {HOUSE} as house, {identifier.postcode("postcode")} as postcode, {identifier.uprn("uprn")} as uprn,
        {identifier.phone("phone")} as phone, {identifier.email("email")} as email,
        {identifier.nhs_number("nhs_number")} as nhs_number, {identifier.nino("nino")} as nino, {identifier.upn("upn")} as upn
    from stacked""",
)

COMPARABLE = Step(
    "join other forms of a forename",
    ("cleaned", "forename_groups"),
    "comparable",
    """select cleaned.*, coalesce(forename_groups.groups, [cleaned.first_forename]) as forename_groups,
        substr(cleaned.forename, 1, 3) as forename_3, substr(cleaned.forename, 1, 1) as initial, substr(cleaned.surname, 1, 3) as surname_3,
        year(birth_date) as birth_year, strftime(birth_date, '%m-%d') = '01-01' as year_only, cast(birth_date as varchar) as birth_day
    from cleaned left join forename_groups on forename_groups.forename = cleaned.first_forename""",
)


def steps(feeds: Sequence[Feed]) -> tuple[Step, ...]:
    return (stacked(feeds), FORENAME_GROUPS, CLEANED, COMPARABLE)
