"""Lists of many people in one file: which column holds what, every row read, and what is wrong with it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from lynchpin.frontdoor.rows import RowFault
from lynchpin.kernel.errors import Reason, Refused
from lynchpin.kernel.files import Line, Table, day_written
from lynchpin.people import names
from lynchpin.people.choices import Language

MOST = 500  # people on one list: about an hour of one person's reading
LONGEST_HEADING, MOST_HEADINGS = 60, 40  # of columns that are not read: enough to know them by
EARLIEST = date(1900, 1, 1)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# our column -> what theirs may be called, in small letters and figures only
WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name", "fullname", "claimant", "enw", "enwllawn"),
        "forename": ("forename", "firstname", "givenname", "enwcyntaf"),
        "surname": ("surname", "lastname", "familyname", "cyfenw"),
        "birth_date": ("birthdate", "dateofbirth", "dob", "dyddiadgeni"),
        "address": ("address", "cyfeiriad"),
        "postcode": ("postcode", "codpost"),
        "phone": ("phone", "phonenumber", "telephone", "mobile", "ffon", "ffôn"),
        "email": ("email", "emailaddress", "ebost"),
        "language": ("language", "preferredlanguage", "iaith"),
        "agrees": ("agrees", "consent", "cytuno"),
    }
)
LONGEST = {"name": names.LONGEST_NAME, "address": 240, "postcode": 8, "phone": 20, "email": 254}
LANGUAGES = {
    "welsh": Language.WELSH,
    "cymraeg": Language.WELSH,
    "english": Language.ENGLISH,
    "saesneg": Language.ENGLISH,
}
LANGUAGES |= {language.value: language for language in Language}
YES_OR_NO = {"yes": True, "y": True, "ie": True, "ydy": True, "no": False, "n": False, "na": False, "nac ydy": False}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person of a list, as told. `agrees` is None where the file does not say."""

    line: int
    name: str
    birth_date: date | None = None
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    agrees: bool | None = None

    @property
    def who(self) -> tuple[str, date | None, str]:
        """By what two lines are one person."""
        return names.fold(self.name), self.birth_date, self.postcode


@dataclass(frozen=True, slots=True)
class ListRead:
    """Everybody on a list who could be read, and every fault by line. People and faulty lines add up to the lines read.

    `unread` are the partner's names of the columns that nothing here knows, as long as they can be shown.
    """

    people: tuple[ListedPerson, ...]
    faults: tuple[RowFault, ...]
    read: int
    unread: tuple[str, ...] = ()


def read_list(table: Table, today: date) -> ListRead:
    """Read every line. Refused where no column holds a name, or where the list is longer than can be looked at."""
    columns = _columns(table.header)
    if not ({"name", "surname"} & set(columns)):
        raise Refused(Reason("list_without_names"))
    if len(table.rows) > MOST:
        raise Refused(Reason("list_too_long", most=MOST))
    people: dict[tuple[str, date | None, str], ListedPerson] = {}
    faults: list[RowFault] = []
    for line in table.rows:
        person, wrong = _person(line, columns, today)
        if person and person.who in people:
            wrong = [RowFault(line.number, "name", "row_person_twice")]
        elif person:
            people[person.who] = person
        faults += wrong
    return ListRead(tuple(people.values()), tuple(faults), len(table.rows), _unread(table.header, columns))


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Our columns to the places of theirs; a column that nothing here knows is left unread, and named by `_unread`."""
    bare = {re.sub(r"[\W_]", "", name.casefold()): place for place, name in reversed(list(enumerate(header)))}
    found = {ours: next((bare[word] for word in words if word in bare), None) for ours, words in WORDS.items()}
    return {ours: place for ours, place in found.items() if place is not None}


def _unread(header: Sequence[str], columns: Mapping[str, int]) -> tuple[str, ...]:
    known = set(columns.values())
    names = [name[:LONGEST_HEADING] for place, name in enumerate(header) if place not in known]
    return tuple(names[:MOST_HEADINGS])


def _person(line: Line, columns: Mapping[str, int], today: date) -> tuple[ListedPerson | None, list[RowFault]]:
    cells = {ours: line.cells[place] for ours, place in columns.items()}
    told: dict[str, Any] = {"name": _name(cells)}
    told |= {ours: cells.get(ours, "") for ours in ("address", "phone", "email")}
    told["postcode"] = _postcode(cells.get("postcode", ""))
    wrong = [(ours, code) for ours, text in told.items() if (code := _why_not_text(ours, text))]
    for ours, read in (("birth_date", _birth_date), ("language", _language), ("agrees", _agrees)):
        told[ours], code = read(cells.get(ours, ""), today)
        wrong += [(ours, code)] if code else []
    person = None if wrong else ListedPerson(line.number, **told)
    return person, [RowFault(line.number, ours, code) for ours, code in wrong]


def _name(cells: Mapping[str, str]) -> str:
    parts = (cells.get("forename", ""), cells.get("surname", ""))
    return names.composed(cells.get("name", "") or " ".join(parts))


def _postcode(text: str) -> str:
    """As it is kept, however it is spaced; what is no postcode stays as it is, to be told of where it is too long."""
    kept = names.postcode(text)
    return kept if len(re.sub(r"\s", "", text)) <= LONGEST["postcode"] else text


def _why_not_text(ours: str, text: str) -> str:
    if ours == "name" and not text:
        return "row_value_missing"
    if len(text) > LONGEST[ours]:
        return "row_value_too_long"
    if ours == "name" and not names.is_readable(text):
        return "row_value_unreadable"
    return "row_value_unreadable" if ours == "email" and text and not EMAIL.fullmatch(text) else ""


def _birth_date(text: str, today: date) -> tuple[date | None, str]:
    day = day_written(text)
    if text and (day is None or day < EARLIEST):
        return None, "row_not_a_date"
    return day, "row_date_in_future" if day and day > today else ""


def _language(text: str, _today: date) -> tuple[str, str]:
    found = LANGUAGES.get(text.casefold())
    return (found.value, "") if found else ("", "row_language_unknown" if text else "")


def _agrees(text: str, _today: date) -> tuple[bool | None, str]:
    found = YES_OR_NO.get(text.casefold())
    return found, "row_not_yes_or_no" if text and found is None else ""


def kept(person: ListedPerson) -> dict[str, Any]:
    """A person as a staged list keeps them: plain values that JSON holds."""
    facts = {name: getattr(person, name) for name in ListedPerson.__slots__}
    return facts | {"birth_date": person.birth_date.isoformat() if person.birth_date else None}


def as_listed(facts: Mapping[str, Any]) -> ListedPerson:
    """The person again, from what `kept` gave."""
    born = facts["birth_date"]
    return ListedPerson(**{**facts, "birth_date": date.fromisoformat(born) if born else None})
