"""A row of a caseload or of outcomes as it comes over, and a code for whatever is wrong with a cell. Never the value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from lynchpin.casework.choices import Complexity
from lynchpin.kernel.files import day_written
from lynchpin.outcomes.choices import EvidenceKind
from lynchpin.people.choices import Language

EARLIEST = date(1900, 1, 1)
CODES = {
    "missing": "cell_missing",
    "string_too_short": "cell_missing",
    "string_too_long": "cell_too_long",
    "enum": "cell_not_a_choice",
    "int_parsing": "cell_not_a_number",
    "int_from_float": "cell_not_a_number",
    "greater_than_equal": "cell_not_a_number",
    "less_than_equal": "cell_not_a_number",
}


def _day(written: Any) -> date:
    found = day_written(str(written))
    if found is None:
        raise PydanticCustomError("cell_not_a_date", "not a date")
    if found < EARLIEST:
        raise PydanticCustomError("cell_date_impossible", "a date too long ago")
    return found


def _word(written: Any) -> Any:
    return written.casefold() if isinstance(written, str) else written


Day = Annotated[date, BeforeValidator(_day)]


class CaseloadRow(BaseModel):
    """One open case with its person."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="ignore")

    former_reference: str = Field(min_length=1, max_length=60)
    forename: str = Field(min_length=1, max_length=80)
    surname: str = Field(min_length=1, max_length=80)
    opened_on: Day
    birth_date: Day | None = None
    worker: str = Field(default="", max_length=160)
    cluster: str = Field(default="", max_length=120)
    complexity: Annotated[Complexity, BeforeValidator(_word)] = Complexity.STEADY
    family_size: int = Field(default=1, ge=1, le=20)
    language: Annotated[Language | None, BeforeValidator(_word)] = None
    phone: str = Field(default="", max_length=20)
    address: str = Field(default="", max_length=240)
    postcode: str = Field(default="", max_length=8)
    area_code: str = Field(default="", max_length=12)
    stated_reason: str = Field(default="", max_length=400)


class OutcomeRow(BaseModel):
    """One achievement of a case that was brought."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="ignore")

    former_reference: str = Field(min_length=1, max_length=60)
    case: str = Field(min_length=1, max_length=60)
    measure: str = Field(min_length=1, max_length=240)
    achieved_on: Day
    evidence: Annotated[EvidenceKind, BeforeValidator(_word)] = EvidenceKind.SAID
    evidence_note: str = Field(default="", max_length=400)


Read = TypeVar("Read", bound=BaseModel)


def read_row(model: type[Read], cells: Mapping[str, str]) -> tuple[Read | None, tuple[tuple[str, str], ...]]:
    """The row, or (column, code) of every cell that cannot be read. An empty cell is not known."""
    given = {name: cell for name, cell in cells.items() if cell}
    try:
        return model.model_validate(given), ()
    except ValidationError as fault:
        found = {(str(error["loc"][0]), _code(error["type"])) for error in fault.errors(include_input=False)}
        return None, tuple(sorted(found))


def _code(kind: str) -> str:
    return kind if kind.startswith("cell_") else CODES.get(kind, "cell_not_possible")
