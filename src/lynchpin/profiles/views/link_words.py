"""A pair in doubt, in words: what is in doubt, how the two agree, and why they weigh what they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.parts import Tag
from lynchpin.profiles.choices import DoubtKind
from lynchpin.profiles.queries.links import Link, Weight
from lynchpin.profiles.sides import DIFFERENT, ONE_SIDED, SAME, Compared, Written

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

COLUMNS: dict[str, StrPromise] = {
    "forename": gettext_lazy("Forename"),
    "middle_names": gettext_lazy("Middle names"),
    "surname": gettext_lazy("Surname"),
    "birth_date": gettext_lazy("Date of birth"),
    "sex": gettext_lazy("Sex"),
    "address": gettext_lazy("Address"),
    "postcode": gettext_lazy("Postcode"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "nhs_number": gettext_lazy("NHS number"),
    "nino": gettext_lazy("National Insurance number"),
    "upn": gettext_lazy("Pupil number"),
    "birth_place": gettext_lazy("Place of birth"),
    "occupation": gettext_lazy("Occupation"),
}
MARKS = {
    SAME: (gettext_lazy("Same"), "green"),
    DIFFERENT: (gettext_lazy("Differs"), "orange"),
    ONE_SIDED: (gettext_lazy("On one side only"), "grey"),
}
SAID: dict[str, StrPromise] = {
    "near": gettext_lazy("What agrees and what differs come out nearly even, so that neither answer is sure."),
    "parted": gettext_lazy("Much speaks for one person, and yet the records were kept apart."),
    "joined": gettext_lazy("The records were put together. Something speaks against it."),
}
CONTRADICTIONS: dict[str, StrPromise] = {
    "unlike_forenames": gettext_lazy("The forenames are too unlike for one person, as of brothers and sisters."),
    "birth_dates_apart": gettext_lazy("The dates of birth are too far apart to be a slip of the pen."),
    "other_number": gettext_lazy("Each has a personal number of its own, and the numbers differ."),
}
# What profiling says of a comparison, by its level; the words for its two ends stand first.
LEVELS: Mapping[tuple[str, str], StrPromise] = {
    ("forename", "the same"): gettext_lazy("The forename is the same."),
    ("forename", "unlike"): gettext_lazy("The forenames are unlike."),
    ("forename", "other form of the forename"): gettext_lazy("The forenames are forms of one name."),
    ("forename", "forename and surname swapped"): gettext_lazy("Forename and surname have changed places."),
    ("forename", "spelt nearly the same"): gettext_lazy("The forenames are spelt nearly the same."),
    ("forename", "only an initial"): gettext_lazy("One side has only the initial of the forename."),
    ("forename", "known by a middle name"): gettext_lazy("One forename is a middle name of the other."),
    ("middle_names", "the same"): gettext_lazy("The middle names are the same."),
    ("middle_names", "unlike"): gettext_lazy("The middle names differ."),
    ("middle_names", "same initial"): gettext_lazy("The middle names begin with the same letter."),
    ("surname", "the same"): gettext_lazy("The surname is the same."),
    ("surname", "unlike"): gettext_lazy("The surnames are unlike."),
    ("surname", "one of two surnames"): gettext_lazy("One of the surnames on record is the same."),
    ("surname", "a part in common"): gettext_lazy("The surnames have a part in common."),
    ("surname", "forename and surname swapped"): gettext_lazy("Forename and surname have changed places."),
    ("birth_day", "the same"): gettext_lazy("The date of birth is the same."),
    ("birth_day", "unlike"): gettext_lazy("The dates of birth are different."),
    ("birth_day", "day and month swapped"): gettext_lazy("Day and month of birth have changed places."),
    ("birth_day", "one digit apart"): gettext_lazy("The dates of birth differ in one figure."),
    ("birth_day", "only the year is known"): gettext_lazy(
        "Only the year of birth can be compared, and it is the same."
    ),
    ("birth_day", "a few days, a year or ten years apart"): gettext_lazy(
        "The dates of birth are a few days, a year or ten years apart."
    ),
    ("home", "unlike"): gettext_lazy("They have neither a home nor a way to be reached in common."),
    ("home", "same home and contact"): gettext_lazy("Home, and telephone or e-mail, are the same."),
    ("home", "same home"): gettext_lazy("The home is the same."),
    ("home", "same telephone or e-mail"): gettext_lazy("The telephone or e-mail is the same."),
    ("home", "same postcode"): gettext_lazy("The postcode is the same."),
    ("home", "same sector"): gettext_lazy("The homes are in the same part of a town."),
    ("sex", "the same"): gettext_lazy("The sex is the same."),
    ("sex", "unlike"): gettext_lazy("The sex differs."),
    ("nhs_number", "the same"): gettext_lazy("The NHS number is the same."),
    ("nhs_number", "unlike"): gettext_lazy("The NHS numbers differ."),
    ("nino", "the same"): gettext_lazy("The National Insurance number is the same."),
    ("nino", "unlike"): gettext_lazy("The National Insurance numbers differ."),
    ("upn", "the same"): gettext_lazy("The pupil number is the same."),
    ("upn", "unlike"): gettext_lazy("The pupil numbers differ."),
    ("birth_place", "the same"): gettext_lazy("The place of birth is the same."),
    ("birth_place", "unlike"): gettext_lazy("The places of birth differ."),
    ("occupation", "the same"): gettext_lazy("The occupation is the same."),
    ("occupation", "unlike"): gettext_lazy("The occupations differ."),
}
STRONG, SOME = 600, 150  # hundredths of a bit: sixty-four times as likely, and nearly three times


@dataclass(frozen=True, slots=True)
class Told:
    """A value in pieces, each with whether it differs from the other side, and who wrote it."""

    pieces: tuple[tuple[str, bool], ...]
    sources: str


@dataclass(frozen=True, slots=True)
class Row:
    """One column of both sides, ready to show."""

    label: str
    mark: Tag
    left: tuple[Told, ...]
    right: tuple[Told, ...]


def kind_tag(kind: str) -> Tag:
    colours = {"near": "blue", "parted": "purple", "joined": "orange"}
    return Tag(str(DoubtKind(kind).label), colours[kind])


def side_by_side(facts: Link) -> list[Row]:
    return [_row(each, facts.feeds) for each in facts.columns]


def doubt_said(facts: Link) -> list[str]:
    """What is in doubt, what contradicts, and against whom the pair was weighed; one sentence each."""
    said = [str(SAID[facts.kind])]
    if facts.contradiction in CONTRADICTIONS:
        said.append(str(CONTRADICTIONS[facts.contradiction]))
    elif facts.kind == DoubtKind.PARTED:
        said.append(_("Either goes well with other records, and those do not go with the other of the two."))
    if facts.kin:
        said.append(
            _("Two relatives could share as much: a surname, a home and a telephone count for little between them.")
        )
    return said


def weights_said(facts: Link) -> list[tuple[str, Tag]]:
    """Each comparison that could be made, the one that says most first, with how much it says for one person or for two."""
    return [(said, _strength(each)) for each in facts.weights if (said := _sentence(each))]


def _sentence(each: Weight) -> str:
    if each.level == "not known":
        return ""
    if found := LEVELS.get((each.comparison, each.level)):
        return str(found)
    names = {"birth_day": COLUMNS["birth_date"], **COLUMNS}
    return _("%(column)s: written nearly the same.") % {"column": names.get(each.comparison, each.comparison)}


def _strength(each: Weight) -> Tag:
    if abs(each.weight) < SOME:
        return Tag(_("says little"), "grey")
    if each.weight > 0:
        return Tag(_("strongly for one person"), "green") if each.weight >= STRONG else Tag(_("for one person"), "teal")
    return Tag(_("strongly for two people"), "red") if each.weight <= -STRONG else Tag(_("for two people"), "orange")


def _row(each: Compared, feeds: Mapping[str, str]) -> Row:
    words, colour = MARKS[each.mark]
    left, right = ([_in_words(value) for value in side] for side in (each.left, each.right))
    alone = each.mark == DIFFERENT and len(left) == len(right) == 1
    pieces = _unlike(left[0], right[0]) if alone else None
    return Row(
        str(COLUMNS[each.column]),
        Tag(words, colour),
        _told(each.left, left, feeds, pieces and pieces[0]),
        _told(each.right, right, feeds, pieces and pieces[1]),
    )


def _told(
    side: tuple[Written, ...],
    values: list[str],
    feeds: Mapping[str, str],
    pieces: tuple[tuple[str, bool], ...] | None,
) -> tuple[Told, ...]:
    return tuple(
        Told(pieces or ((value, False),), ", ".join(feeds.get(feed, feed) for feed in written.feeds))
        for written, value in zip(side, values, strict=True)
    )


def _in_words(written: Written) -> str:
    value = written.value
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)


def _unlike(left: str, right: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Both texts in pieces, with those marked that the other has not. Texts with little in common are marked whole."""
    found = SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False)
    if found.ratio() < 0.5:
        return ((left, True),), ((right, True),)
    steps = found.get_opcodes()
    return (
        tuple((left[a:b], step != "equal") for step, a, b, _c, _d in steps if b > a),
        tuple((right[c:d], step != "equal") for step, _a, _b, c, d in steps if d > c),
    )
