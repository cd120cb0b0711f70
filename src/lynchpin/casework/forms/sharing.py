"""Forms of sharing out: taking proposals as they are, choosing somebody else, and what a colleague does beside cases.

A proposal travels through the browser signed, so that what is kept as proposed is what was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.casework import rules
from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.queries.sharing import SharedCase
from lynchpin.casework.use_cases.share_out_cases import Choice
from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, GovukForm, ReasonField, WholeNumberField
from lynchpin.frontdoor.choices import Need
from lynchpin.kernel.errors import Reason

SALT = "casework.share_out_cases"
AGAIN = _("Open this page again before you give cases out. It does not say what was proposed.")


def sealed(shared: Iterable[SharedCase]) -> str:
    """Proposals as they are shown, signed."""
    told = [
        [each.case.reference, each.case.version, each.proposal.worker_id, _told(each.proposal.why)] for each in shared
    ]
    return signing.dumps(told, salt=SALT)


def _told(why: Iterable[Reason]) -> list[list[Any]]:
    return [[reason.code, reason.params] for reason in why]


class AcceptanceForm(GovukForm):
    """One button: one proposal, or all of them, as they are."""

    proposals = forms.CharField(widget=forms.HiddenInput, error_messages={"required": AGAIN})

    def clean_proposals(self) -> tuple[Choice, ...]:
        """Each case to the worker who was proposed for it."""
        try:
            told = signing.loads(self.cleaned_data["proposals"], salt=SALT)
        except signing.BadSignature as fault:
            raise ValidationError(AGAIN) from fault
        return tuple(
            Choice(reference, version, worker_id or 0, worker_id, tuple(Reason(code, **params) for code, params in why))
            for reference, version, worker_id, why in told
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is to be given, and to whom."""
        return tuple(choice for choice in self.cleaned_data["proposals"] if choice.worker_id)


class OverrideForm(AcceptanceForm):
    """Another worker for one case, and why."""

    worker_id = ChoiceField(
        label=_("Who should have it instead?"),
        widget=forms.Select,
        error_messages={"required": _("Choose a worker."), "invalid_choice": _("Choose a worker.")},
    )
    override_reason = ReasonField(
        label=_("Why is somebody else the better choice?"),
        max_length=400,
        error_messages={"required": _("Say why you choose another worker than the one proposed.")},
    )

    def __init__(self, *args: Any, workers: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker_id"].choices = [("", _("Choose a worker")), *workers]  # type: ignore[attr-defined]

    def is_about(self, reference: str) -> bool:
        """Whether it was sent for this case."""
        sent = self.cleaned_data.get("proposals", ()) if self.is_bound and hasattr(self, "cleaned_data") else ()
        return any(choice.reference == reference for choice in sent)

    def renewed(self, proposals: str) -> OverrideForm:
        """The same with what was typed, its errors beside it, answering for what is proposed now."""
        shown = self.data.copy()  # type: ignore[attr-defined]
        shown["proposals"] = proposals
        self.data = shown
        return self

    @property
    def choices(self) -> tuple[Choice, ...]:
        (shown,) = self.cleaned_data["proposals"][:1]
        return (
            Choice(
                shown.reference,
                shown.version,
                int(self.cleaned_data["worker_id"]),
                shown.proposed_worker_id,
                shown.why,
                self.cleaned_data["override_reason"],
            ),
        )


class DutiesForm(RenewedForm):
    """What a colleague does beside cases, where they start from and what they are trained in."""

    from_on = DateField(
        label=_("From which day?"), error_messages={"required": _("Enter the day from which this holds.")}
    )
    group_hours = WholeNumberField(
        label=_("Hours a week with groups"),
        max_value=rules.HOURS_IN_A_WEEK,
        error_messages={"required": _("Enter the hours a week with groups, or 0.")},
    )
    universal_hours = WholeNumberField(
        label=_("Hours a week of activities open to everyone"),
        max_value=rules.HOURS_IN_A_WEEK,
        error_messages={"required": _("Enter the hours a week of open activities, or 0.")},
    )
    experienced = forms.BooleanField(
        label=_("They came with experience, so no first year is allowed for"), required=False
    )
    base_area = ChoiceField(
        label=_("Where do they usually start from?"),
        help_text=_("Distances are counted from there, or from the middle of the cluster if you choose nothing."),
        widget=forms.Select,
        required=False,
    )
    skills = ChoicesField(label=_("What are they trained in?"), choices=Need.choices, required=False)

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]], today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"from_on": today} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["base_area"].choices = [("", _("The middle of the cluster")), *areas]  # type: ignore[attr-defined]
