"""Parsing of uploads and commissions; nothing here saves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoicesField, DateField, EditForm, GovukForm
from lynchpin.profiles.choices import SENTENCES

KNOWN_SUFFIXES = (".csv", ".txt", ".xlsx", ".parquet")
Choices = Sequence[tuple[str, str]]


class LoadFeedForm(GovukForm):
    """A partner's file and the day it speaks of."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV in UTF-8, an .xlsx workbook or Parquet."),
        error_messages={"required": _("Choose the partner's file.")},
    )
    as_at = DateField(
        label=_("The day the file was made"),
        help_text=_("A file older than the one already loaded is refused."),
        error_messages={"required": _("Enter the day on which the partner made the file.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.FILE_UPLOAD_MAX_BYTES:
            raise ValidationError(SENTENCES["extract_too_large"])
        return file

    @property
    def suffix(self) -> str:
        """The ending of the file's name, and nothing else of it: content decides what it is."""
        ending = Path(self.cleaned_data["file"].name).suffix.lower()
        return ending if ending in KNOWN_SUFFIXES else ".unknown"


class CommissionProfileRunForm(GovukForm):
    """Why, over whom, and until when."""

    purpose = forms.CharField(
        label=_("What is the run for?"),
        max_length=240,
        error_messages={"required": _("Say in a sentence what the run is for.")},
    )
    cluster_keys = ChoicesField(label=_("Clusters"), required=False)
    zone_keys = ChoicesField(label=_("Zones"), required=False)
    impact_assessment = forms.CharField(
        label=_("Reference of the impact assessment"),
        max_length=60,
        error_messages={"required": SENTENCES["run_without_assessment"]},
    )
    review_on = DateField(
        label=_("Date of the next review"),
        help_text=_("After this day nobody can approve the run."),
        error_messages={"required": _("Enter the day by which this use of profiling is reviewed.")},
    )

    def __init__(self, *args: Any, clusters: Choices, zones: Choices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("cluster_keys", clusters), ("zone_keys", zones)):
            self.fields[name].choices = list(offered)  # type: ignore[attr-defined]
        self.fields["review_on"].initial = today + timedelta(days=182)


class RunForm(EditForm):
    """One button over a run: approve it, or stop it."""
