"""Parsing of impact assessments and stops; nothing here saves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    EditForm,
    GovukForm,
    LongTextField,
    ReasonField,
    YesNoField,
)
from lynchpin.profiles.choices import SENTENCES, AssessmentEnding, StopReason
from lynchpin.profiles.forms.runs import Choices

LONGEST_PURPOSE = 240


class RecordImpactAssessmentForm(GovukForm):
    """An impact assessment as it was decided on paper."""

    number = forms.CharField(
        label=_("Its number"),
        help_text=_("As in the council’s records. A reviewed assessment keeps its number."),
        max_length=60,
        error_messages={"required": _("Give the number of the assessment.")},
    )
    title = forms.CharField(
        label=_("Its title"), max_length=200, error_messages={"required": _("Give the title of the assessment.")}
    )
    answerable = forms.ChoiceField(
        label=_("Who answers for it?"), error_messages={"required": _("Choose the colleague who answers for it.")}
    )
    decided_on = DateField(
        label=_("Decided on"), error_messages={"required": _("Enter the day on which it was decided.")}
    )
    review_on = DateField(
        label=_("Review is due on"),
        help_text=_("From that day on nobody is profiled under it."),
        error_messages={"required": _("Enter the day on which its review is due.")},
    )
    purposes = LongTextField(
        label=_("What does it allow profiling for?"),
        help_text=_("One purpose on each line, in the words of the assessment. A run is for one of them."),
        max_length=1200,
        rows=3,
        error_messages={"required": SENTENCES["assessment_without_purpose"]},
    )
    everywhere = YesNoField(
        label=_("Does it cover every place?"),
        error_messages={"required": _("Say whether it covers every place, or only some.")},
    )
    cluster_keys = ChoicesField(label=_("Clusters that it covers"), required=False)
    zone_keys = ChoicesField(label=_("Zones that it covers"), required=False)
    document_place = forms.CharField(
        label=_("Where is the document kept?"),
        help_text=_("A file number or an address that colleagues can open."),
        max_length=240,
        error_messages={"required": _("Say where the document is kept.")},
    )

    def __init__(self, *args: Any, colleagues: Choices, clusters: Choices, zones: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answerable"].choices = [("", _("Choose one")), *colleagues]  # type: ignore[attr-defined]
        for name, offered in (("cluster_keys", clusters), ("zone_keys", zones)):
            self.fields[name].choices = list(offered)  # type: ignore[attr-defined]

    def clean_number(self) -> str:
        return str(self.cleaned_data["number"]).strip()

    def clean_purposes(self) -> list[str]:
        """Each line that says something, once, in the order given."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["purposes"].splitlines()]
        if any(len(line) > LONGEST_PURPOSE for line in lines):
            raise ValidationError(_("A purpose is one sentence of at most 240 characters. Shorten it."))
        return list(dict.fromkeys(filter(None, lines)))


class EndImpactAssessmentForm(EditForm):
    ending = ChoiceField(
        label=_("Why does it end?"),
        choices=[pair for pair in AssessmentEnding.choices if pair[0] != AssessmentEnding.REPLACED],
        error_messages={"required": _("Choose why the assessment ends.")},
    )


class StopProfilingForm(GovukForm):
    reason = ChoiceField(
        label=_("Why is profiling stopped?"),
        choices=StopReason.choices,
        error_messages={"required": _("Choose why profiling is stopped.")},
    )
    words = ReasonField(label=_("In your words"), help_text=_("Name nobody. Your words are kept."), max_length=400)


class ProposeResumingForm(EditForm):
    proposal = ReasonField(
        label=_("Why may it go on?"),
        help_text=_("What was found, and what was put right. Name nobody."),
        max_length=400,
    )
