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

NUMBERED = ("phone", "email", "nhs_number", "nino", "upn")  # compared only for being the same

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


def number_of(text: str) -> str:
    """A text as a number, null when it is null: equal numbers are found equal far quicker than equal texts."""
    return f"nullif(hash({text}), hash(null::varchar))"


# Each spelling is made comparable once, however many rows hold it, and goes by its number from then on. What says nothing is not
# filtered out: the optimiser would ask every row instead of every spelling.
FORENAMES = Step(
    "make forenames comparable",
    ("stacked", "forename_groups"),
    "forenames",
    f"""with spelt as (select distinct forename from stacked where forename is not null),
        made as (select forename as spelt, {joined("forename")} as forename, split_part({letters("forename")}, ' ', 1) as first,
            {skeleton("forename")} as forename_skeleton from spelt)
        select row_number() over (order by spelt) as forename_no, spelt, made.forename, {number_of("made.forename")} as number,
            forename_skeleton, length(made.forename) > 1 as whole,
            hash(coalesce(called, first)) as called, hash(coalesce(other_called, first)) as other_called
        from made left join forename_groups on forename_groups.forename = first""",
)
SURNAMES = Step(
    "make surnames comparable",
    ("stacked",),
    "surnames",
    f"""with spellings as (select distinct surname as spelt from stacked where surname is not null),
            made as (select spelt, {joined("spelt")} as surname from spellings)
        select row_number() over (order by spelt) as surname_no, spelt, surname, {number_of("surname")} as named from made""",
)
ADDRESSES = Step(
    "tell houses by their number or name",
    ("stacked",),
    "addresses",
    f"""with spelt as (select distinct address from stacked where address is not null),
            made as (select address as spelt, {HOUSE} as house from spelt)
        select spelt, {number_of("house")} as house from made""",
)
POSTCODES = Step(
    "make postcodes comparable",
    ("stacked",),
    "postcodes",
    f"""with spelt as (select distinct postcode from stacked where postcode is not null),
            made as (select postcode as spelt, {identifier.postcode("postcode")} as code from spelt)
        select spelt, {number_of("code")} as postcode, {number_of("substr(code, 1, length(code) - 2)")} as sector from made""",
)

BORN = f"case when stacked.birth_date > date '{DEFAULT_BIRTH_DATE}' then stacked.birth_date end"


def _number(name: str) -> str:
    return f"{number_of(getattr(identifier, name)(f'stacked.{name}'))} as {name}"


COMPARABLE = Step(
    "make records comparable",
    ("stacked", "forenames", "surnames", "addresses", "postcodes"),
    "comparable",
    f"""select uid, feed, record_id, trust, updated_on, forename_no, surname_no, middle_names, birth_place, occupation,
            {BORN} as birth_date, case upper(substr(sex, 1, 1)) when 'F' then 1 when 'M' then 2 end::tinyint as sex,
            coalesce(f.whole and s.named is not null and dayofyear({BORN}) != 1, false) as sure,
            case when f.number is not null and {BORN} is not null then hash({BORN}, f.number) end as one,
            s.named, p.postcode, p.sector, {identifier.uprn("uprn")} as uprn,
            case when p.postcode is not null and a.house is not null then hash(p.postcode, a.house) end as place,
            {", ".join(map(_number, NUMBERED))}
        from stacked left join forenames as f on f.spelt = stacked.forename left join surnames as s on s.spelt = stacked.surname
            left join addresses as a on a.spelt = stacked.address left join postcodes as p on p.spelt = stacked.postcode""",
)
