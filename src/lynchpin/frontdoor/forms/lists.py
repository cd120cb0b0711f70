"""Bringing a list of many people, and settling it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import EditForm, GovukForm


class ListForm(GovukForm):
    """Whose list it is, and the file."""

    organisation = forms.ChoiceField(
        label=_("Who sent the list?"), error_messages={"required": _("Choose who sent the list.")}
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV in UTF-8, or a spreadsheet (XLSX). The first row names the columns: name, or first name and surname; "
            "then, if known, date of birth, address, postcode, phone, e-mail, language, agrees."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file has no rows below its header. Choose another file."),
        },
    )

    def __init__(self, *args: Any, organisations: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [("", _("Choose")), *organisations]  # type: ignore[attr-defined]


class SettlingForm(EditForm):
    """Taking a list in, or setting it aside, needs no words."""
