"""Forms of outcomes. They parse; they never save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import EndReason
from lynchpin.casework.forms import RenewedForm
from lynchpin.casework.forms.plans import RATINGS
from lynchpin.casework.queries.case import GoalFact
from lynchpin.face.forms import ChoiceField, DateField, FilterForm, GovukForm, LongTextField, Taps
from lynchpin.outcomes.choices import EvidenceKind, ImportKind
from lynchpin.outcomes.periods import in_words
from lynchpin.outcomes.rules import Quarter

QUARTERS_OFFERED = 8
RATING = "rating_"


class OutcomeForm(GovukForm):
    """What changed, when, and how it is known."""

    measure_key = forms.ChoiceField(
        label=_("What changed?"), widget=forms.Select, error_messages={"required": _("Choose what changed.")}
    )
    achieved_on = DateField(label=_("When?"), error_messages={"required": _("Enter the day on which it was achieved.")})
    evidence = ChoiceField(
        label=_("How do you know?"),
        choices=EvidenceKind.choices,
        error_messages={"required": _("Choose how you know.")},
    )
    evidence_note = forms.CharField(label=_("Which document, or who confirmed it?"), max_length=400, required=False)

    def __init__(self, *args: Any, measures: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure_key"].choices = [("", _("Choose")), *measures]  # type: ignore[attr-defined]


class ClosingForm(RenewedForm):
    """Why the case ends, and what the person says of it."""

    reason = ChoiceField(
        label=_("Why does it end?"),
        choices=EndReason.choices,
        error_messages={"required": _("Choose why the case ends.")},
    )
    in_their_words = LongTextField(label=_("What do they say has changed?"), rows=3, required=False)
    no_outcome_because = forms.CharField(label=_("If no outcome is recorded, why not?"), max_length=400, required=False)

    def __init__(self, *args: Any, has_outcomes: bool, goals: Sequence[GoalFact] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_outcomes:
            del self.fields["no_outcome_because"]
        for goal in goals:
            self.fields[f"{RATING}{goal.id}"] = _rating(goal)
        self.order_fields(["reason", *(f"{RATING}{goal.id}" for goal in goals)])

    @property
    def answers(self) -> dict[str, Any]:
        """What closing takes: a goal that nobody was asked about has no rating."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith(RATING)}
        rated = {name: value for name, value in self.cleaned_data.items() if name.startswith(RATING) and value != ""}
        return given | {"ratings": {int(name.removeprefix(RATING)): int(value) for name, value in rated.items()}}


def _rating(goal: GoalFact) -> forms.ChoiceField:
    said = {"goal": goal.in_their_words, "start": goal.start, "latest": goal.latest}
    return forms.ChoiceField(
        label=_("“%(goal)s”: where are they now, from 0 (not at all) to 10 (there)?") % said,
        help_text=_("They began at %(start)s and were last at %(latest)s. Leave it out if they were not asked.") % said,
        choices=RATINGS,
        widget=Taps,
        required=False,
    )


class ScorecardFilter(FilterForm):
    """Which quarter, and of which cluster."""

    quarter = forms.ChoiceField(label=_("Quarter"))
    cluster = forms.ChoiceField(label=_("Cluster"))

    def __init__(self, *args: Any, today: date, clusters: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quarter"].choices = _quarters(today, self.data)  # type: ignore[attr-defined]
        self.fields["cluster"].choices = [("", _("The whole area")), *clusters]  # type: ignore[attr-defined]


class AchievementFilter(FilterForm):
    """Which achievements."""

    measure = forms.ChoiceField(label=_("What changed"))
    quarter = forms.ChoiceField(label=_("Quarter"))

    def __init__(self, *args: Any, today: date, measures: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [("", _("All of them")), *measures]  # type: ignore[attr-defined]
        self.fields["quarter"].choices = [("", _("All of them")), *_quarters(today, self.data)]  # type: ignore[attr-defined]


class UploadForm(GovukForm):
    """A file from a former system."""

    kind = ChoiceField(
        label=_("What does the file hold?"),
        choices=ImportKind.choices,
        error_messages={"required": _("Choose what the file holds.")},
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV in UTF-8, or a spreadsheet (XLSX) of which the first sheet is read. The first row names the columns."
        ),
        error_messages={"required": _("Choose a file.")},
    )


class MappingForm(RenewedForm):
    """Which of their columns holds which of our answers."""

    def __init__(
        self, *args: Any, wanted: Sequence[tuple[str, str, bool]], header: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Not in this file")), *((name, name) for name in header)]
        for name, label, needed in wanted:
            self.fields[f"column_{name}"] = forms.ChoiceField(
                label=label,
                choices=offered,
                required=needed,
                error_messages={"required": _("Choose the column that holds this.")},
            )

    @property
    def mapping(self) -> dict[str, str]:
        """Our columns to theirs."""
        chosen = self.cleaned_data.items()
        return {
            name.removeprefix("column_"): column for name, column in chosen if name.startswith("column_") and column
        }


def _quarters(today: date, asked: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The latest quarters in words, newest first; an older one that the address asks for is offered too."""
    offered = _latest(today)
    older = Quarter.read(str(asked.get("quarter", "")))
    if older and older not in offered:
        offered.append(older)
    return [(str(quarter), in_words(quarter)) for quarter in offered]


def _latest(today: date) -> list[Quarter]:
    quarters = [Quarter.of(today)]
    while len(quarters) < QUARTERS_OFFERED:
        quarters.append(quarters[-1].previous)
    return quarters
