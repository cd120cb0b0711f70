"""A step of a pathway, edited as data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms import RenewedForm
from lynchpin.face.forms import LongTextField

WORDS = ("label_en", "label_cy", "delivered_by_en", "delivered_by_cy", "rule_en", "rule_cy")
NEEDED = {"required": _("Write the step's words in both languages.")}
AS_TYPED = _(
    "One test on each line, such as skills_gathered=yes. Add |confidence_low=yes to ask it only where that is so."
)


class StepForm(RenewedForm):
    """The words of a step in both languages, and its tests, one on each line."""

    label_en = forms.CharField(label=_("Name in English"), max_length=240, error_messages=NEEDED)
    label_cy = forms.CharField(label=_("Name in Welsh"), max_length=240, error_messages=NEEDED)
    delivered_by_en = forms.CharField(label=_("Who delivers it, in English"), max_length=240, error_messages=NEEDED)
    delivered_by_cy = forms.CharField(label=_("Who delivers it, in Welsh"), max_length=240, error_messages=NEEDED)
    rule_en = LongTextField(label=_("What it is about, in English"), rows=3, max_length=400, error_messages=NEEDED)
    rule_cy = LongTextField(label=_("What it is about, in Welsh"), rows=3, max_length=400, error_messages=NEEDED)
    entry_tests = LongTextField(label=_("Tests to come to it"), help_text=AS_TYPED, rows=4, required=False)
    exit_tests = LongTextField(label=_("Tests to go on from it"), help_text=AS_TYPED, rows=4, required=False)

    @property
    def edition(self) -> dict[str, Any]:
        """What `edit_pathway_step` takes."""
        told = dict(self.cleaned_data)
        words = {name: told.pop(name) for name in WORDS}
        tests = {name: told.pop(name).splitlines() for name in ("entry_tests", "exit_tests")}
        return told | tests | {"words": words}
