"""Forms over a case that exists: its weight and its worker."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import Complexity, Intensity
from lynchpin.face.beside import StoredBesideTyped
from lynchpin.face.forms import ChoiceField, WholeNumberField


class RenewedForm(StoredBesideTyped):
    """An edit form that can go on after a refusal: the next save answers for what is stored now."""

    def see(self, version: int) -> None:
        """Take the version that the page now shows."""
        if isinstance(self.data, QueryDict) and self.is_bound:
            shown = self.data.copy()
            shown["version"] = str(version)
            self.data = shown


class WeighingForm(RenewedForm):
    """The answers that a weight is made of."""

    complexity = ChoiceField(
        label=_("How much is happening?"),
        choices=Complexity.choices,
        error_messages={"required": _("Choose how much is happening.")},
    )
    family_size = WholeNumberField(
        label=_("How many people in the family will this work be with?"),
        min_value=1,
        max_value=20,
        error_messages={"required": _("Enter how many people in the family the work will be with.")},
    )
    intensity = ChoiceField(
        label=_("How often is contact needed?"),
        choices=Intensity.choices,
        error_messages={"required": _("Choose how often contact is needed.")},
    )


class OpeningForm(WeighingForm):
    """Opening a case asks for its weight only: the rest is known from the referral."""

    version = None  # type: ignore[assignment]


class AllocationForm(RenewedForm):
    """One worker's button."""

    worker_id = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": _("Choose a worker."), "invalid": _("Choose a worker.")}
    )
