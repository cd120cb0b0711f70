"""Read a reference pack: a folder of CSV files, one folder a room, checked whole before a row of it is believed."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import groupby

from lynchpin.reference.checks import check_rows, follow_links
from lynchpin.reference.columns import Column
from lynchpin.reference.faults import BadPack, Fault
from lynchpin.reference.rows import Row
from lynchpin.reference.tables import TABLES

SIGN_OF_A_PACK = "SOURCES.md"  # a pack that does not say where its facts come from is not one


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack. `tables` has an entry for every file a pack may hold, keyed `room/file`, rows in file order."""

    name: str
    tables: Mapping[str, tuple[Row, ...]]

    def table(self, room: str, name: str) -> tuple[Row, ...]:
        """The rows of one file; none when this pack leaves it out. A name that no pack may have is a KeyError."""
        return self.tables[f"{room}/{name}"]

    def manifest(self) -> dict[str, int]:
        """How many rows each file holds, keyed `room/file`; 0 for a file that this pack leaves out."""
        return {name: len(rows) for name, rows in self.tables.items()}


def packs() -> list[str]:
    """The names of the packs that come with the service."""
    return sorted(folder.name for folder in _shelf().iterdir() if _is_pack(folder))


@cache
def open_pack(name: str) -> Pack:
    """A pack that comes with the service, read once a process. Raises BadPack, with every fault found."""
    if name not in packs():
        raise BadPack((Fault("no_such_pack", value=name),))
    return read_pack(_shelf() / name)


def read_pack(folder: Traversable) -> Pack:
    """A pack from any folder, a council's own too. Raises BadPack, with every fault found."""
    if not _is_pack(folder):
        raise BadPack((Fault("no_such_pack", value=folder.name),))
    files = dict(_files(folder))
    _refuse(Fault("unknown_file", f"{name}.csv") for name in files if name not in TABLES)
    tables = {name: _read(name, files[name]) if name in files else () for name in TABLES}
    _refuse(fault for name, rows in tables.items() for fault in check_rows(TABLES[name], rows))
    _refuse(follow_links(TABLES, tables))
    return Pack(folder.name, tables)


def _shelf() -> Traversable:
    return resources.files("lynchpin.reference")


def _is_pack(folder: Traversable) -> bool:
    return folder.is_dir() and (folder / SIGN_OF_A_PACK).is_file()


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for room in sorted((item for item in folder.iterdir() if item.is_dir()), key=lambda item: item.name):
        for file in room.iterdir():
            if file.name.endswith(".csv"):
                yield f"{room.name}/{file.name.removesuffix('.csv')}", file


def _read(name: str, file: Traversable) -> tuple[Row, ...]:
    lines = list(_lines(f"{name}.csv", file))
    header = lines[0][1] if lines else []
    _refuse(_header_faults(f"{name}.csv", header, TABLES[name]))
    _refuse(Fault("wrong_width", f"{name}.csv", line) for line, cells in lines if len(cells) != len(header))
    return tuple(Row(f"{name}.csv", line, tuple(zip(header, cells, strict=True))) for line, cells in lines[1:])


def _lines(file_name: str, file: Traversable) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(_text(file_name, file), newline=""), strict=True)
    starts = 1
    try:
        for cells in reader:
            yield starts, cells
            starts = reader.line_num + 1
    except csv.Error:
        raise BadPack((Fault("not_csv", file_name, starts),)) from None


def _text(file_name: str, file: Traversable) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")  # spreadsheets put a mark before UTF-8
    except UnicodeDecodeError:
        raise BadPack((Fault("not_utf8", file_name),)) from None


def _header_faults(file_name: str, header: list[str], columns: tuple[Column, ...]) -> Iterator[Fault]:
    known = {column.name for column in columns}
    yield from (Fault("missing_column", file_name, 1, name) for name in sorted(known - set(header)))
    yield from (Fault("unknown_column", file_name, 1, name) for name in sorted(set(header) - known))
    yield from (Fault("column_twice", file_name, 1, name) for name, same in groupby(sorted(header)) if len([*same]) > 1)


def _refuse(faults: Iterator[Fault]) -> None:
    if found := tuple(faults):
        raise BadPack(found)
