"""A young person's own record."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import DateField, GovukForm, LongTextField


class DecidesForThemselves(GovukForm):
    """What somebody decided for themselves; of the younger it asks why they can decide, after everything else."""

    able_because = LongTextField(
        label=_("If they are under 16: why are they able to decide this for themselves?"),
        help_text=_("What they understood and said, in a few words. Your name and the day are kept with it."),
        rows=3,
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, asks_why: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        why = self.fields.pop("able_because")
        if asks_why:
            self.fields["able_because"] = why


class OwnRecordForm(DecidesForThemselves):
    """When they asked for it."""

    agreed_on = DateField(
        label=_("When did they ask for it, or agree?"),
        error_messages={"required": _("Enter the day on which they asked for it or agreed.")},
    )
