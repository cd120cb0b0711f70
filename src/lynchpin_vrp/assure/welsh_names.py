"""Which forenames count as Welsh, for watching whether those who bear them are treated alike. Nothing is ever scored by it.

A rule about names says nothing about anybody's language or nationality. Surnames are left out: Jones, Davies and Evans are as common
among those who speak no Welsh. A forename counts when it is on the list beside or is spelt as only Welsh spells it; so does a
patronymic (ap, ab, ferch). Names used as widely elsewhere (Owen, Megan, Dylan, Morgan) are on the list: the rule leans towards yes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def forenames() -> tuple[str, ...]:
    """The list, without diacritics: ours, from general knowledge of names in use in Wales, from 2026-11-22."""
    listed = files("lynchpin_vrp.assure").joinpath("welsh_forenames.csv").read_text(encoding="utf-8")
    return tuple(listed.split()[1:])


# ll at the start, rh and gw before a vowel, and -wen, -wyn, -fryn, -fair at the end: English has hardly any such forename.
SPELLING = "^(ll|gw[aey]|rh[iouy])|(.(wen|wyn|fryn|fair|lwyd))$"
PATRONYMIC = "^(ap|ab|ferch|verch) "


def is_welsh_sql(forename: str, surname: str) -> str:
    """SQL that is true for a Welsh name, false for another, null where no forename is known."""
    first = f"split_part(strip_accents(lower(trim({forename}))), ' ', 1)"
    listed = ", ".join(f"'{name}'" for name in forenames())
    by_surname = f"coalesce(regexp_matches(lower(trim({surname})), '{PATRONYMIC}'), false)"
    return (
        f"case when {forename} is not null then {first} in ({listed}) or regexp_matches({first}, '{SPELLING}')"
        f" or {by_surname} end"
    )
