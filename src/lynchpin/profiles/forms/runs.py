"""Parsing of uploads and commissions; nothing here saves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, EditForm, FilterForm, GovukForm
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


class ChooseAssessmentForm(FilterForm):
    """Under which impact assessment a run is: chosen first, as purposes and places follow it."""

    assessment = ChoiceField(label=_("Under which impact assessment?"))

    def __init__(self, *args: Any, assessments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessment"].choices = list(assessments)  # type: ignore[attr-defined]


class CommissionProfileRunForm(GovukForm):
    """What for, and over whom, of what its impact assessment covers."""

    purpose = ChoiceField(
        label=_("What is the run for?"), error_messages={"required": _("Choose what the run is for.")}
    )
    cluster_keys = ChoicesField(label=_("Clusters"), required=False)
    zone_keys = ChoicesField(label=_("Zones"), required=False)

    def __init__(self, *args: Any, purposes: Sequence[str], clusters: Choices, zones: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [(each, each) for each in purposes]  # type: ignore[attr-defined]
        for name, offered in (("cluster_keys", clusters), ("zone_keys", zones)):
            self.fields[name].choices = list(offered)  # type: ignore[attr-defined]
            if not offered:
                del self.fields[name]
        if len(purposes) == 1:
            del self.fields["purpose"]


class RunForm(EditForm):
    """One button over what is there: approve it, confirm it, or stop it."""
