"""Reads the ranks of the Welsh Index of Multiple Deprivation as published in 2025: a CSV file with one line a small area. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.places.choices import Domain, RankBand

CODE = "LSOA code"
OVERALL = re.compile(r"WIMD (\d{4})")
DOMAINS = {
    "Income": Domain.INCOME,
    "Employment": Domain.EMPLOYMENT,
    "Health": Domain.HEALTH,
    "Education": Domain.EDUCATION,
    "Access to Services": Domain.SERVICES,
    "Housing": Domain.HOUSING,
    "Community Safety": Domain.SAFETY,
    "Physical Environment": Domain.ENVIRONMENT,
}
SMALL_AREA = re.compile(r"W01\d{6}")
BANDS = ((0.1, RankBand.TOP_TENTH), (0.2, RankBand.TOP_FIFTH), (0.3, RankBand.TOP_THIRD), (0.5, RankBand.TOP_HALF))


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of one small area in one domain: 1 is most deprived. Ranks are not unique."""

    area_code: str
    edition: int
    domain: str
    rank: int
    out_of: int


def read_ranks(text: str) -> tuple[Rank, ...]:
    """Every rank of a file. Raises `Refused`, naming the first column or line that cannot be read."""
    lines = [(number, cells) for number, cells in enumerate(csv.reader(io.StringIO(text)), start=1) if any(cells)]
    if not lines:
        raise Refused(Reason("ranks_empty"))
    columns, edition = _columns([cell.strip() for cell in lines[0][1]])
    areas = dict(_areas(columns, lines[1:]))
    if not areas:
        raise Refused(Reason("ranks_empty"))
    return tuple(
        Rank(code, edition, domain, rank, len(areas)) for code, ranks in areas.items() for domain, rank in ranks.items()
    )


def band(rank: int, out_of: int) -> RankBand:
    """The published group that a rank falls in."""
    return next((group for share, group in BANDS if rank <= share * out_of), RankBand.OTHER_HALF)


def _columns(header: Sequence[str]) -> tuple[dict[str, int], int]:
    """Where the code (key "") and each domain stand, and the edition; a last column without a name is left alone."""
    overall = next(((name, match) for name in header if (match := OVERALL.fullmatch(name))), None)
    for name in (CODE, *DOMAINS):
        if name not in header:
            raise Refused(Reason("ranks_wrong_columns", column=name))
    if overall is None:
        raise Refused(Reason("ranks_wrong_columns", column="WIMD 2025"))
    places = {domain: header.index(name) for name, domain in DOMAINS.items()}
    return {"": header.index(CODE), Domain.OVERALL: header.index(overall[0])} | places, int(overall[1][1])


def _areas(columns: Mapping[str, int], lines: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[str, dict[str, int]]]:
    seen: set[str] = set()
    for number, cells in lines:
        code = cells[columns[""]].strip() if len(cells) > max(columns.values()) else ""
        if not SMALL_AREA.fullmatch(code):
            raise Refused(Reason("ranks_wrong_row", line=number))
        if code in seen:
            raise Refused(Reason("ranks_code_twice", line=number, area=code))
        seen.add(code)
        yield code, _ranks(number, cells, columns)


def _ranks(number: int, cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, int]:
    told = {domain: cells[at].strip() for domain, at in columns.items() if domain}
    if not all(rank.isascii() and rank.isdigit() and int(rank) for rank in told.values()):
        raise Refused(Reason("ranks_wrong_row", line=number))
    return {domain: int(rank) for domain, rank in told.items()}
