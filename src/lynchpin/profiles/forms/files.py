"""Parsing of partners' files and of what becomes of them; nothing here saves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import DateField, EditForm, GovukForm, ReasonField, WholeNumberField
from lynchpin.profiles.choices import SENTENCES

KNOWN_SUFFIXES = (".csv", ".txt", ".xlsx", ".parquet")


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


class AcceptStoppedForm(EditForm):
    reason = ReasonField(
        label=_("Why may it be used all the same?"),
        help_text=_("What you asked the partner, and what they said. Name nobody."),
        max_length=400,
    )


class DeclineExtractForm(EditForm):
    reason = ReasonField(
        label=_("Why is it sent back?"),
        help_text=_("What the partner has to mend. Name nobody."),
        max_length=400,
    )


class BoundFeedForm(EditForm):
    """The bounds of a feed. Percents and rows are whole numbers; drift is typed in hundredths."""

    bad_percent = WholeNumberField(
        label=_("Stop a file with more than this share of bad rows, in percent"),
        help_text=_("At most 20. Beyond a fifth every file is refused."),
        min_value=0,
        max_value=20,
    )
    grown_percent = WholeNumberField(
        label=_("Stop a file that grows to this share of the last one, in percent"),
        help_text=_("200 is twice as large."),
        min_value=101,
        max_value=10_000,
    )
    shrunk_percent = WholeNumberField(
        label=_("Stop a file that shrinks to this share of the last one, in percent"),
        help_text=_("50 is half as large."),
        min_value=0,
        max_value=99,
    )
    drift = WholeNumberField(
        label=_("Stop a file whose patterns or codes drift more than this, in hundredths"),
        help_text=_("25 is a great drift, 10 is some."),
        min_value=1,
        max_value=1_000,
    )
    same_number = WholeNumberField(
        label=_("Stop a file in which so many rows have the same NHS, insurance or pupil number"),
        min_value=1,
        max_value=1_000_000,
    )
    shared = WholeNumberField(
        label=_("Stop a file in which so many rows have the same date of birth"),
        help_text=_("The same number of rows at one address, telephone or e-mail is told and does not stop a file."),
        min_value=1,
        max_value=1_000_000,
    )
    reason = ReasonField(
        label=_("Why these bounds?"), help_text=_("What this partner’s files are like. Name nobody."), max_length=400
    )
