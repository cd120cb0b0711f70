"""What values of a column look like, as SQL: patterns, codes and bands. A value itself never leaves the engine."""

from __future__ import annotations

from datetime import date

from lynchpin_vrp.contract import Kind, kind_of

CODED = frozenset({Kind.FLAG, Kind.MEALS, Kind.TIER})
# Text that people write and numbers that are counted up: runs count as one, or every length would be a pattern of its own.
OF_ANY_LENGTH = frozenset({"record_id", "address", "birth_place", "email", "occupation", "uprn"})
LONGEST = 40

PERCENT_BANDS = ((50, "0-49"), (80, "50-79"), (90, "80-89"), (95, "90-94"), (101, "95-100"))
COUNT_BANDS = ((1, "0"), (2, "1"), (3, "2"), (6, "3-5"), (11, "6-10"), (10_001, "11+"))
AGE_BANDS = (
    (31, "0-30"),
    (92, "31-91"),
    (366, "92-365"),
    (1097, "366-1096"),
    (1_000_000, "1097+"),
)  # days before the file


def spread_sql(column: str, as_at: date) -> str:
    """What one value of a column counts as: its pattern (`9999-99-99`), its code, or the band that it is in."""
    kind = kind_of(column)
    if kind in CODED:
        return f"upper({column})"
    if kind is Kind.BIRTH_DATE:
        return f"{column}[1:3] || '0s'"
    if kind is Kind.DATE:
        return _banded(f"date_diff('day', {column}::date, date '{as_at}')", AGE_BANDS)
    if kind is Kind.PERCENT:
        return _banded(f"{column}::double", PERCENT_BANDS)
    return _banded(f"{column}::double", COUNT_BANDS) if kind is Kind.COUNT else _pattern(column, kind)


def _banded(value: str, bands: tuple[tuple[int, str], ...]) -> str:
    return f"case {' '.join(f'when {value} < {above} then {name!r}' for above, name in bands)} end"


def _pattern(column: str, kind: Kind) -> str:
    """Capitals as A, other letters as a, figures as 9, and everything else as it stands."""
    runs = "+" if kind is Kind.NAME or column in OF_ANY_LENGTH else ""
    text = column
    for letters, mark in (
        (rf"\p{{Lu}}{runs}", "A"),
        (rf"[\p{{Ll}}\p{{Lo}}\p{{Lt}}\p{{Lm}}\p{{M}}]{runs}", "a"),
        (rf"\p{{N}}{runs}", "9"),
    ):
        text = f"regexp_replace({text}, '{letters}', '{mark}', 'g')"
    return f"left({text}, {LONGEST})"
