"""What can be wrong with a reference pack, said so that its author can find the cell and put it right."""

from dataclasses import dataclass


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogue. Whoever shows a fault translates it; this package knows no Django."""
    return sentence


SENTENCES = {
    "no_such_pack": gettext_noop("There is no pack named %(value)s. A pack is a folder that holds a SOURCES.md file."),
    "unknown_file": gettext_noop("%(file)s is not a file that a pack may hold. Rename it or take it out."),
    "not_utf8": gettext_noop("%(file)s is not UTF-8 text. Save it again as CSV in UTF-8."),
    "not_csv": gettext_noop("%(file)s, line %(line)s: the line cannot be read as CSV. Check its quotation marks."),
    "missing_column": gettext_noop("%(file)s has no column named %(column)s. Add it."),
    "unknown_column": gettext_noop(
        "%(file)s has a column named %(column)s, which is not known. Rename it or take it out."
    ),
    "column_twice": gettext_noop("%(file)s has more than one column named %(column)s. Keep one."),
    "wrong_width": gettext_noop("%(file)s, line %(line)s: the row has more or fewer cells than the header."),
    "empty": gettext_noop("%(file)s, line %(line)s: %(column)s is empty. Fill it in."),
    "one_language": gettext_noop(
        "%(file)s, line %(line)s: %(column)s is empty but its other language is not. Give both."
    ),
    "not_text": gettext_noop(
        "%(file)s, line %(line)s: %(column)s has spaces at an end, or an empty entry. Remove them."
    ),
    "not_key": gettext_noop(
        "%(file)s, line %(line)s: %(column)s is “%(value)s”. Use letters, digits and _ : . - only."
    ),
    "not_link": gettext_noop("%(file)s, line %(line)s: %(column)s is “%(value)s”. Give keys, with one ; between two."),
    "not_whole": gettext_noop("%(file)s, line %(line)s: %(column)s is “%(value)s”. Give a whole number."),
    "not_day": gettext_noop("%(file)s, line %(line)s: %(column)s is “%(value)s”. Give a date as 2016-04-01."),
    "not_yes_no": gettext_noop("%(file)s, line %(line)s: %(column)s is “%(value)s”. Write yes or no."),
    "not_choice": gettext_noop("%(file)s, line %(line)s: %(column)s is “%(value)s”, which is not one of its choices."),
    "key_twice": gettext_noop(
        "%(file)s, line %(line)s: %(column)s “%(value)s” is already used above. Keys are used once."
    ),
    "no_such_key": gettext_noop(
        "%(file)s, line %(line)s: %(column)s is “%(value)s”, which is not a key of %(target)s."
    ),
    "ends_first": gettext_noop("%(file)s, line %(line)s: %(column)s is before the day it starts. Correct one of them."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. `line` counts from 1, the header, and is 0 for a whole file. `value` is the cell as written."""

    code: str
    file: str = ""
    line: int = 0
    column: str = ""
    value: str = ""
    target: str = ""

    def params(self) -> dict[str, str | int]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "code"}

    def __str__(self) -> str:
        return SENTENCES[self.code] % self.params()


class BadPack(Exception):
    """A pack is read whole or not at all: every fault found, in the order of the files."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
