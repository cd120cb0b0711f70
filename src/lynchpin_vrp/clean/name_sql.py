"""SQL expressions that make names comparable: case, marks, punctuation and known other names of the same forename."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# The pairs are common knowledge, typed by us: everyday short forms, and Welsh and English forms of one name. No licence attaches.
GROUPS = "forename_groups.csv"

# Letters that Welsh and English write differently for one sound, and doubled letters, which clerks add and leave out.
SPELLINGS = (
    ("x", "cs"),
    ("ph", "f"),
    ("k", "c"),
    ("v", "f"),
    ("z", "s"),
    *((letter * 2, letter) for letter in "bcdfglmnprst"),
)


def letters(column: str) -> str:
    """Lower-case letters and single spaces; hyphens become spaces, apostrophes and marks vanish."""
    plain = f"strip_accents(lower({column}))"
    spaced = f"regexp_replace({plain}, '[-./,]+', ' ', 'g')"
    return f"nullif(trim(regexp_replace(regexp_replace({spaced}, '[^a-z ]', '', 'g'), ' +', ' ', 'g')), '')"


def joined(column: str) -> str:
    """The letters of a name run together, so that Ap Rhys, Ap-Rhys and Aprhys agree."""
    return f"replace({letters(column)}, ' ', '')"


def skeleton(column: str) -> str:
    """The consonants of a name in one spelling of Welsh and English: Dylan and Dillon, Macsen and Maxen agree."""
    spelt = joined(column)
    for written, sounded in SPELLINGS:
        spelt = f"replace({spelt}, '{written}', '{sounded}')"
    return f"nullif(regexp_replace({spelt}, '[aeiouwyh]', '', 'g'), '')"


@cache
def forename_groups() -> tuple[tuple[str, str], ...]:
    """(forename, group) pairs in order. A forename is in two groups at most."""
    return tuple(sorted(set(_pairs())))


def _pairs() -> Iterator[tuple[str, str]]:
    text = files(__package__).joinpath(GROUPS).read_text(encoding="utf-8")
    for line in text.splitlines():
        group, _, others = line.partition(",")
        for forename in (group, *others.split()):
            yield forename, group


def forename_groups_sql() -> str:
    """A table of (forename, called, other_called): the one or two names that a forename is a form of."""
    rows = ", ".join(f"('{forename}', '{group}')" for forename, group in forename_groups())
    pairs = f'(values {rows}) as pair(forename, "group")'
    return f'select forename, min("group") as called, max("group") as other_called from {pairs} group by forename'
