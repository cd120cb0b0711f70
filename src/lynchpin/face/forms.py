"""The form renderer and the base forms. Settings name it: `FORM_RENDERER = "lynchpin.face.forms.GovukRenderer"`."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from lynchpin.face.fields import (
    LARGEST_INTEGER,
    ChoiceField,
    ChoicesField,
    DateBoxes,
    DateField,
    LongTextField,
    ReasonField,
    Taps,
    WholeNumberField,
    YesNoField,
)
from lynchpin.face.sentences import lacks_its_own_sentence, speak_plainly

__all__ = [
    "ChoiceField",
    "ChoicesField",
    "DateBoxes",
    "DateField",
    "EditForm",
    "FilterForm",
    "GovukBoundField",
    "GovukForm",
    "GovukRenderer",
    "LongTextField",
    "ReasonField",
    "Taps",
    "WholeNumberField",
    "YesNoField",
    "fields_without_a_sentence",
]

STYLES = (
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.widgets.Input, "govuk-input"),  # and its kinds: e-mail, number, password, web address
)
OWN_STYLE = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.CheckboxInput, forms.HiddenInput)


class GovukBoundField(forms.BoundField):
    """A field that knows its style class, its error state and the id of its first control."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        style, error = _style_of(widget), _error_style_of(widget) if self.errors else ""
        if classes := " ".join(filter(None, (widget.attrs.get("class"), style, error))):
            attrs["class"] = classes
        return attrs

    @cached_property
    def first_control_id(self) -> str:
        """Where an error summary leads: a group of radios or boxes has no control under its own id."""
        if isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return f"{self.auto_id}_0"
        return self.id_for_label or self.auto_id

    @property
    def is_single_checkbox(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)


class GovukRenderer(DjangoTemplates):
    """Gives every form of the service, a library's too, the same markup. Needs no place in INSTALLED_APPS order."""

    form_template_name = "face/form.html"
    field_template_name = "face/field.html"
    bound_field_class = GovukBoundField
    OURS: ClassVar = {
        "django/forms/widgets/radio.html": "face/widgets/radios.html",
        "django/forms/widgets/checkbox_select.html": "face/widgets/checkboxes.html",
        "django/forms/widgets/checkbox.html": "face/widgets/checkbox.html",
    }

    def get_template(self, template_name: str) -> Any:
        return super().get_template(self.OURS.get(template_name, template_name))


class PlainSpokenForm(forms.Form):
    """A form that never shows a message of Django's where it has one of its own."""

    use_required_attribute = False  # the server answers in our sentences, in the person's language

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)

    def take_up(self, typed: QueryDict | None) -> None:
        """Begin, unsent, with what was typed before and as it was typed. It is judged only when it is sent."""
        for name, field in self.fields.items() if typed and not self.is_bound else ():
            answered = not field.widget.value_omitted_from_data(typed, {}, name)  # type: ignore[arg-type]
            if name != "form_key" and answered:
                self.initial[name] = field.widget.value_from_datadict(typed, {}, name)  # type: ignore[arg-type]


class FilterForm(PlainSpokenForm):
    """The filters of a list: sent by GET, so that the filter is the address. Every field is optional."""

    hides_optional = True  # the word beside every field would say nothing

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    @property
    def chosen(self) -> dict[str, Any]:
        """What was asked for and makes sense: field name to value. An answer that cannot be read filters nothing."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value not in (None, "", [])}


class GovukForm(PlainSpokenForm):
    """A form that changes something. Its one-time key makes a second click give the first answer."""

    form_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = secrets.token_urlsafe(24)


class EditForm(GovukForm):
    """A form over something that exists: it carries the version that was on the screen."""

    version = forms.IntegerField(
        min_value=0,
        max_value=LARGEST_INTEGER,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Open this page again before you save. It does not say which version you changed."),
            "invalid": _("Open this page again before you save. It does not say which version you changed."),
        },
    )


def fields_without_a_sentence(form: type[forms.Form]) -> list[str]:
    """Names of the required fields of a form class that bring no sentence of their own; a test expects none."""
    return [name for name, field in form.base_fields.items() if lacks_its_own_sentence(field)]


def _style_of(widget: forms.Widget) -> str:
    if isinstance(widget, OWN_STYLE):
        return ""
    return next((style for kind, style in STYLES if isinstance(widget, kind)), "")


def _error_style_of(widget: forms.Widget) -> str:
    if isinstance(widget, DateBoxes):
        return "govuk-input--error"  # on each of its three boxes
    style = _style_of(widget)
    return f"{style}--error" if style else ""
