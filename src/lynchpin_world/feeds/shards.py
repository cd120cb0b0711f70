"""Writes a nation's workspace shard by shard: each is grown and written by a process of its own, then added to the files.

Memory is bounded by a shard for each process, and the files are the same however many processes there are.
"""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin_world.feeds.workspace import write_workspace
from lynchpin_world.nation import Shard, grow_shard

Say = Callable[[str], None]


def write_nation(nation: tuple[Shard, ...], folder: Path, say: Say, processes: int = 1) -> int:
    """Write the whole workspace into `folder` and give the number of records. `say` is told each shard as it is added."""
    written = 0
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".shards-") as scratch:
        for shard, records in zip(nation, _each(nation, Path(scratch), processes), strict=True):
            _add(part(shard, Path(scratch)), folder, first=shard is nation[0])
            written += records
            say(f"shard {shard.block.number + 1} of {shard.of}: {shard.residents} residents, {records} records")
    return written


def _each(nation: tuple[Shard, ...], scratch: Path, processes: int) -> Iterator[int]:
    """Every shard written into a folder of its own, in order: the number of its records."""
    write = partial(write_shard, nation=nation, scratch=scratch)
    if processes == 1:
        yield from map(write, nation)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as workers:
        yield from workers.map(write, nation)


def write_shard(shard: Shard, nation: tuple[Shard, ...], scratch: Path) -> int:
    return write_workspace(grow_shard(shard, nation), part(shard, scratch), lambda _: None)


def part(shard: Shard, scratch: Path) -> Path:
    return scratch / f"{shard.block.number:03d}"


def _add(made: Path, folder: Path, *, first: bool) -> None:
    """Move the first shard's files to their place, and add the others' rows below; then the shard's own folder goes."""
    for file in sorted(path for path in made.rglob("*") if path.is_file()):
        target = folder / file.relative_to(made)
        target.parent.mkdir(exist_ok=True)
        if first:
            file.replace(target)
        elif file.suffix == ".csv":
            _append(file, target)
    shutil.rmtree(made)


def _append(file: Path, target: Path) -> None:
    with file.open("rb") as rows, target.open("ab") as whole:
        rows.readline()  # the header is there already
        shutil.copyfileobj(rows, whole, 1 << 20)
