"""What a step asks before somebody may come to it or go on from it. A test is data; what it means is worked out here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lynchpin.kernel.errors import Reason

ENTRY = re.compile(r"^(?P<test>[\w-]+)=(?P<must>yes|no)(?:\|(?P<when>[\w-]+)=(?P<is>yes|no))?$")
WORDS = {True: "yes", False: "no"}

Answers = Mapping[str, bool]
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A test in words: what is asked, and what a yes and a no mean."""

    key: str
    asks: str
    if_yes: str
    if_no: str

    def means(self, answer: bool) -> str:
        return self.if_yes if answer else self.if_no


@dataclass(frozen=True, slots=True)
class Need:
    """A test of a step for one person: what it must be, what was answered (None: nothing yet), and whether it is met."""

    question: Question
    must_be: bool
    answer: bool | None

    @property
    def met(self) -> bool:
        return self.answer is self.must_be

    @property
    def needed(self) -> str:
        """What has to be so, in words."""
        return self.question.means(self.must_be)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which test of a step must be what, and when it is asked at all; for a page that shows the step itself."""

    question: Question
    must_be: bool
    when: Question | None = None
    when_is: bool = True


def read_tests(words: Iterable[str]) -> list[dict[str, Any]]:
    """Entries such as `skills=yes` or `mentoring=yes|confidence_low=yes` as stored. Raises ValueError, naming the entry."""
    return [_read(each.strip()) for each in words if each.strip()]


def _read(text: str) -> dict[str, Any]:
    found = ENTRY.match(text)
    if found is None:
        raise ValueError(text)
    return {
        "test": found["test"],
        "must_be": found["must"] == "yes",
        "when": found["when"] or "",
        "when_is": found["is"] != "no",
    }


def write_tests(entries: Iterable[Entry]) -> list[str]:
    """Stored entries as they are typed: what `read_tests` reads."""
    return [_written(each) for each in entries]


def _written(entry: Entry) -> str:
    test = f"{entry['test']}={WORDS[entry['must_be']]}"
    return f"{test}|{entry['when']}={WORDS[entry['when_is']]}" if entry["when"] else test


def needs_of(entries: Sequence[Entry], questions: Mapping[str, Question], answers: Answers) -> tuple[Need, ...]:
    """What the entries ask of one person now. A condition that is not answered yet is asked first, and any answer meets it.

    A question that is asked twice stands here once: as it is not met, where one of the two is not.
    """
    found: dict[str, Need] = {}
    for entry in entries:
        for need in _needs(entry, questions, answers):
            if need.question.key not in found or found[need.question.key].met:
                found[need.question.key] = need
    return tuple(found.values())


def _needs(entry: Entry, questions: Mapping[str, Question], answers: Answers) -> Iterable[Need]:
    if when := entry["when"]:
        told = answers.get(when)
        yield Need(questions[when], told if told is not None else entry["when_is"], told)
        if told is not entry["when_is"]:
            return
    yield Need(questions[entry["test"]], entry["must_be"], answers.get(entry["test"]))


def asked_of(entries: Sequence[Entry], questions: Mapping[str, Question]) -> tuple[Asked, ...]:
    """The entries in words, for whoever reads the step."""
    return tuple(
        Asked(questions[each["test"]], each["must_be"], questions.get(each["when"]), each["when_is"])
        for each in entries
    )


def why_not_met(needs: Iterable[Need]) -> Reason | None:
    """The first test that stands in the way, named in words."""
    open_one = next((need for need in needs if not need.met), None)
    if open_one is None:
        return None
    if open_one.answer is None:
        return Reason("step_test_not_answered", question=open_one.question.asks)
    return Reason("step_test_not_met", needed=open_one.needed)
