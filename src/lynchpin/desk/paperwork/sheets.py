"""Lays a form out as a sheet in one language or both: blank, or filled with what a record tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from lynchpin.desk.paperwork.forms import Form, Part, Question, Words, shared
from lynchpin.frontdoor.choices import Need, Urgency
from lynchpin.people.choices import Channel, Language

LANGUAGES: Mapping[str, tuple[str, ...]] = {"cy": ("cy",), "en": ("en",), "both": ("cy", "en")}
Said = tuple[tuple[str, str], ...]  # (language, words), Welsh first where there are both


@dataclass(frozen=True, slots=True)
class Answer:
    """What fills one question: text in the language it was said in, the codes that are ticked, or rows of a table."""

    text: str = ""
    language: str = ""
    on: date | None = None
    ticked: frozenset[str] = frozenset()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What a record tells for a form: answers by their question's key, and the words about safe contact."""

    reference: str
    answers: Mapping[str, Answer]
    safe: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """One box."""

    label: Said
    ticked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One question on paper. `room` are the lines to write on; none where it is answered."""

    label: Said
    answer: str
    answer_language: str
    room: range
    ticks: tuple[Tick, ...]
    columns: tuple[Said, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part on paper."""

    number: int
    heading: Said
    note: Said
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it is printed."""

    form: Form
    languages: tuple[str, ...]
    owner: Said
    title: Said
    purpose: Said
    edition: Said
    reference: str
    words: Mapping[str, Said]
    safe: tuple[Said, ...]
    sections: tuple[Section, ...]

    @property
    def signatures(self) -> tuple[Said, ...]:
        """Where it is signed, last on the form."""
        return tuple(self.words[key] for key in ("signed", "signed_worker", "signed_on"))


def sheet_of(form: Form, language: str, filled: Filled | None = None) -> Sheet:
    """Lay a form out. Raises `KeyError` for a language in which it is not printed."""
    languages = LANGUAGES[language]
    safe = filled.safe if filled else (shared()["safe_blank"],)
    return Sheet(
        form=form,
        languages=languages,
        owner=_said(Words(**settings.COUNCIL_NAME), languages),
        title=_said(form.title, languages),
        purpose=_said(form.purpose, languages),
        edition=tuple((each, _edition(form, each)) for each in languages),
        reference=filled.reference if filled else "",
        words={key: _said(words, languages) for key, words in shared().items()},
        safe=tuple(_said(words, languages) for words in safe),
        sections=tuple(_section(number, part, languages, filled) for number, part in enumerate(form.parts, 1)),
    )


def _section(number: int, part: Part, languages: Sequence[str], filled: Filled | None) -> Section:
    note = _said(part.note, languages) if part.note else ()
    answers = filled.answers if filled else {}
    lines = (_line(each, languages, answers.get(each.key, Answer())) for each in part.questions)
    return Section(number, _said(part.heading, languages), note, tuple(lines))


def _line(question: Question, languages: Sequence[str], answer: Answer) -> Line:
    text = day(answer.on, languages) if answer.on else answer.text
    written = bool(text or question.choices or question.ticks or question.columns)
    empty = ("",) * len(question.columns)
    return Line(
        label=_said(question.label, languages),
        answer=text,
        answer_language=answer.language,
        room=range(0 if written else question.lines),
        ticks=_ticks(question, languages, answer.ticked),
        columns=tuple(_said(column, languages) for column in question.columns),
        rows=answer.rows or (empty,) * question.rows,
    )


def _ticks(question: Question, languages: Sequence[str], ticked: frozenset[str]) -> tuple[Tick, ...]:
    own = tuple(Tick(_said(words, languages), ticked=False) for words in question.ticks)
    vocabulary = VOCABULARIES[question.choices]() if question.choices else {}
    return own + tuple(Tick(_said(words, languages), code in ticked) for code, words in vocabulary.items())


def in_both(say: Callable[[], str]) -> Words:
    """What is said in each language by something that speaks the active one."""
    said = {}
    for language in ("en", "cy"):
        with translation.override(language):
            said[language] = say()
    return Words(**said)


def of_choices(choices: type[Need] | type[Urgency] | type[Channel] | type[Language]) -> dict[str, Words]:
    """A vocabulary of the service: code -> words."""
    return {each.value: in_both(lambda each=each: str(each.label)) for each in choices}  # type: ignore[misc]


VOCABULARIES: Mapping[str, Callable[[], Mapping[str, Words]]] = {
    "needs": lambda: of_choices(Need),
    "urgency": lambda: of_choices(Urgency),
    "channels": lambda: of_choices(Channel),
    "language": lambda: of_choices(Language),
    "yes_no": lambda: {"yes": shared()["yes"], "no": shared()["no"]},
}


def day(on: date, languages: Sequence[str]) -> str:
    """A day in words, or in figures where both languages read it."""
    if len(languages) > 1:
        return on.strftime("%d/%m/%Y")
    with translation.override(languages[0]):
        return date_format(on, "j F Y")


def _edition(form: Form, language: str) -> str:
    told = {"title": form.title.said(language), "edition": form.edition, "day": day(form.dated, (language,))}
    return shared()["edition"].said(language).format(**told)


def _said(words: Words, languages: Sequence[str]) -> Said:
    return tuple((language, words.said(language)) for language in languages)
