"""Forms over editions of the scoring: every factor and every rule in one form, then proposing, approving and declining."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import DateField, EditForm, GovukForm, ReasonField, WholeNumberField
from lynchpin.face.sentences import speak_plainly
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles import editions
from lynchpin.profiles.choices import SENTENCES
from lynchpin.profiles.editions import BOUNDS, Scoring, Terms
from lynchpin.profiles.scoring_words import RULES, factor_label

TERMS = ("on", "points", "from", "to", "power", "assessment")
REASON = _("Why? Name nobody: once the edition is approved, your reason is published with it.")


class DayCell(forms.DateField):
    """A day in a cell of a table, as the browser asks for one; three boxes a cell would not fit a telephone."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **options: Any) -> None:
        invalid = _("Enter a day as year, month and day, such as 2026-12-01.")
        messages = {"invalid": invalid, "required": invalid}
        super().__init__(input_formats=["%Y-%m-%d"], error_messages=messages, **options)


class ScoringForm(GovukForm):
    """How every factor counts and by which rules, beginning with `held`; fields are `ED1_points` and `rule_amber`."""

    valid_from = DateField(
        label=_("From which day?"),
        help_text=_("Runs over evidence of that day or later follow it."),
        error_messages={"required": _("Enter the day from which this edition holds.")},
    )
    reason = ReasonField(label=REASON, max_length=400)

    def __init__(self, *args: Any, held: Scoring, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].earliest = today  # type: ignore[attr-defined]
        for key in editions.catalogue():
            self.fields |= _fields_of(key, held.factors.get(key) or editions.shipped().factors[key])
        for name, (least, most) in BOUNDS.items():
            required = {"required": _("Enter a whole number.")}
            self.fields[f"rule_{name}"] = WholeNumberField(
                label=RULES[name], min_value=least, max_value=most, initial=held.rules[name], error_messages=required
            )
        for field in self.fields.values():
            speak_plainly(field)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for lower, upper in (("amber", "red"), ("medium", "high")):
            floors = [given.get(f"rule_{name}") for name in (lower, upper)]
            if None not in floors and floors[0] >= floors[1]:  # type: ignore[operator]
                self.add_error(f"rule_{upper}", SENTENCES["scoring_bands_out_of_order"])
        for key in editions.catalogue():
            self._judge(key, given)
        return given

    def _judge(self, key: str, given: Mapping[str, Any]) -> None:
        if not all(f"{key}_{term}" in given for term in ("points", "from", "to")):
            return
        for reason in editions.faults_of(key, _terms(key, given)):
            part = {"scoring_without_grounds": "power", "scoring_ends_before_it_begins": "to"}.get(
                reason.code, "points"
            )
            told = {**reason.params, "factor": factor_label(key)}
            self.add_error(f"{key}_{part}", sentence(type(reason)(reason.code, **told)))

    @property
    def drafted(self) -> dict[str, Any]:
        """The answers as the use cases take them."""
        given = self.cleaned_data
        kept: dict[str, Any] = {
            name: given[name] for name in ("valid_from", "reason", "form_key", "version") if name in given
        }
        factors = {key: _terms(key, given).kept() for key in editions.catalogue()}
        return {**kept, "factors": factors, "rules": {name: given[f"rule_{name}"] for name in BOUNDS}}


class RedraftScoringForm(ScoringForm, EditForm):
    """The same over a draft that is there."""


class ProposeScoringForm(EditForm):
    """One button: whoever proposes adds no words, the draft has them."""


class ApproveScoringForm(EditForm):
    """Why a second person approves, and which trial was on the page."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    reason = ReasonField(label=_("Why do you approve? Your reason is kept with this edition."), max_length=400)


class DeclineScoringForm(EditForm):
    """Why it is let go."""

    reason = ReasonField(label=_("Why is it declined? Your reason is kept with this edition."), max_length=400)


def _fields_of(key: str, terms: Terms) -> dict[str, forms.Field]:
    points = _("Enter how many points it is worth at most.")
    found: dict[str, forms.Field] = {
        "on": forms.BooleanField(label=_("Counts"), required=False, initial=terms.on),
        "points": WholeNumberField(
            label=_("Most points"),
            max_value=editions.most_points(key),
            initial=terms.points,
            error_messages={"required": points},
        ),
        "from": DayCell(label=_("From"), initial=terms.from_on),
        "to": DayCell(label=_("Until"), required=False, initial=terms.to_on),
    }
    if editions.ships_off(key):
        found["power"] = forms.CharField(
            label=_("Legal power to disclose"), required=False, max_length=200, initial=terms.power
        )
        found["assessment"] = forms.CharField(
            label=_("Reference of the impact assessment"), required=False, max_length=60, initial=terms.assessment
        )
    return {f"{key}_{term}": field for term, field in found.items()}


def _terms(key: str, given: Mapping[str, Any]) -> Terms:
    on, points, from_on, to_on, power, assessment = (given.get(f"{key}_{term}") for term in TERMS)
    return Terms(bool(on), points or 0, from_on, to_on, (power or "").strip(), (assessment or "").strip())  # type: ignore[arg-type]
