"""Forms about clusters and venues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoicesField, DateField, EditForm, GovukForm
from lynchpin.places.choices import SENTENCES

Pairs = Sequence[tuple[str, str]]


class DrawClusterForm(EditForm):
    """Which small areas a cluster covers, and from when."""

    on = DateField(
        label=_("From"),
        help_text=_("What was before this day keeps its dates."),
        error_messages={"required": _("Enter the day from which the cluster is drawn like this.")},
    )
    areas = ChoicesField(
        label=_("Small areas"), error_messages={"required": _("Choose at least one area for the cluster.")}
    )

    def __init__(self, *args: Any, areas: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = areas  # type: ignore[attr-defined]


class AddVenueForm(GovukForm):
    """A venue, named in both languages."""

    name_en = forms.CharField(
        label=_("Name in English"), max_length=120, error_messages={"required": _("Enter the name in English.")}
    )
    name_cy = forms.CharField(
        label=_("Name in Welsh"),
        max_length=120,
        help_text=_("The same again where it has one name only."),
        error_messages={"required": _("Enter the name in Welsh.")},
    )
    area = forms.ChoiceField(label=_("Small area"), error_messages={"required": _("Choose the area that it lies in.")})
    address = forms.CharField(label=_("Address"), max_length=240, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    access_notes_en = forms.CharField(
        label=_("Getting in, in English"),
        help_text=_("Such as step-free access, a hearing loop, parking."),
        max_length=240,
        required=False,
    )
    access_notes_cy = forms.CharField(label=_("Getting in, in Welsh"), max_length=240, required=False)

    def __init__(self, *args: Any, areas: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Choose one")), *areas]  # type: ignore[attr-defined]


class LoadPostcodesForm(GovukForm):
    """A publisher's file of postcodes."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV as its publisher gives it: the Welsh Government's postcode to LSOA lookup, or the National Statistics"
            " Postcode Lookup."
        ),
        error_messages={"required": _("Choose the publisher's file.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.FILE_UPLOAD_MAX_BYTES:
            raise ValidationError(SENTENCES["postcodes_too_large"])
        return file
