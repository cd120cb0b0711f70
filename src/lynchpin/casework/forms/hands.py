"""Forms of a case that changes hands: asking a colleague, their answer, and opening a closed case again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import ReopenReason
from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.face.forms import ChoiceField, LongTextField


class TransferForm(RenewedForm):
    """Whom to ask, and why."""

    to_staff_id = ChoiceField(
        label=_("Which colleague should take it on?"),
        help_text=_("Colleagues who work in this cluster, are at work and have room, by name."),
        error_messages={"required": _("Choose a colleague."), "invalid_choice": _("Choose a colleague.")},
    )
    why = LongTextField(
        label=_("Why should they take it on?"),
        help_text=_("They read this before they answer. Write what they need in order to answer, and no more."),
        rows=3,
        max_length=400,
        error_messages={"required": _("Say in a few words why a colleague should take the case on.")},
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_staff_id"].choices = [(str(key), name) for key, name in colleagues]  # type: ignore[attr-defined]

    def clean_to_staff_id(self) -> int:
        """The colleague's id."""
        return int(self.cleaned_data["to_staff_id"])


class TransferAnswerForm(RenewedForm):
    """One button: take it on, or take it back."""


class TransferNoForm(RenewedForm):
    """Why not."""

    because = LongTextField(
        label=_("Why can you not take it on?"),
        rows=3,
        max_length=400,
        error_messages={"required": _("Say why you cannot take the case on, so that another way can be found.")},
    )


class ReopeningForm(RenewedForm):
    """Why a closed case is opened again."""

    reason = ChoiceField(
        label=_("Why is it opened again?"),
        choices=ReopenReason.choices,
        error_messages={"required": _("Choose why the case is opened again.")},
    )
    because = LongTextField(
        label=_("What has happened?"),
        rows=3,
        max_length=400,
        error_messages={"required": _("Say in a few words why the case is opened again.")},
    )
