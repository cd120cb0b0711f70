"""Every reason has a sentence, every sentence a reason, and state tables name every state."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec

from django.db.models import TextChoices

from lynchpin.kernel.reasons import SENTENCES
from tests.house.reading import ROOMS, calls, sources

SERVICE = {path: text for path, text in sources().items() if path.startswith("lynchpin/")}


def codes(modules: Mapping[str, str]) -> Iterator[str]:
    """Literal codes given to `Reason(...)`."""
    for text in modules.values():
        for name, node in calls(text):
            if name.split(".")[-1] == "Reason" and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def test_every_reason_has_a_sentence():
    assert set(codes(SERVICE)) - set(SENTENCES) == set()
    assert list(codes({"x": "refuse_if(Reason('made_up'))"})) == ["made_up"], "the check cannot fail"


def test_every_sentence_is_said_somewhere():
    text = "\n".join(text for path, text in SERVICE.items())
    assert [code for code in SENTENCES if text.count(f'"{code}"') < 2] == []


def test_every_state_table_names_every_state():
    for room in ROOMS:
        if not find_spec(f"lynchpin.{room}.rules"):
            continue
        rules = import_module(f"lynchpin.{room}.rules")
        for name, table in vars(rules).items():
            if name.endswith("TRANSITIONS"):
                kinds = {type(state) for state in table}
                assert len(kinds) == 1 and issubclass(kind := kinds.pop(), TextChoices), (room, name)
                assert set(table) == set(kind), (room, name)
