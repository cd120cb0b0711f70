"""Keeps the Welsh catalogue: finds every translatable sentence, adds new ones, drops dead ones. Needs no gettext programs.

python tools/catalogue.py update     write new msgids into the catalogue, empty
python tools/catalogue.py missing    print what is not translated; exit 1 when anything is
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "lynchpin"
CATALOGUE = SRC / "site" / "locale" / "cy" / "LC_MESSAGES" / "django.po"
ONE = {"_", "__", "gettext", "gettext_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
MARKED = re.compile(
    r"""\b(_|gettext|ngettext|pgettext|npgettext)\(((?:[^()"']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')*)\)"""
)
# Django's own words that our pages can show and its Welsh catalogue lacks, or misspells ("Gorffenaf")
BORROWED = ("July", "Enter a valid email address.", "Enter a valid date.", "Enter a whole number.", "Enter a number.")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A sentence to translate; `plural` is empty where there is one form."""

    msgid: str
    plural: str = ""


def found() -> dict[Message, str]:
    """Every message in the service -> the first file it stands in."""
    messages = {Message(text): "django" for text in BORROWED}
    for path in sorted([*SRC.rglob("*.py"), *SRC.rglob("*.html")]):
        if "migrations" not in path.parts:
            for message in _in(path):
                messages.setdefault(message, str(path.relative_to(ROOT)))
    return messages


def _in(path: Path) -> Iterator[Message]:
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        yield from _in_calls(ast.parse(text))
    else:
        for call in MARKED.finditer(templatize(text)):
            yield from _in_calls(ast.parse(f"{call[1]}({call[2]})"))


def _in_calls(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if name in ONE and len(texts) == 1 and texts[0]:
                yield Message(texts[0])
            elif name in MANY and len(texts) == 2:
                yield Message(texts[0], texts[1])


def read() -> polib.POFile:
    return polib.pofile(str(CATALOGUE), wrapwidth=110)


def update() -> None:
    """Bring the catalogue's msgids to what the code says; translations that still apply are kept."""
    catalogue, wanted = read(), found()
    kept = {Message(entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    for message, entry in kept.items():
        if message not in wanted:
            catalogue.remove(entry)
    for message, where in wanted.items():
        entry = kept.get(message) or _fresh(message)
        entry.occurrences = [(where, "")]
        if message not in kept:
            catalogue.append(entry)
    catalogue.sort(key=lambda entry: (entry.occurrences, entry.msgid))
    catalogue.save()


def _fresh(message: Message) -> polib.POEntry:
    if message.plural:
        return polib.POEntry(
            msgid=message.msgid, msgid_plural=message.plural, msgstr_plural=dict.fromkeys(range(6), "")
        )
    return polib.POEntry(msgid=message.msgid)


def missing() -> list[str]:
    """Messages that the code says and the catalogue does not translate, or translates only fuzzily."""
    done = {Message(entry.msgid, entry.msgid_plural) for entry in read() if entry.translated()}
    return sorted(message.msgid for message in found() if message not in done)


def main() -> int:
    if sys.argv[1:] == ["update"]:
        update()
    lacking = missing()
    print(f"{len(found())} messages, {len(lacking)} not translated")
    for text in lacking if sys.argv[1:] == ["missing"] else ():
        print("-", text.replace("\n", " ")[:120])
    return 1 if lacking and sys.argv[1:] == ["missing"] else 0


if __name__ == "__main__":
    sys.exit(main())
