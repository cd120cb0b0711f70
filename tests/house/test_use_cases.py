"""One phrase on every shelf."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator, Mapping

import pytest

from lynchpin.kernel.use_case import PARTS, REGISTRY
from tests.house.reading import ROOT, functions, sources

USE_CASES = {
    path: text for path, text in sources().items() if "/use_cases/" in path and not path.endswith("__init__.py")
}


@pytest.fixture(autouse=True, scope="module")
def loaded():
    for path in USE_CASES:
        importlib.import_module(path.removesuffix(".py").replace("/", "."))


def entry_points() -> dict[str, str]:
    """Module path -> permission of each entry point."""
    return {name: str(run.permission) for name, run in REGISTRY.items()}


def test_each_verb_has_the_name_of_its_module():
    for name in [*REGISTRY, *PARTS]:
        *_, module, function = name.split(".")
        assert module == function, name


def test_each_verb_has_the_name_of_its_permission():
    for name, permission in entry_points().items():
        assert permission.split(".")[1] == name.split(".")[-1], (name, permission)
        assert permission.split(".")[0] == name.split(".")[1], (name, permission)


# What an answer is made of: a form sent twice is answered from JSON, so that a day or a record would be a fault of every page.
KEPT_AS_JSON = {"None", "bool", "int", "str", "dict", "list", "tuple", "Any"}


def not_json(answers: Mapping[str, str]) -> list[str]:
    return [name for name, answer in answers.items() if set(re.findall(r"\w+", answer)) - KEPT_AS_JSON]


def test_each_entry_point_gives_what_can_be_kept_with_its_form():
    assert not_json({name: str(inspect.signature(run).return_annotation) for name, run in REGISTRY.items()}) == []
    assert not_json({"hold_meeting": "date"}), "the check cannot fail"


def untested(verbs: list[str], tests: set[str]) -> list[str]:
    return [name for name in verbs if f"test_{name.rsplit('.', 1)[1]}" not in tests]


def test_each_verb_has_its_test():
    tests = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert untested([*REGISTRY, *PARTS], tests) == []
    assert untested(["lynchpin.people.use_cases.wave_wand.wave_wand"], tests), "the check cannot fail"


def unrecorded(modules: Mapping[str, str]) -> Iterator[str]:
    """Modules whose verb never records."""
    return (path for path, text in modules.items() if "audit.record(" not in text)


def test_each_verb_says_in_the_trail_what_it_did():
    assert list(unrecorded(USE_CASES)) == []
    assert list(unrecorded({"x.py": "def x(actor): pass"})), "the check cannot fail"


def test_each_recorded_verb_is_of_the_rooms_own_vocabulary():
    for path, text in USE_CASES.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                assert ast.unparse(node.args[0]).startswith("Verb."), path


def test_nothing_else_than_a_use_case_saves_records():
    """`.save()`, `.store()` and bulk calls stand in use cases (and in the kernel, which keeps the books)."""
    elsewhere = [
        (path, ast.unparse(node.func))
        for path, text in sources().items()
        if path.startswith("lynchpin/") and "/use_cases/" not in path and "/kernel/" not in path
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("bulk_create", "bulk_update", "store")
    ]
    assert elsewhere == []


def test_verbs_are_short_enough_to_read_aloud():
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for path, text in sources().items()
        for node in functions(text)
        if node.end_lineno
    )
    assert lengths[len(lengths) // 2] <= 8, "the median function is longer than 8 lines"


def test_modules_are_rarely_over_250_lines():
    long = {path: text.count("\n") for path, text in sources().items() if text.count("\n") > 250}
    assert len(long) <= len(sources()) // 50, long
    assert max(long.values(), default=0) <= 400, long
