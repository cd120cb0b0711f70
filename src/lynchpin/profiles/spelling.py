"""Names and addresses as people write them, where a partner's file has them in capitals throughout."""

from __future__ import annotations

import re
from collections.abc import Collection

LETTERS = re.compile(r"[^\W\d_]+")
IN_NAMES = frozenset({"ap", "ab", "ferch"})  # son of, daughter of
IN_ADDRESSES = frozenset({"y", "yr", "ar", "ger", "the", "of", "and"})


def name(told: str) -> str:
    """KATIE O'BRIEN-MCRAE -> Katie O'Brien-McRae. A name with a small letter in it was written by somebody and stays."""
    return _written(told, IN_NAMES)


def address(told: str) -> str:
    """62 HEOL MAES YR EOS -> 62 Heol Maes yr Eos, by the same rule."""
    return _written(told, IN_ADDRESSES)


def _written(told: str, small: Collection[str]) -> str:
    return LETTERS.sub(lambda found: _word(found, small), told) if told.isupper() else told


def _word(found: re.Match[str], small: Collection[str]) -> str:
    word, before = found[0].lower(), found.string[: found.start()][-1:]
    if before.isdigit():  # the A of 12A
        return found[0]
    if (word in small and before) or (word == "s" and before in ("'", "’")):
        return word
    return f"Mc{word[2:].capitalize()}" if word.startswith("mc") and len(word) > 3 else word.capitalize()
