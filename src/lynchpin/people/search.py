"""What somebody typed into a people search, and how like it a record is. Pure: the engines only bring candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz, process

from lynchpin.kernel import references
from lynchpin.people import names

LONGEST_SEARCH = 120
CANDIDATES = 400
LIKE_ENOUGH = 72.0  # of 100; below it, strangers with a common ending come up
OTHER_FORM = 0.96  # Siôn for John is like, and a little less so than John
SAME_BIRTH_DATE, SAME_POSTCODE, SAME_NUMBER = 25.0, 15.0, 200.0

DAY = re.compile(r"\b(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\b")
POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search taken apart: the name folded, and what must fit exactly to count."""

    name: str
    reference: str = ""
    number: str = ""
    postcode: str = ""
    birth_date: date | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        return names.spellings(self.name) if self.name else ()


# How like two names must be (of 100) for one person to be likely, by how their birth dates agree. Our own, set on the demo.
LIKE_BY_BIRTH_DATES = {"equal": 60.0, "near": 84.0, "unknown": 85.0, "apart": 101.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that an engine brought up."""

    id: int
    key: str
    birth_date: date | None = None
    same_postcode: bool = False
    same_number: bool = False


def take_apart(text: str, birth_date: date | None = None) -> Wanted:
    """Read a typed search: `Sian Jones 27/3/1986 CF39 9AA`, a reference, or a number from another agency."""
    text = text[:LONGEST_SEARCH]
    reference = references.tidy(text.strip())
    if references.SHAPE.match(reference):
        return Wanted("", reference=reference)  # it says all that there is to say
    day, place = DAY.search(text), POSTCODE.search(text)
    rest = POSTCODE.sub(" ", DAY.sub(" ", text))
    return Wanted(
        name=names.fold(rest),
        number=text.strip() if any(sign.isdigit() for sign in text) else "",
        postcode=names.postcode(place[0]) if place else "",
        birth_date=birth_date or (_date(day) if day else None),
    )


def rank(wanted: Wanted, candidates: Iterable[Candidate], limit: int) -> list[int]:
    """Ids of the candidates that are like enough, most like first."""
    scored = [(_likeness(wanted, each), -each.id) for each in candidates]
    best = sorted((score for score in scored if score[0] >= LIKE_ENOUGH), reverse=True)
    return [-negative for _, negative in best[:limit]]


def may_be(wanted: Wanted, each: Candidate) -> bool:
    """Whether a candidate may be the very person told of: a shared surname or postcode alone never is a reason to ask."""
    if each.same_number:
        return True
    name = _likeness(replace(wanted, birth_date=None), replace(each, same_postcode=False))
    return name >= LIKE_BY_BIRTH_DATES[_birth_dates(wanted.birth_date, each.birth_date)]


def _birth_dates(told: date | None, kept: date | None) -> str:
    """How two birth dates agree: equal, near (day and month swapped, or one part wrong), unknown, or apart."""
    if told is None or kept is None:
        return "unknown"
    if (told.year, told.month, told.day) == (kept.year, kept.day, kept.month):
        return "near"
    wrong = sum(a != b for a, b in zip(told.timetuple()[:3], kept.timetuple()[:3], strict=True))
    return ("equal", "near")[wrong] if wrong < 2 else "apart"


def most_like(wanted: Wanted, keys: dict[int, str]) -> list[int]:
    """Ids of the keys most like a name: the engine of last resort, which looks at every key."""
    best: dict[int, float] = {}
    for spelling in wanted.spellings:
        for _, score, key in process.extract(spelling, keys, scorer=fuzz.WRatio, limit=CANDIDATES, score_cutoff=60):
            best[key] = max(score, best.get(key, 0.0))
    return sorted(best, key=lambda key: (-best[key], key))[:CANDIDATES]


def _likeness(wanted: Wanted, each: Candidate) -> float:
    extra = SAME_NUMBER * each.same_number + SAME_POSTCODE * each.same_postcode
    if wanted.birth_date is not None and wanted.birth_date == each.birth_date:
        extra += SAME_BIRTH_DATE
    if not wanted.name:
        return 100 + extra if extra else 0.0
    own, *others = wanted.spellings
    return max(_alike(own, each.key), *(OTHER_FORM * _alike(other, each.key) for other in others), 0.0) + extra


def _alike(typed: str, key: str) -> float:
    """Of 100. Whole words count: half a name found inside a longer stranger's does not."""
    return max(fuzz.token_sort_ratio(typed, key), 0.95 * _words_alike(typed.split(), key.split()))


def _words_alike(typed: list[str], kept: list[str]) -> float:
    """The mean over typed words of how like the nearest kept word is; a beginning of a word is nearly the word."""
    if not typed or not kept:
        return 0.0
    return sum(max(_word_alike(word, other) for other in kept) for word in typed) / len(typed)


def _word_alike(typed: str, kept: str) -> float:
    return 95.0 if len(typed) > 2 and kept.startswith(typed) and typed != kept else fuzz.ratio(typed, kept)


def _date(found: re.Match[str]) -> date | None:
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
