"""Filters of a list of cases, and why it is taken out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import CaseStatus, ExportReason
from lynchpin.face.forms import ChoiceField, FilterForm, GovukForm


class CaseFilter(FilterForm):
    """Filters of the caseload."""

    show = ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("All of them")),
            ("due", _("Contact is due")),
            ("silent", _("No contact for 14 days")),
            ("waiting", _("Waiting for a worker")),
        ],
    )
    status = ChoiceField(
        label=_("Status"), choices=[*CaseStatus.choices, ("all", _("Open and closed"))], initial="open"
    )


class ExportForm(GovukForm):
    """Why a list is taken out."""

    reason = ChoiceField(
        label=_("Why do you need this file?"),
        choices=ExportReason.choices,
        help_text=_("The reason is kept in the access log, with your name and the people on the list."),
        error_messages={"required": _("Choose why you need this file.")},
    )
