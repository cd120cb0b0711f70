"""Filters of the queue, and why it leaves the service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, FilterForm, GovukForm
from lynchpin.frontdoor.choices import ExportReason, ReferralSource, ReferralStatus, Urgency
from lynchpin.frontdoor.queries.referrals import REST_OF_COUNTY


class QueueFilter(FilterForm):
    """Urgency, source, cluster and status; without a status, what waits is shown."""

    urgency = ChoicesField(label=_("How soon"), choices=Urgency.choices)
    status = ChoicesField(label=_("Status"), choices=ReferralStatus.choices)
    cluster = forms.ChoiceField(label=_("Cluster"))
    source = ChoicesField(label=_("How it came"), choices=ReferralSource.choices)

    def __init__(self, *args: Any, clusters: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [("", _("All clusters")), *clusters.items(), (REST_OF_COUNTY, _("Outside every cluster"))]
        self.fields["cluster"].choices = named  # type: ignore[attr-defined]


class ExportForm(GovukForm):
    """Why a list of people is taken out of the service."""

    reason = ChoiceField(
        label=_("Why do you need this list outside the service?"),
        help_text=_("Your reason is kept in the access log."),
        choices=ExportReason.choices,
        error_messages={"required": _("Choose why you need this list.")},
    )
