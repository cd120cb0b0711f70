"""Row checks as SQL: each check is a condition that is true of a bad value, with the reason it is quarantined for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lynchpin_vrp.contract import MEALS_CODES, TIER_CODES, Feed, Kind, kind_of

LONGEST = {Kind.NAME: 100, Kind.IDENTIFIER: 100, Kind.TEXT: 500}
LONGEST_OTHER = 40
OLDEST = date(1900, 1, 1)

ISO = r"'\d{4}-\d{2}-\d{2}'"
OTHER_ORDER = r"'\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}'"
# Control characters, direction overrides and characters that cannot be seen (TRUST 6); joiners are left alone: names use them.
UNSEEN = r"'[\x{00}-\x{1F}\x{7F}-\x{9F}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]'"

NAMES = {"forename", "surname"}

Check = tuple[str, str]


def checks_for(kind: Kind, column: str, as_at: date) -> Iterator[Check]:
    """(reason, SQL condition) pairs for one column; empty values pass, because blank means not known."""
    value = f'"{column}"'
    yield "control_character", f"regexp_matches({value}, {UNSEEN})"
    yield "too_long", f"length({value}) > {LONGEST.get(kind, LONGEST_OTHER)}"
    if kind in (Kind.DATE, Kind.BIRTH_DATE):
        yield from _date_checks(value, as_at)
    elif kind in (Kind.PERCENT, Kind.COUNT):
        yield from _number_checks(value, kind)
    elif kind is Kind.FLAG:
        yield "not_yes_or_no", f"upper({value}) not in ('Y', 'N')"
    elif kind is Kind.MEALS:
        yield "not_a_code", f"upper({value}) not in {MEALS_CODES}"
    elif kind is Kind.TIER:
        yield "not_a_tier", f"{value} not in {TIER_CODES}"


def _date_checks(value: str, as_at: date) -> Iterator[Check]:
    iso = f"regexp_full_match({value}, {ISO})"
    day = f"try_cast({value} as date)"
    yield "date_ambiguous", f"not {iso} and regexp_full_match({value}, {OTHER_ORDER})"
    yield "date_unreadable", f"not {iso} and not regexp_full_match({value}, {OTHER_ORDER})"
    yield "date_impossible", f"{iso} and {day} is null"
    yield "date_in_future", f"{iso} and {day} > date '{as_at}'"
    yield "date_before_1900", f"{iso} and {day} < date '{OLDEST}'"


def _number_checks(value: str, kind: Kind) -> Iterator[Check]:
    pattern = r"'\d+(\.\d+)?'" if kind is Kind.PERCENT else r"'\d+'"
    yield "not_a_number", f"not regexp_full_match({value}, {pattern})"
    most = 100 if kind is Kind.PERCENT else 10_000
    yield "number_out_of_range", f"try_cast({value} as double) > {most}"


def doubtful_sql(feed: Feed, raw: str, as_at: date, *, unseen: bool = True) -> str:
    """Rows that may be at fault: all that are and some that are not. One quick look, so that only few are looked at twice.

    `unseen` is whether the file may hold characters that cannot be seen; who has read its bytes may know that it does not."""
    signs = ["misshapen is not null", "record_id is null"]
    if unseen:
        signs.append(f"regexp_matches(concat_ws(' ', {', '.join(feed.mapped)}), '[^ -~]')")
    signs += [sign for column in feed.mapped for sign in _signs(kind_of(column), column, as_at)]
    if set(feed.columns) >= NAMES:
        signs.append("forename is null and surname is null")
    return f"select * from {raw} where {' or '.join(f'({sign})' for sign in signs)}"


def _signs(kind: Kind, column: str, as_at: date) -> Iterator[str]:
    """Conditions, one of which is true of every value that a check would fault, control characters apart."""
    value = f'"{column}"'
    if kind in (Kind.DATE, Kind.BIRTH_DATE):
        yield f"""{value} is not null and coalesce(strlen({value}) != 10 or try_cast({value} as date)::varchar != {value}
            or try_cast({value} as date) not between date '{OLDEST}' and date '{as_at}', true)"""
    else:
        yield f"strlen({value}) > {LONGEST.get(kind, LONGEST_OTHER)}"  # bytes: never fewer than characters
        others = (
            check for check in checks_for(kind, column, as_at) if check[0] not in ("control_character", "too_long")
        )
        yield from (condition for _, condition in others)


def quarantine_sql(feed: Feed, raw: str, doubtful: str, as_at: date) -> str:
    """Every fault of a raw table as (feed, line, column, value_kind, reason); the values looked at are those of its doubtful rows."""
    faults = [
        f"select line, 'row' as col, 'row' as value_kind, misshapen as reason from {doubtful} where misshapen is not null"
    ]
    faults += [_first_fault(column, doubtful, as_at) for column in feed.mapped]
    faults += [_fault("record_id", "identifier", "record_id_empty", doubtful, "record_id is null"), _repeated(raw)]
    if set(feed.columns) >= NAMES:
        faults.append(_fault("forename", "name", "name_empty", doubtful, "forename is null and surname is null"))
    return f"select '{_quoted(feed.name)}' as feed, line, col as \"column\", value_kind, reason from ({' union all '.join(faults)})"


def _first_fault(column: str, raw: str, as_at: date) -> str:
    kind = kind_of(column)
    cases = " ".join(f"when {condition} then '{reason}'" for reason, condition in checks_for(kind, column, as_at))
    return f"""select line, '{column}' as col, '{kind}' as value_kind, case {cases} end as reason
        from {raw} where misshapen is null and "{column}" is not null and reason is not null"""


def _repeated(raw: str) -> str:
    repeated = f"select record_id from {raw} where record_id is not null group by record_id having count(*) > 1"
    return _fault("record_id", "identifier", "record_id_repeated", raw, f"record_id in ({repeated})")


def _fault(column: str, kind: str, reason: str, raw: str, condition: str) -> str:
    return f"""select line, '{column}' as col, '{kind}' as value_kind, '{reason}' as reason
        from {raw} where misshapen is null and {condition}"""


def _quoted(name: str) -> str:
    return name.replace("'", "''")
