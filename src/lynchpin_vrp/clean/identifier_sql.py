"""SQL expressions that keep an identifier only when it can be one: check digits, letters and shapes, else null."""

from __future__ import annotations

UPN_LETTERS = (
    "ABCDEFGHJKLMNPQRTUVWXYZ"  # the check letter of a pupil number is one of 23 (Department for Education UPN guide)
)


def compact(column: str) -> str:
    """Upper-case letters and digits only."""
    return f"nullif(regexp_replace(upper({column}), '[^A-Z0-9]', '', 'g'), '')"


def _as_sent(column: str, shape: str, then: str, else_: str) -> str:
    """Most values are sent as they should be, and are seen to be so by one look; only the others are put right."""
    return f"case when regexp_full_match({column}, '{shape}') then {then} when {column} is not null then {else_} end"


def _checked(number: str, first: int, last: int, weights: range) -> str:
    """The sum of the digits from one place to another, each times its weight."""
    return " + ".join(
        f"(ascii(substr({number}, {place}, 1)) - 48) * {weight}"
        for place, weight in zip(range(first, last + 1), weights, strict=True)
    )


def nhs_number(column: str) -> str:
    """Ten digits whose modulus 11 check digit is right (NHS Data Dictionary, NHS NUMBER)."""
    number = compact(column)
    weighted = " + ".join(f"substr({number}, {place}, 1)::int * {11 - place}" for place in range(1, 11))
    return f"case when regexp_full_match({number}, '[0-9]{{10}}') then case when ({weighted}) % 11 = 0 then {number} end end"


def upn(column: str) -> str:
    """A check letter and twelve digits (the last may be a letter in a temporary number, which is dropped)."""
    number = compact(column)
    weighted = " + ".join(f"substr({number}, {place}, 1)::int * {place}" for place in range(2, 14))
    right = f"substr('{UPN_LETTERS}', ({weighted}) % 23 + 1, 1) = substr({number}, 1, 1)"
    return f"case when regexp_full_match({number}, '[A-Z][0-9]{{12}}') then case when {right} then {number} end end"


def nino(column: str) -> str:
    """Two letters, six digits and perhaps a suffix, which is left out: agencies often do not keep it."""
    number = compact(column)
    return f"case when regexp_full_match({number}, '[A-Z]{{2}}[0-9]{{6}}[A-D]?') then substr({number}, 1, 8) end"


def postcode(column: str) -> str:
    """A postcode without its space, of any country: three to ten letters and digits, not letters alone."""
    code = compact(column)
    return (
        f"case when regexp_full_match({code}, '[A-Z0-9]{{3,10}}') and regexp_matches({code}, '[0-9]') then {code} end"
    )


def uprn(column: str) -> str:
    """Up to twelve digits without leading zeros."""
    digits = f"ltrim({compact(column)}, '0')"
    return f"case when regexp_full_match({digits}, '[0-9]{{1,12}}') then {digits} end"


def phone(column: str) -> str:
    """National form: digits only, +44 as 0, ten or eleven digits."""
    digits = f"regexp_replace({column}, '[^0-9]', '', 'g')"
    national = f"regexp_replace({digits}, '^(00)?440?', '0')"
    return f"case when regexp_full_match({national}, '0[0-9]{{9,10}}') then {national} end"


def email(column: str) -> str:
    return f"case when {column} like '%_@_%' then lower({column}) end"
