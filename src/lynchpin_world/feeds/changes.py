"""A second state of a workspace: the same extracts some time later, with a share of records inserted, corrected and removed.

Beside the whole extracts stand `changes/<feed>.csv` with what changed: the feed's columns and `operation` (insert, update or
remove; a removal gives the record's number alone). The same seed gives the same bytes.
"""

import csv
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from lynchpin_world.feeds.agencies import FEEDS
from lynchpin_world.feeds.changed_truth import Changed, Newcomer, write_truth
from lynchpin_world.feeds.corrections import correct, somebody_new
from lynchpin_world.feeds.faults import Values
from lynchpin_world.feeds.feed import Feed

SOMEBODY_NEW_SHARE = 0.2  # of inserted records; the others are about people with records already
REMEMBERED = 200  # records from which another's values are taken
OPERATIONS = ("insert", "update", "remove")

Write = Callable[[list[str]], object]


def write_changes(before: Path, after: Path, *, share: float, seed: int, as_at: date) -> dict[str, int]:
    """Write the second state of `before` into `after`, a third of the share each way, and count records by operation.

    `before` has CSV extracts; raises `FileNotFoundError` otherwise.
    """
    for part in ("extracts", "truth", "changes"):
        (after / part).mkdir(parents=True, exist_ok=True)
    for file in ("profile.toml", "deprivation.csv"):
        shutil.copyfile(before / file, after / file)
    changed = {feed.name: _write(before, after, Later(feed, share, seed, as_at)) for feed in FEEDS}
    write_truth(before / "truth", after / "truth", changed, as_at)
    return {
        "insert": sum(len(feed.inserted) for feed in changed.values()),
        "update": sum(feed.corrected for feed in changed.values()),
        "remove": sum(len(feed.removed) for feed in changed.values()),
    }


def _write(before: Path, after: Path, later: "Later") -> Changed:
    """Read one extract as it was, row by row; write what it became, and what changed."""
    name = f"{later.feed.name}.csv"
    with (
        (before / "extracts" / name).open(encoding="utf-8", newline="") as rows,
        (after / "extracts" / name).open("w", encoding="utf-8", newline="") as whole,
        (after / "changes" / name).open("w", encoding="utf-8", newline="") as changes,
    ):
        keep, tell = (csv.writer(file, lineterminator="\n").writerow for file in (whole, changes))
        read = csv.reader(rows)
        keep(next(read))
        tell([*later.feed.header, "operation"])
        for row in read:
            for kept in later.became(row, tell):
                keep(kept)
    return later.changed


@dataclass(slots=True)
class Later:
    """One feed while it is written again. Other people's values come from a few `remembered` records."""

    feed: Feed
    share: float
    seed: int
    as_at: date
    changed: Changed = field(default_factory=Changed)
    remembered: deque[Values] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    rng: Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = Random(f"lynchpin-world/{self.seed}/changes/{self.feed.name}")

    @property
    def ours(self) -> list[str]:
        return [*self.feed.columns, *self.feed.facts]

    def became(self, row: list[str], tell: Write) -> Iterator[list[str]]:
        """The rows that stand in this one's place; a change is told."""
        chance = self.rng.random()
        if chance < self.share:
            yield from self._changed(row, OPERATIONS[int(chance / self.share * len(OPERATIONS))], tell)
            return
        if chance > 1 - self.share or not self.remembered:
            self.remembered.append(self._values(row))
        yield row

    def _changed(self, row: list[str], operation: str, tell: Write) -> Iterator[list[str]]:
        make = {"insert": self._inserted, "update": self._corrected, "remove": self._removed}[operation]
        made = make(self._values(row))
        written = [made.get(name, "") for name in self.ours]
        tell([*written, operation])
        if operation == "insert":
            yield row
        if operation != "remove":
            yield written

    def _removed(self, values: Values) -> Values:
        self.changed.removed.add(values["record_id"])
        return {"record_id": values["record_id"]}

    def _corrected(self, values: Values) -> Values:
        self.changed.corrected += 1
        return correct(values, self._other(values), self.feed.facts, self.rng, self.as_at)

    def _inserted(self, values: Values) -> Values:
        """A further record of the same person, or the first of somebody new in their home."""
        kin, number = values["record_id"], f"{self.feed.prefix}N{self.seed}.{len(self.changed.inserted) + 1:06d}"
        self.changed.inserted[number] = kin
        if self.rng.random() >= SOMEBODY_NEW_SHARE:
            return correct(values, self._other(values), {}, self.rng, self.as_at) | {"record_id": number}
        made = somebody_new(values, self._other(values), self.rng, self.as_at) | {"record_id": number}
        self.changed.newcomers[number] = Newcomer(
            f"P{number}", made["forename"], made["surname"], made["birth_date"], made.get("sex", "")
        )
        return made

    def _values(self, row: list[str]) -> Values:
        return dict(zip(self.ours, row, strict=True))

    def _other(self, values: Values) -> Values:
        return self.rng.choice(self.remembered) if self.remembered else values
