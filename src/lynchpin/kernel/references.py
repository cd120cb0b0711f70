"""References that people can read out: `C-7KQ4-M2XD`. Drawn at random, never in sequence, so that guessing finds nothing.

Every one has a figure in it: of 40 bits that costs a sixth of one, and no name of nine letters is taken for a reference.
"""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs: no 0, 1, I or O, which are misread or misheard
TYPED = re.compile(rf"\W*([A-Z])[\W_]*([{ALPHABET}]{{4}})[\W_]*([{ALPHABET}]{{4}})\W*")
SHAPE = re.compile(rf"^([A-Z])-([{ALPHABET}]{{4}})-([{ALPHABET}]{{4}})$")


def draw(letter: str) -> str:
    """A new reference that starts with the letter of its kind."""
    while not has_figure(signs := "".join(secrets.choice(ALPHABET) for _ in range(8))):
        pass
    return f"{letter}-{signs[:4]}-{signs[4:]}"


def has_figure(signs: str) -> bool:
    """Whether a figure stands among the signs."""
    return any(sign.isdigit() for sign in signs)


def tidy(typed: str) -> str:
    """A typed reference in its written form; text that is no reference comes back as it was."""
    parts = TYPED.fullmatch(typed.upper())
    return "-".join(parts.groups()) if parts and has_figure(typed) else typed


class ReferenceConverter:
    """URL converter: only a well-formed reference is routed, in any letter case."""

    regex = rf"[A-Za-z]-[{ALPHABET}{ALPHABET.lower()}]{{4}}-[{ALPHABET}{ALPHABET.lower()}]{{4}}"

    def to_python(self, value: str) -> str:
        return value.upper()

    def to_url(self, value: str) -> str:
        return value
