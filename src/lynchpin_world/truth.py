"""How close a linkage came to the truth. Pure measures over clusters, for tests and benchmarks.

A clustering is a mapping from record key to person; a record key is (feed, record_id). Predicted and true mappings
share their keys.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path

from lynchpin_world.region import ADULT_AGE

RecordKey = tuple[str, str]
Clustering = Mapping[RecordKey, Hashable]


def true_people(workspace: Path) -> dict[RecordKey, str]:
    """The true person of every record, from `truth/records.csv`."""
    with (workspace / "truth" / "records.csv").open(encoding="utf-8", newline="") as file:
        return {(row["feed"], row["record_id"]): row["person_id"] for row in csv.DictReader(file)}


def children_of(workspace: Path, as_at: date) -> frozenset[str]:
    """Person ids of those under 18 at `as_at`, from `truth/people.csv`."""
    last_adult_birth = as_at.replace(year=as_at.year - ADULT_AGE).isoformat()
    with (workspace / "truth" / "people.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["person_id"] for row in csv.DictReader(file) if row["birth_date"] > last_adult_birth)


def groups(clustering: Clustering) -> set[frozenset[RecordKey]]:
    """The sets of records that are taken to be one person."""
    found: dict[Hashable, list[RecordKey]] = defaultdict(list)
    for record, person in clustering.items():
        found[person].append(record)
    return {frozenset(records) for records in found.values()}


def cluster_precision_recall(predicted: Clustering, true: Clustering) -> tuple[float, float]:
    """A predicted cluster is right only if it is a true person's full set of records.

    Precision is over predicted clusters, recall over true people.
    """
    guessed, real = groups(predicted), groups(true)
    right = len(guessed & real)
    return right / len(guessed), right / len(real)


def cluster_f1(predicted: Clustering, true: Clustering) -> float:
    """Harmonic mean of cluster precision and recall, 0 to 1."""
    precision, recall = cluster_precision_recall(predicted, true)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pair_precision(predicted: Clustering, true: Clustering, among: Collection[str] | None = None) -> float:
    """Of pairs of records put together, the share that are truly one person; 1 if there are none.

    With `among`, only pairs in which both true people are in it: give `children_of(…)` for child pair precision.
    """
    together = right = 0
    for cluster in groups(predicted):
        people = [true[record] for record in cluster if among is None or true[record] in among]
        together += _pairs(len(people))
        right += _same(people)
    return right / together if together else 1.0


def pair_recall(predicted: Clustering, true: Clustering, among: Collection[str] | None = None) -> float:
    """Of pairs of records that are truly one person, the share put together."""
    return pair_precision(true, predicted) if among is None else _recall_among(predicted, true, among)


def _recall_among(predicted: Clustering, true: Clustering, among: Collection[str]) -> float:
    kept = {record: person for record, person in true.items() if person in among}
    return pair_precision(kept, predicted)


def wrong_pairs(predicted: Clustering, true: Clustering) -> Iterable[tuple[RecordKey, RecordKey]]:
    """Pairs put together that are two people, for reading what went wrong."""
    for cluster in groups(predicted):
        yield from ((one, other) for one, other in combinations(sorted(cluster), 2) if true[one] != true[other])


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _same(people: list[Hashable]) -> int:
    return sum(_pairs(count) for count in Counter(people).values())
