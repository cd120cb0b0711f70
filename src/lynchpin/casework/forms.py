"""Forms of casework. They parse; they never save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework import rules
from lynchpin.casework.choices import CaseStatus, Complexity, ContactKind, ExportReason, Intensity
from lynchpin.casework.queries.case import GoalFact, PlanFact
from lynchpin.casework.use_cases.agree_plan import PlannedGoal
from lynchpin.face.forms import ChoiceField, DateField, EditForm, FilterForm, GovukForm, LongTextField, WholeNumberField
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.people.choices import Language

MINUTES = [(minutes, str(minutes)) for minutes in (5, 15, 30, 45, 60, 90, 120)]
NEXT_IN_DAYS = [
    ("", _("The usual time")),
    ("1", _("Tomorrow")),
    ("7", _("In a week")),
    ("14", _("In two weeks")),
    ("28", _("In four weeks")),
]
GOALS_ON_THE_FORM = 3
RATINGS = [(str(rating), str(rating)) for rating in range(11)]


class RenewedForm(EditForm):
    """An edit form that can go on after a refusal: the next save answers for what is stored now."""

    def see(self, version: int) -> None:
        """Take the version that the page now shows."""
        if self.is_bound:
            self.data = self.data.copy()
            self.data["version"] = str(version)


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


class ContactForm(GovukForm):
    """A contact in under a minute: everything has a likely answer, and only the kind must be looked at."""

    client_id = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Open this page again before you save. The contact has no number of its own.")},
    )
    kind = ChoiceField(
        label=_("What kind of contact was it?"),
        choices=ContactKind.choices,
        error_messages={"required": _("Choose what kind of contact it was.")},
    )
    minutes = forms.TypedChoiceField(
        label=_("How many minutes, about?"),
        choices=MINUTES,
        coerce=int,
        initial=30,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose about how many minutes it took.")},
    )
    happened_on = DateField(
        label=_("On which day?"), error_messages={"required": _("Enter the day on which the contact took place.")}
    )
    note = LongTextField(label=_("What happened?"), rows=3, required=False)
    next_step = forms.CharField(label=_("What happens next?"), max_length=400, required=False)
    next_in = forms.ChoiceField(
        label=_("When will you be in touch again?"), choices=NEXT_IN_DAYS, widget=forms.RadioSelect, required=False
    )
    goal_id = forms.TypedChoiceField(
        label=_("Which goal was it about?"), coerce=int, empty_value=None, widget=forms.Select, required=False
    )
    made_despite = forms.CharField(
        label=_("Why was it made in a way that is not marked safe?"),
        help_text=_("Only if you were in touch in one of the ways named above."),
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, now: datetime, goals: Sequence[GoalFact], likely_kind: str, **kwargs: Any) -> None:
        self.now = now
        first = {"client_id": uuid4(), "kind": likely_kind, "happened_on": local_date(now)}
        super().__init__(*args, initial=first, **kwargs)
        offered = [(goal.id, goal.in_their_words) for goal in goals]
        self.fields["goal_id"].choices = [("", _("No goal in particular")), *offered]  # type: ignore[attr-defined]

    @property
    def contact(self) -> dict[str, Any]:
        """What `record_contact` takes. A contact of today was now; one of another day was at noon."""
        answers = dict(self.cleaned_data)
        on, days = answers.pop("happened_on"), answers.pop("next_in")
        today = local_date(self.now)
        happened_at = self.now if on == today else datetime.combine(on, time(12), LOCAL)
        return answers | {
            "happened_at": happened_at,
            "next_contact_on": today + timedelta(days=int(days)) if days else None,
        }


class WhatMattersForm(GovukForm):
    """The five headings, strengths first."""

    held_on = DateField(
        label=_("When did you talk?"), error_messages={"required": _("Enter the day of the conversation.")}
    )
    language = ChoiceField(
        label=_("In which language?"),
        choices=Language.choices,
        error_messages={"required": _("Choose the language of the conversation.")},
    )
    strengths = LongTextField(
        label=_("Strengths: what is going well, and who helps?"),
        help_text=_("In their own words, as far as you can."),
        rows=3,
        required=False,
    )
    outcomes = LongTextField(
        label=_("What matters to them?"),
        rows=3,
        error_messages={"required": _("Write what matters to the person, in their own words.")},
    )
    circumstances = LongTextField(label=_("How are things now?"), rows=3, required=False)
    barriers = LongTextField(label=_("What gets in the way?"), rows=3, required=False)
    risks = LongTextField(label=_("What could happen if nothing changes?"), rows=3, required=False)


class PlanForm(RenewedForm):
    """Up to three goals, each in the person's words, with where they are now and a first step."""

    agreed_on = DateField(
        label=_("When was it agreed?"), error_messages={"required": _("Enter the day on which the plan was agreed.")}
    )
    review_on = DateField(
        label=_("When will you look at it together again?"),
        help_text=_("Six weeks later, if you leave this empty."),
        required=False,
    )

    def __init__(
        self, *args: Any, today: date, plan: PlanFact | None, measures: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        first = {"version": plan.edition if plan else 0, "agreed_on": today, "review_on": rules.review_due(today)}
        goals = plan.goals if plan else ()
        super().__init__(*args, initial=first | _first_answers(goals), **kwargs)
        for number in range(1, GOALS_ON_THE_FORM + 1):
            self._add_goal(number, measures)

    @property
    def goals(self) -> list[PlannedGoal]:
        """The goals that have words."""
        numbers = range(1, GOALS_ON_THE_FORM + 1)
        return [self._goal(number) for number in numbers if self.cleaned_data[f"words_{number}"]]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        for number in range(1, GOALS_ON_THE_FORM + 1):
            if answers.get(f"words_{number}") and answers.get(f"start_{number}") == "":
                self.add_error(
                    f"start_{number}", _("Ask the person where they are now, and choose a number from 0 to 10.")
                )
        return answers

    def _add_goal(self, number: int, measures: Sequence[tuple[str, str]]) -> None:
        self.fields[f"words_{number}"] = forms.CharField(
            label=_("Goal %(number)s, in their own words") % {"number": number},
            max_length=400,
            required=number == 1,
            error_messages={"required": _("Write at least one goal in the person's own words.")},
        )
        self.fields[f"start_{number}"] = forms.ChoiceField(
            label=_("Goal %(number)s: where are they now, from 0 (not at all) to 10 (there)?") % {"number": number},
            choices=[("", _("Not asked")), *RATINGS],
            required=False,
        )
        self.fields[f"step_{number}"] = forms.CharField(
            label=_("Goal %(number)s: the first step") % {"number": number}, max_length=400, required=False
        )
        self.fields[f"measure_{number}"] = forms.ChoiceField(
            label=_("Goal %(number)s: what would it count towards?") % {"number": number},
            choices=[("", _("None of these")), *measures],
            required=False,
        )

    def _goal(self, number: int) -> PlannedGoal:
        answers = self.cleaned_data
        return PlannedGoal(
            in_their_words=answers[f"words_{number}"],
            start=int(answers[f"start_{number}"]),
            first_step=answers[f"step_{number}"],
            measure_key=answers[f"measure_{number}"],
        )


class RatingForm(RenewedForm):
    """Where the person says they are now."""

    rating = forms.TypedChoiceField(
        label=_("Where are they now, from 0 (not at all) to 10 (there)?"),
        choices=RATINGS,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a number from 0 to 10.")},
    )


def _first_answers(goals: Sequence[GoalFact]) -> dict[str, Any]:
    first: dict[str, Any] = {}
    for number, goal in enumerate(goals[:GOALS_ON_THE_FORM], start=1):
        first |= {
            f"words_{number}": goal.in_their_words,
            f"start_{number}": str(goal.start),
            f"step_{number}": goal.first_step,
            f"measure_{number}": goal.measure_key,
        }
    return first
