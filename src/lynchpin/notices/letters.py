"""The words of a notice, made when it is shown: one language or both, from its kind and codes, so that none is kept wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.face.context import in_language
from lynchpin.kernel.errors import Reason
from lynchpin.notices.choices import NoticeKind
from lynchpin.notices.rules import BOTH

SIDE_BY_SIDE = ("cy", "en")  # Welsh first


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice in one language: its day, who it greets, what it says, and who sends it."""

    language: str
    subject: str
    dated: str
    greeting: str
    paragraphs: tuple[str, ...]
    sender: str


def letters(
    kind: str, language: str, forename: str, reference: str, params: Mapping[str, Any], *, on: date
) -> tuple[Letter, ...]:
    """The letter in the person's language; in both, Welsh first, when no one language was chosen. `on` is its day.

    `params` may hold `answer_by` and `on` (ISO dates) and `time` (14:30); others are not named in any letter.
    """
    languages = SIDE_BY_SIDE if language == BOTH else (language,)
    return tuple(_letter(kind, each, forename, reference, params, on) for each in languages)


def _letter(kind: str, language: str, forename: str, reference: str, params: Mapping[str, Any], on: date) -> Letter:
    with translation.override(language):
        return Letter(
            language=language,
            subject=str(NoticeKind(kind).label),
            dated=date_format(on, "j F Y"),
            greeting=_("Dear %(name)s,") % {"name": forename},
            paragraphs=tuple(_WORDS[NoticeKind(kind)](reference, params)),
            sender=in_language(settings.COUNCIL_NAME),
        )


def _received(reference: str, params: Mapping[str, Any]) -> list[str]:
    said = [_("Thank you for getting in touch. We have your request, and somebody will read it.")]
    if reference:
        said.append(
            _("Your reference is %(reference)s. Please have it to hand when you get in touch.")
            % {"reference": reference}
        )
    if day := _day(params, "answer_by"):
        said.append(_("You will have an answer from us by %(day)s.") % {"day": day})
    return said


def _appointment(reference: str, params: Mapping[str, Any]) -> list[str]:
    said = [_("We would like to meet you, at a time and place that suit you.")]
    day, time = _day(params, "on"), str(params.get("time", ""))
    if day and time:
        said = [_("We have a time to meet: %(day)s at %(time)s.") % {"day": day, "time": time}]
    elif day:
        said = [_("We have a day to meet: %(day)s.") % {"day": day}]
    return [*said, _("If it does not suit you, tell us and we will find another. You may bring somebody with you.")]


def _open_offer(reference: str, params: Mapping[str, Any]) -> list[str]:
    return [
        _("We have tried to reach you, and we will not keep trying."),
        _("Our offer of help stays open. It is your choice, and you need not give a reason."),
        _("If you would like to talk, now or at any later time, get in touch with us."),
    ]


def _goodbye(reference: str, params: Mapping[str, Any]) -> list[str]:
    return [
        _("Our work together has come to its end. Thank you for working with us."),
        _("You can come back to us at any time. You will not have to tell your story again from the start."),
    ]


_WORDS = {
    NoticeKind.REFERRAL_RECEIVED: _received,
    NoticeKind.APPOINTMENT: _appointment,
    NoticeKind.OPEN_OFFER: _open_offer,
    NoticeKind.GOODBYE: _goodbye,
}


def names_a_past_day(params: Mapping[str, Any], on: date) -> bool:
    """Whether a letter promises an answer or a meeting by a day that has gone."""
    named = (params.get(name) for name in ("answer_by", "on"))
    return any(date.fromisoformat(day[:10]) < on for day in named if day)


def why_not_promise(params: Mapping[str, Any], on: date) -> Reason | None:
    """In a pile nobody reads a letter once more, so one that promises what has passed is left for somebody to look at."""
    return Reason("notice_day_passed") if names_a_past_day(params, on) else None


def _day(params: Mapping[str, Any], name: str) -> str:
    written = params.get(name)
    return date_format(date.fromisoformat(written[:10]), "j F Y") if written else ""
