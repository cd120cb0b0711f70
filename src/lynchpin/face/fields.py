"""Fields that forms are made of. Each takes `error_messages={"required": ...}` with a sentence of its own."""

from __future__ import annotations

import datetime
import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST_INTEGER = 2**31 - 1  # the integer column of both databases
EARLIEST_DATE = datetime.date(1900, 1, 1)
LATEST_DATE = datetime.date(2199, 12, 31)
DAY_OR_MONTH = re.compile(r"[0-9]{1,2}")
YEAR = re.compile(r"[0-9]{4}")  # two figures would have to be guessed at


class DateBoxes(forms.MultiWidget):
    """Three text boxes: day, month and year."""

    template_name = "face/widgets/date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput(attrs={"inputmode": "numeric"}) for part in ("day", "month", "year")
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: datetime.date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else id_  # Django numbers the boxes' ids, whatever their names


class DateField(forms.Field):
    """A date typed in three boxes and never guessed at. `earliest` and `latest` bound it."""

    widget = DateBoxes
    default_error_messages: ClassVar = {
        "incomplete": _("Enter a day, a month and a year."),
        "invalid": _("Enter a real date in numbers, with all four figures of the year, such as 27 3 1986."),
        "too_early": _("Enter a date that is not before %(limit)s."),
        "too_late": _("Enter a date that is not after %(limit)s."),
    }

    def __init__(self, *, earliest: datetime.date = EARLIEST_DATE, latest: datetime.date = LATEST_DATE, **options: Any):
        self.earliest, self.latest = earliest, latest
        super().__init__(**options)

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date) or value is None:
            return value
        parts = [(part or "").strip() for part in value]
        if not any(parts):
            return None
        return self._date_of(parts)

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and value < self.earliest:
            raise self._outside("too_early", self.earliest)
        if value and value > self.latest:
            raise self._outside("too_late", self.latest)

    def _date_of(self, parts: list[str]) -> datetime.date:
        if not all(parts):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        shapes = zip((DAY_OR_MONTH, DAY_OR_MONTH, YEAR), parts, strict=True)
        try:
            if not all(shape.fullmatch(part) for shape, part in shapes):
                raise ValueError
            return datetime.date(*(int(part) for part in reversed(parts)))
        except ValueError as fault:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from fault

    def _outside(self, code: str, limit: datetime.date) -> ValidationError:
        shown = f"{limit.day} {limit.month} {limit.year}"  # as the boxes ask for it
        return ValidationError(self.error_messages[code], code=code, params={"limit": shown})


class ChoiceField(forms.ChoiceField):
    """One answer of a few, all in sight. Give `widget=forms.Select` for a list too long to show."""

    widget = forms.RadioSelect


class Taps(forms.RadioSelect):
    """Short answers beside one another, so that a thumb reaches all of them without scrolling."""

    template_name = "face/widgets/taps.html"


class ChoicesField(forms.MultipleChoiceField):
    """Any number of answers, as check boxes."""

    widget = forms.CheckboxSelectMultiple


class YesNoField(forms.TypedChoiceField):
    """Yes or no as True or False; nothing chosen and not required gives None."""

    widget = forms.RadioSelect

    def __init__(self, **options: Any) -> None:
        answers = [("yes", _("Yes")), ("no", _("No"))]
        super().__init__(choices=answers, coerce=lambda answer: answer == "yes", empty_value=None, **options)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class WholeNumberField(forms.IntegerField):
    """A count, typed in a plain box: number boxes change under a scrolling wheel."""

    widget = forms.TextInput

    def __init__(self, *, min_value: int = 0, max_value: int = LARGEST_INTEGER, **options: Any) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "class": "govuk-input--width-5"}


class LongTextField(forms.CharField):
    """Several lines in the person's own words, up to `max_length` characters."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, max_length: int = 5000, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self.widget.attrs["rows"] = rows

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # a browser that cuts pasted text off at maxlength loses words without saying so


class ReasonField(LongTextField):
    """Why something is being done; kept with the record, so it has to say something."""

    default_error_messages: ClassVar = {
        "required": _("Give a reason, so that others can follow the decision."),
        "min_length": _(
            "Give a reason of at least %(limit_value)s characters, so that others can follow the decision."
        ),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Reason"))
        super().__init__(**{"rows": 3, "min_length": 5, "max_length": 500} | options)
