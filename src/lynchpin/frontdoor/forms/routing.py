"""The next edition of the routing rules, agreeing it and setting it aside; and what a month allows for reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoicesField, DateField, EditForm, GovukForm, ReasonField, WholeNumberField
from lynchpin.frontdoor import rules
from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand

PAIRS = tuple((vulnerability, resilience) for vulnerability in rules.VULNERABILITY for resilience in rules.RESILIENCE)


class RoutingForm(GovukForm):
    """A route for each pair of bands, the groups that come first, the day and the reason."""

    first = ChoicesField(
        label=_("Which customer groups come first?"),
        help_text=_("Their families stand before others of the same route. A group changes nobody’s route."),
        required=False,
    )
    valid_from = DateField(
        label=_("From which day?"),
        help_text=_("The first run that is approved on that day or later follows them."),
        error_messages={"required": _("Enter the day from which these rules hold.")},
    )
    reason = ReasonField(label=_("Why? Your reason is kept with this edition."), max_length=400)

    def __init__(
        self,
        *args: Any,
        cells: Mapping[rules.Bands, str],
        groups: Sequence[tuple[str, str]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first"].choices = list(groups)  # type: ignore[attr-defined]
        self.fields["valid_from"].earliest = today  # type: ignore[attr-defined]
        for pair in PAIRS:
            self.fields[field_of(pair)] = _route_field(pair, cells.get(pair, ""))
        self.order_fields([*map(field_of, PAIRS), "first", "valid_from", "reason"])

    @property
    def drafted(self) -> dict[str, Any]:
        """The answers as the use case takes them."""
        given = dict(self.cleaned_data)
        return given | {"cells": {":".join(pair): given.pop(field_of(pair)) for pair in PAIRS}}


def field_of(pair: rules.Bands) -> str:
    """The name of the field of a pair of bands."""
    return "_".join(pair)


def pair_label(pair: rules.Bands) -> str:
    """A pair of bands in words."""
    bands = {"v": VulnerabilityBand(pair[0]).label, "r": ResilienceBand(pair[1]).label}
    return str(_("Vulnerability: %(v)s. Resilience: %(r)s.")) % bands


def _route_field(pair: rules.Bands, held: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=pair_label(pair),
        choices=[(route.value, route.label) for route in rules.SUGGESTIBLE],
        initial=held,
        error_messages={"required": _("Choose a route.")},
    )


class AgreementForm(EditForm):
    """Why a second person agrees."""

    reason = ReasonField(label=_("Why do you agree? Your reason is kept with this edition."), max_length=400)


class SettingAsideForm(EditForm):
    """Setting a draft aside needs no words."""


class AllowanceForm(GovukForm):
    """What a month allows for each cluster, from a day on."""

    minutes_a_candidate = WholeNumberField(
        label=_("How many minutes does one family take to review?"),
        min_value=1,
        max_value=480,
        error_messages={"required": _("Enter how many minutes one family takes.")},
    )
    minutes_a_month = WholeNumberField(
        label=_("How many minutes a month are there for each cluster?"),
        min_value=0,
        max_value=30000,
        error_messages={"required": _("Enter how many minutes a month there are for each cluster.")},
    )
    points_a_case = WholeNumberField(
        label=_("How many points of a caseload does a new case take?"),
        help_text=_("A full caseload is 100 points, and an ordinary case about seven."),
        min_value=1,
        max_value=100,
        error_messages={"required": _("Enter how many points a new case takes.")},
    )
    valid_from = DateField(
        label=_("From which day?"), error_messages={"required": _("Enter the day from which this holds.")}
    )
    reason = ReasonField(label=_("Why? Your reason is kept."), max_length=400)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].earliest = today  # type: ignore[attr-defined]
