"""References that people can read out: `C-7KQ4-M2XD`. Drawn at random, never in sequence; 40 bits, so guessing finds nothing."""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs: no 0, 1, I or O, which are misread or misheard
SHAPE = re.compile(rf"^([A-Z])-([{ALPHABET}]{{4}})-([{ALPHABET}]{{4}})$")


def draw(letter: str) -> str:
    """A new reference that starts with the letter of its kind."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letter}-{signs[:4]}-{signs[4:]}"


def tidy(typed: str) -> str:
    """A typed reference in its written form; text that is no reference comes back as it was."""
    signs = re.sub(r"[^A-Z0-9]", "", typed.upper())
    written = f"{signs[:1]}-{signs[1:5]}-{signs[5:]}"
    return written if SHAPE.match(written) else typed


class ReferenceConverter:
    """URL converter: only a well-formed reference is routed, in any letter case."""

    regex = rf"[A-Za-z]-[{ALPHABET}{ALPHABET.lower()}]{{4}}-[{ALPHABET}{ALPHABET.lower()}]{{4}}"

    def to_python(self, value: str) -> str:
        return value.upper()

    def to_url(self, value: str) -> str:
        return value
