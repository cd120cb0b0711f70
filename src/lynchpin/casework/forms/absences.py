"""Forms of absence: when somebody is away, and who covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import AbsenceReason
from lynchpin.face.forms import ChoiceField, DateField, EditForm, GovukForm


class AbsenceForm(GovukForm):
    """From when to when, who covers, and why in the fewest words."""

    from_on = DateField(label=_("First day away"), error_messages={"required": _("Enter the first day away.")})
    to_on = DateField(label=_("Last day away"), error_messages={"required": _("Enter the last day away.")})
    cover_id = ChoiceField(
        label=_("Who covers?"),
        help_text=_(
            "Colleagues of the same cluster who are at work, by name. They can read the cases, record contacts and go on visits."
        ),
        error_messages={"required": _("Choose who covers."), "invalid_choice": _("Choose who covers.")},
    )
    reason = ChoiceField(
        label=_("What kind of absence is it?"),
        help_text=_("Nothing about anybody's health is kept here."),
        choices=AbsenceReason.choices,
        error_messages={"required": _("Choose what kind of absence it is.")},
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[int, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"from_on": today}, **kwargs)
        self.fields["cover_id"].choices = [(str(key), name) for key, name in colleagues]  # type: ignore[attr-defined]

    def clean_cover_id(self) -> int:
        """The colleague's id."""
        return int(self.cleaned_data["cover_id"])


class BackForm(EditForm):
    """One button."""
