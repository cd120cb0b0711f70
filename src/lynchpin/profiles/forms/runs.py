"""Parsing of commissions; nothing here saves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, EditForm, FilterForm, GovukForm

Choices = Sequence[tuple[str, str]]


class ChooseAssessmentForm(FilterForm):
    """Under which impact assessment a run is: chosen first, as purposes and places follow it."""

    assessment = ChoiceField(label=_("Under which impact assessment?"))

    def __init__(self, *args: Any, assessments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessment"].choices = list(assessments)  # type: ignore[attr-defined]


class CommissionProfileRunForm(GovukForm):
    """What for, and over whom, of what its impact assessment covers."""

    purpose = ChoiceField(
        label=_("What is the run for?"), error_messages={"required": _("Choose what the run is for.")}
    )
    cluster_keys = ChoicesField(label=_("Clusters"), required=False)
    zone_keys = ChoicesField(label=_("Zones"), required=False)

    def __init__(self, *args: Any, purposes: Sequence[str], clusters: Choices, zones: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [(each, each) for each in purposes]  # type: ignore[attr-defined]
        for name, offered in (("cluster_keys", clusters), ("zone_keys", zones)):
            self.fields[name].choices = list(offered)  # type: ignore[attr-defined]
            if not offered:
                del self.fields[name]
        if len(purposes) == 1:
            del self.fields["purpose"]


class RunForm(EditForm):
    """One button over what is there: approve it, confirm it, or stop it."""
