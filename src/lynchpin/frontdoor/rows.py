"""A row of referrals from a former system: what it must hold, and what is wrong with it. Pure; a whole file or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lynchpin.frontdoor.choices import Need, ReferralSource, ReferralStatus, Urgency

FIRST_LINE = 2  # of a file with a header


class FormerStatus(StrEnum):
    """How far a referral had come. Those that someone works on come over with their cases."""

    RECEIVED = ReferralStatus.RECEIVED.value
    ANSWERED = ReferralStatus.ANSWERED.value
    PASSED_ON = ReferralStatus.PASSED_ON.value
    DECLINED_BY_PERSON = ReferralStatus.DECLINED_BY_PERSON.value


class ReferralRow(BaseModel):
    """One referral as it comes over. `needs` are codes with `;` between them; days are written 2026-03-27."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="ignore")

    former_reference: str = Field(min_length=1, max_length=60)
    name: str = Field(min_length=1, max_length=160)
    received_on: date
    status: FormerStatus = FormerStatus.RECEIVED
    decided_on: date | None = None
    source: ReferralSource = ReferralSource.PROFESSIONAL
    urgency: Urgency = Urgency.ROUTINE
    birth_date: date | None = None
    address: str = Field(default="", max_length=240)
    postcode: str = Field(default="", max_length=8)
    phone: str = Field(default="", max_length=20)
    language: str = Field(default="", max_length=5)
    needs: tuple[Need, ...] = ()
    in_their_words: str = Field(default="", max_length=5000)

    @property
    def ended(self) -> bool:
        return self.status != FormerStatus.RECEIVED


@dataclass(frozen=True, slots=True)
class RowFault:
    """One cell that needs attention: line of the file, column, and a code of the room's sentences. Never the value."""

    line: int
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class CheckedRows:
    """Rows that can be kept, and every fault found. Kept and faulty lines add up to the lines read."""

    rows: tuple[ReferralRow, ...]
    faults: tuple[RowFault, ...]
    read: int

    @property
    def faulty(self) -> int:
        return len({fault.line for fault in self.faults})


CODES = {
    "missing": "row_value_missing",
    "string_too_short": "row_value_missing",
    "string_too_long": "row_value_too_long",
    "enum": "row_value_unknown",
    "date_from_datetime_parsing": "row_date_unreadable",
    "date_parsing": "row_date_unreadable",
    "date_from_datetime_inexact": "row_date_unreadable",
}


def check_rows(rows: Sequence[Mapping[str, str]], today: date) -> CheckedRows:
    """Read every row, in file order, and name everything that is wrong with it."""
    good: list[ReferralRow] = []
    faults: list[RowFault] = []
    seen: set[str] = set()
    for line, cells in enumerate(rows, start=FIRST_LINE):
        row, wrong = _checked(cells, line, today, seen)
        faults += wrong
        if row is not None and not wrong:
            good.append(row)
            seen.add(row.former_reference)
    return CheckedRows(tuple(good), tuple(faults), len(rows))


def _checked(
    cells: Mapping[str, str], line: int, today: date, seen: set[str]
) -> tuple[ReferralRow | None, list[RowFault]]:
    try:
        row = ReferralRow.model_validate(_given(cells))
    except ValidationError as fault:
        found = {(str(error["loc"][0]), CODES.get(error["type"], "row_value_unreadable")) for error in fault.errors()}
        return None, [RowFault(line, column, code) for column, code in sorted(found)]
    return row, list(_odd(row, line, today, seen))


def _given(cells: Mapping[str, str]) -> dict[str, object]:
    """The cells that hold something; an empty cell is not known, so the row's own default stands."""
    given: dict[str, object] = {column: cell.strip() for column, cell in cells.items() if cell and cell.strip()}
    if isinstance(needs := given.get("needs"), str):
        given["needs"] = tuple(code.strip() for code in needs.split(";") if code.strip())
    return given


def _odd(row: ReferralRow, line: int, today: date, seen: set[str]) -> list[RowFault]:
    faults = []
    if row.former_reference in seen:
        faults.append(RowFault(line, "former_reference", "row_reference_twice"))
    if row.received_on > today:
        faults.append(RowFault(line, "received_on", "row_date_in_future"))
    if row.ended and row.decided_on is None:
        faults.append(RowFault(line, "decided_on", "row_value_missing"))
    return faults
