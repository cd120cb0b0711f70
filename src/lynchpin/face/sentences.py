"""What a field says when it cannot take what was typed: whole sentences that say what to do, in place of Django's own.

`required` is not here on purpose. Only the form knows what is being asked for, so each field brings its own sentence.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ANY_FIELD = {
    "max_length": _("Shorten this to %(limit_value)s characters or fewer."),
    "min_length": _("Write at least %(limit_value)s characters."),
    "max_value": _("Enter a number that is %(limit_value)s or less."),
    "min_value": _("Enter a number that is %(limit_value)s or more."),
    "max_digits": _("Enter a number with %(max)s digits or fewer."),
    "max_decimal_places": _("Enter a number with %(max)s decimal places or fewer."),
    "max_whole_digits": _("Enter a number with %(max)s digits or fewer before the decimal point."),
    "null_characters_not_allowed": _("Type this again. It holds a character that cannot be kept."),
    "invalid_choice": _("Choose one of the answers on the page."),
    "invalid_list": _("Choose from the answers on the page."),
    "missing": _("Choose a file."),
    "empty": _("Choose a file that is not empty."),
    "invalid_extension": _("Choose a file of a kind that this page can take."),
}

BY_FIELD = (
    (forms.IntegerField, {"invalid": _("Enter a whole number, such as 12.")}),
    (forms.DecimalField, {"invalid": _("Enter a number, such as 12.50.")}),
    (forms.EmailField, {"invalid": _("Enter an email address in the form name@example.com.")}),
    (forms.TimeField, {"invalid": _("Enter a time, such as 14:30.")}),
    (forms.FileField, {"invalid": _("Send the file again. It did not arrive whole.")}),
    (forms.UUIDField, {"invalid": _("Open this page again from where you came. Its address was not complete.")}),
    (forms.URLField, {"invalid": _("Enter a web address that starts with https://.")}),
)


def speak_plainly(field: forms.Field) -> None:
    """Replace every message that Django wrote with one of ours; messages that the form gave are kept."""
    djangos = dict(_djangos_own(field))
    for code, sentence in _sentences_for(field).items():
        if field.error_messages.get(code) is djangos.get(code):
            field.error_messages[code] = sentence


def lacks_its_own_sentence(field: forms.Field) -> bool:
    """Whether a field that must be filled in would fall back on "This field is required."."""
    return field.required and field.error_messages["required"] is forms.Field.default_error_messages["required"]


def _sentences_for(field: forms.Field) -> dict[str, Any]:
    sentences = dict(ANY_FIELD)
    for kind, own in BY_FIELD:
        if isinstance(field, kind):
            sentences |= own
    return sentences


def _djangos_own(field: forms.Field) -> Iterator[tuple[str, Any]]:
    for kind in reversed(type(field).__mro__):
        if kind.__module__.startswith("django."):
            yield from vars(kind).get("default_error_messages", {}).items()
