"""Figures of the house itself, for `docs/reference/measurements.md`: facts of the code, the same on every machine and day."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import catalogue

from lynchpin.site.benches import Measurement

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
LONG = 250  # lines
LINE = "The house is kept: rooms in their order, both languages, functions short enough to read aloud, types checked."
SAID = {
    "import contracts": (re.compile(r"Contracts: (\d+) kept, (\d+) broken"), "import contracts {0} kept, {1} broken"),
    "types": (re.compile(r"no issues found in (\d+) source files"), "types of {0} modules checked"),
}


def measure(outputs: Mapping[str, str]) -> Measurement:
    """What the checks said, by their names, and what the code shows by itself."""
    told = [
        words.format(*found.groups()) for name, (said, words) in SAID.items() if (found := said.search(outputs[name]))
    ]
    return Measurement(LINE, "make check", "; ".join([*told, welsh(), shape(sources()), counted()]))


def sources() -> dict[str, str]:
    """Path below src -> text, for every module that is not a migration."""
    paths = (path for path in sorted(SRC.rglob("*.py")) if "migrations" not in path.parts)
    return {str(path.relative_to(SRC)): path.read_text("utf-8") for path in paths}


def welsh() -> str:
    """How much of the Welsh is missing."""
    fuzzy = sum(entry.fuzzy for entry in catalogue.read())
    return f"Welsh sentences missing {len(catalogue.missing())}, fuzzy {fuzzy}"


def shape(modules: Mapping[str, str]) -> str:
    """Lengths of functions and modules."""
    lengths = [length for text in modules.values() for length in function_lengths(text)]
    over = sum(text.count("\n") > LONG for text in modules.values())
    return f"median function {median(lengths):g} lines, modules over {LONG} lines {over}"


def counted() -> str:
    """How many pages and verbs there are."""
    return f"pages {rows('routes.md')}, use cases and parts {rows('use-cases.md')}"


def function_lengths(text: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def rows(page: str) -> int:
    """Rows of the tables of a generated page, which a house test keeps current."""
    lines = (ROOT / "docs/reference" / page).read_text("utf-8").splitlines()
    rules = sum(line.startswith("| ---") for line in lines)  # one a table, below its head
    return sum(line.startswith("| ") for line in lines) - 2 * rules
