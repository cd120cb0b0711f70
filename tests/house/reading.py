"""Reads the code as text and trees, for the tests that keep the house in order. Checks take sources, so that each can be shown a break."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
ROOMS = (
    "kernel",
    "face",
    "organisations",
    "places",
    "framework",
    "people",
    "notices",
    "safeguarding",
    "profiles",
    "frontdoor",
    "casework",
    "pathways",
    "outcomes",
    "desk",
    "site",
)


@cache
def sources() -> Mapping[str, str]:
    """Path below src -> text, for every module that is not a migration."""
    paths = (path for path in sorted(SRC.rglob("*.py")) if "migrations" not in path.parts)
    return {str(path.relative_to(SRC)): path.read_text("utf-8") for path in paths}


@cache
def templates() -> Mapping[str, str]:
    """Path below src -> text, for every template."""
    return {str(path.relative_to(SRC)): path.read_text("utf-8") for path in sorted(SRC.rglob("*.html"))}


@cache
def tree(text: str) -> ast.Module:
    return ast.parse(text)


def calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module, as the dotted text of what is called and the node."""
    for node in ast.walk(tree(text)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@cache
def names(text: str) -> frozenset[str]:
    """Every name that a module says, as dotted text: `a.b` and `a`, what it imports, and `a.b(` for what it calls."""
    return frozenset(_names(tree(text)))


def _names(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute | ast.Name):
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            yield f"{ast.unparse(node.func)}("


def functions(text: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree(text)):
        if isinstance(node, ast.FunctionDef):
            yield node


def room_of(path: str) -> str:
    """The room of a module below src, or an empty text for the two pure packages."""
    parts = path.split("/")
    return parts[1] if parts[0] == "lynchpin" and len(parts) > 2 else ""
