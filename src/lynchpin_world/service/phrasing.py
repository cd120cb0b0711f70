"""Picks what people say and workers note, in the person's language, from the project's own words."""

from collections import defaultdict
from functools import cache
from random import Random

from lynchpin_world import packs
from lynchpin_world.service.events import Words


@cache
def phrases() -> dict[tuple[str, str], list[packs.Row]]:
    """The rows of the words pack by use and topic."""
    found: dict[tuple[str, str], list[packs.Row]] = defaultdict(list)
    for row in packs.rows("words"):
        found[row["use"], row["topic"]].append(row)
    return dict(found)


def say(rng: Random, use: str, topic: str, language: str) -> Words:
    """One of the sentences for this use and topic, in Welsh for those who chose it."""
    row = rng.choice(phrases()[use, topic])
    return Words(text=row[language], language=language, english=row["en"])
