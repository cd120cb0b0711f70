"""The columns that a file of each kind may bring, and good guesses at theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.kernel.errors import Reason
from lynchpin.outcomes.choices import ImportKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of our columns: its name, its words, whether a file must have it, and words that theirs may be called by."""

    name: str
    label: Any
    needed: bool
    words: tuple[str, ...]


CASELOAD = (
    Wanted(
        "former_reference",
        _("Case reference in the former system"),
        True,
        ("case", "caseid", "caseref", "reference", "id"),
    ),
    Wanted("forename", _("First name"), True, ("forename", "firstname", "givenname", "enwcyntaf")),
    Wanted("surname", _("Surname"), True, ("surname", "lastname", "familyname", "cyfenw")),
    Wanted("birth_date", _("Date of birth"), False, ("dob", "dateofbirth", "birthdate", "dyddiadgeni")),
    Wanted("opened_on", _("Day the case opened"), True, ("opened", "openedon", "startdate", "dateopened", "start")),
    Wanted("worker", _("Worker's e-mail address or name"), False, ("worker", "workeremail", "keyworker", "gweithiwr")),
    Wanted("cluster", _("Cluster"), False, ("cluster", "clwstwr", "team")),
    Wanted("complexity", _("How much is happening: light, steady or intensive"), False, ("complexity", "level")),
    Wanted("family_size", _("People in the family"), False, ("familysize", "household", "people")),
    Wanted("language", _("Language: cy, en, bsl or other"), False, ("language", "iaith")),
    Wanted("phone", _("Phone"), False, ("phone", "telephone", "mobile", "ffon")),
    Wanted("address", _("Address"), False, ("address", "cyfeiriad")),
    Wanted("postcode", _("Postcode"), False, ("postcode", "codpost")),
    Wanted("area_code", _("Small area code"), False, ("lsoa", "areacode", "lsoacode")),
    Wanted("stated_reason", _("Why they asked"), False, ("reason", "why", "rheswm")),
)
REFERRALS = (
    Wanted(
        "former_reference",
        _("Referral reference in the former system"),
        True,
        ("referral", "referralid", "reference", "id"),
    ),
    Wanted("name", _("Name"), True, ("name", "fullname", "enw")),
    Wanted("received_on", _("Day it was received"), True, ("received", "receivedon", "date", "referraldate")),
    Wanted("status", _("Status"), False, ("status", "statws")),
    Wanted("decided_on", _("Day it was decided"), False, ("decided", "decidedon", "closed")),
    Wanted("source", _("Source: RS1 to RS7"), False, ("source", "ffynhonnell")),
    Wanted("urgency", _("Urgency"), False, ("urgency", "priority")),
    Wanted("birth_date", _("Date of birth"), False, ("dob", "dateofbirth", "birthdate")),
    Wanted("address", _("Address"), False, ("address", "cyfeiriad")),
    Wanted("postcode", _("Postcode"), False, ("postcode", "codpost")),
    Wanted("phone", _("Phone"), False, ("phone", "telephone", "mobile")),
    Wanted("language", _("Language"), False, ("language", "iaith")),
    Wanted("needs", _("Needs, with ; between them"), False, ("needs", "need")),
    Wanted("in_their_words", _("In their words"), False, ("words", "notes", "intheirwords")),
)
OUTCOMES = (
    Wanted(
        "former_reference",
        _("Outcome reference in the former system"),
        True,
        ("outcomeid", "outcome", "reference", "id"),
    ),
    Wanted("case", _("Case reference in the former system"), True, ("case", "caseid", "caseref")),
    Wanted("measure", _("Measure, by its key or name"), True, ("measure", "outcometype", "type", "mesur")),
    Wanted("achieved_on", _("Day it was achieved"), True, ("achieved", "achievedon", "date", "outcomedate")),
    Wanted("evidence", _("Evidence: seen, document, provider, said or scale"), False, ("evidence", "tystiolaeth")),
    Wanted("evidence_note", _("Words about the evidence"), False, ("evidencenote", "note", "notes")),
)
WANTED: Mapping[str, tuple[Wanted, ...]] = {
    ImportKind.CASELOAD: CASELOAD,
    ImportKind.REFERRALS: REFERRALS,
    ImportKind.OUTCOMES: OUTCOMES,
}


def guessed(kind: str, header: Sequence[str]) -> dict[str, str]:
    """Our columns to theirs, where their name is ours or one of the words; each of theirs once."""
    bare = {_bare(name): name for name in reversed(header)}
    mapping: dict[str, str] = {}
    for wanted in WANTED[kind]:
        names = (_bare(wanted.name), *wanted.words)
        free = (bare[name] for name in names if name in bare and bare[name] not in mapping.values())
        if found := next(free, None):
            mapping[wanted.name] = found
    return mapping


def why_not_map(kind: str, header: Sequence[str], mapping: Mapping[str, str]) -> Reason | None:
    """Whether a mapping names columns that exist, each once, with none missing that is needed."""
    chosen = list(mapping.values())
    if not set(chosen) <= set(header):
        return Reason("import_column_unknown")
    if twice := next((name for name in chosen if chosen.count(name) > 1), None):
        return Reason("import_column_twice", column=twice)
    missing = next((wanted for wanted in WANTED[kind] if wanted.needed and wanted.name not in mapping), None)
    return Reason("import_column_missing", wanted=missing.label) if missing else None


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
