"""A what-matters conversation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, GovukForm, LongTextField
from lynchpin.people.choices import Language


class WhatMattersFields(forms.Form):
    """The five headings, strengths first."""

    held_on = DateField(
        label=_("When did you talk?"), error_messages={"required": _("Enter the day of the conversation.")}
    )
    language = ChoiceField(
        label=_("In which language?"),
        choices=Language.choices,
        error_messages={"required": _("Choose the language of the conversation.")},
    )
    strengths = LongTextField(
        label=_("Strengths: what is going well, and who helps?"),
        help_text=_("In their own words, as far as you can."),
        rows=3,
        required=False,
    )
    outcomes = LongTextField(
        label=_("What matters to them?"),
        rows=3,
        error_messages={"required": _("Write what matters to the person, in their own words.")},
    )
    circumstances = LongTextField(label=_("How are things now?"), rows=3, required=False)
    barriers = LongTextField(label=_("What gets in the way?"), rows=3, required=False)
    risks = LongTextField(label=_("What could happen if nothing changes?"), rows=3, required=False)


class WhatMattersForm(WhatMattersFields, GovukForm):
    """A conversation that has just been had."""
