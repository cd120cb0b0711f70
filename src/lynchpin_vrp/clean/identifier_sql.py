"""SQL expressions that keep an identifier only when it can be one: check digits, letters and shapes, else null."""

from __future__ import annotations

UPN_LETTERS = (
    "ABCDEFGHJKLMNPQRTUVWXYZ"  # the check letter of a pupil number is one of 23 (Department for Education UPN guide)
)


def compact(column: str) -> str:
    """Upper-case letters and digits only."""
    return f"nullif(regexp_replace(upper({column}), '[^A-Z0-9]', '', 'g'), '')"


def _as_sent(column: str, shape: str, kept: str, mended: str) -> str:
    """Most values are sent as they should be, and one look sees it; only the others are put right."""
    return f"case when regexp_full_match({column}, '{shape}') then {kept} when {column} is not null then {mended} end"


def nhs_number(column: str) -> str:
    """Ten digits whose modulus 11 check digit is right (NHS Data Dictionary, NHS NUMBER)."""
    shape = "[0-9]{10}"
    number = _as_sent(column, shape, column, compact(column))
    digits = f"case when regexp_full_match({number}, '{shape}') then {number}::bigint end"
    weighted = " + ".join(f"{digits} // {10 ** (10 - place)} % 10 * {11 - place}" for place in range(1, 11))
    return f"case when ({weighted}) % 11 = 0 then {number} end"


def upn(column: str) -> str:
    """A check letter and twelve digits (the last may be a letter in a temporary number, which is dropped)."""
    shape = "[A-Z][0-9]{12}"
    number = _as_sent(column, shape, column, compact(column))
    digits = f"case when regexp_full_match({number}, '{shape}') then substr({number}, 2)::bigint end"
    weighted = " + ".join(f"{digits} // {10 ** (13 - place)} % 10 * {place}" for place in range(2, 14))
    return f"case when substr('{UPN_LETTERS}', (({weighted}) % 23 + 1)::bigint, 1) = substr({number}, 1, 1) then {number} end"


def nino(column: str) -> str:
    """Two letters, six digits and perhaps a suffix, which is left out: agencies often do not keep it."""
    shape = "[A-Z]{2}[0-9]{6}[A-D]?"
    number = compact(column)
    mended = f"case when regexp_full_match({number}, '{shape}') then left({number}, 8) end"
    return _as_sent(column, shape, f"left({column}, 8)", mended)


def postcode(column: str) -> str:
    """A postcode without its space, of any country: three to ten letters and digits, not letters alone."""
    code = compact(column)
    return (
        f"case when regexp_full_match({code}, '[A-Z0-9]{{3,10}}') and regexp_matches({code}, '[0-9]') then {code} end"
    )


def uprn(column: str) -> str:
    """Up to twelve digits without leading zeros."""
    digits = f"ltrim({compact(column)}, '0')"
    mended = f"case when regexp_full_match({digits}, '[0-9]{{1,12}}') then {digits} end"
    return _as_sent(column, "[1-9][0-9]{0,11}", column, mended)


def phone(column: str) -> str:
    """National form: digits only, +44 as 0, ten or eleven digits."""
    digits = f"regexp_replace({column}, '[^0-9]', '', 'g')"
    national = f"regexp_replace({digits}, '^(00)?440?', '0')"
    mended = f"case when regexp_full_match({national}, '0[0-9]{{9,10}}') then {national} end"
    return _as_sent(column, "0[0-9]{9,10}", column, mended)


def email(column: str) -> str:
    return f"case when {column} like '%_@_%' then lower({column}) end"
