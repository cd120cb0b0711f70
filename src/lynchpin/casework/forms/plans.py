"""A plan and its goals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework import rules
from lynchpin.casework.choices import RatingOccasion
from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.queries.case import GoalFact
from lynchpin.casework.queries.forms import GoalToRate, PlanToAgree
from lynchpin.casework.use_cases.agree_plan import PlannedGoal
from lynchpin.face.beside import Stored
from lynchpin.face.forms import ChoiceField, DateField, Taps

GOALS_ON_THE_FORM = 3
ASKED_AGAIN = (RatingOccasion.REVIEW, RatingOccasion.BETWEEN, RatingOccasion.END)
NOT_RATED = _("Ask the person where they are now, and choose a number from 0 to 10.")
RATINGS = [(str(rating), str(rating)) for rating in range(11)]


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
        self,
        *args: Any,
        today: date,
        measures: Sequence[tuple[str, str]],
        wellbeing: Sequence[tuple[str, str]] = (),
        goals: int = GOALS_ON_THE_FORM,
        **kwargs: Any,
    ) -> None:
        first = {"agreed_on": today, "review_on": rules.review_due(today)}
        super().__init__(*args, initial=first, **kwargs)
        self.numbers = range(1, max(goals, GOALS_ON_THE_FORM) + 1)
        for number in self.numbers:
            self._add_goal(number, measures, wellbeing)

    @property
    def goals(self) -> list[PlannedGoal]:
        """The goals that have words."""
        return [self._goal(number) for number in self.numbers if self.cleaned_data[f"words_{number}"]]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        for number in self.numbers:
            if answers.get(f"words_{number}") and answers.get(f"start_{number}") == "":
                self.add_error(f"start_{number}", NOT_RATED)
        return answers

    def _add_goal(self, number: int, measures: Sequence[tuple[str, str]], wellbeing: Sequence[tuple[str, str]]) -> None:
        self.fields[f"words_{number}"] = forms.CharField(
            label=_("Goal %(number)s, in their own words") % {"number": number},
            max_length=400,
            required=number == 1,
            error_messages={"required": _("Write at least one goal in the person's own words.")},
        )
        self.fields[f"start_{number}"] = forms.ChoiceField(
            label=_("Goal %(number)s: where are they now, from 0 (not at all) to 10 (there)?") % {"number": number},
            choices=[("", _("Not asked")), *RATINGS],
            required=number == 1,  # as its goal: what is asked for is not called optional
            error_messages={"required": NOT_RATED},
        )
        self.fields[f"step_{number}"] = forms.CharField(
            label=_("Goal %(number)s: the first step") % {"number": number}, max_length=400, required=False
        )
        self.fields[f"measure_{number}"] = forms.ChoiceField(
            label=_("Goal %(number)s: what would it count towards?") % {"number": number},
            choices=[("", _("None of these")), *measures],
            required=False,
        )
        self.fields[f"wellbeing_{number}"] = forms.ChoiceField(
            label=_("Goal %(number)s: which well-being goal of the Act does it serve most?") % {"number": number},
            choices=[("", _("None of these")), *wellbeing],
            required=False,
        )

    def _goal(self, number: int) -> PlannedGoal:
        answers = self.cleaned_data
        return PlannedGoal(
            in_their_words=answers[f"words_{number}"],
            start=int(answers[f"start_{number}"]),
            first_step=answers[f"step_{number}"],
            measure_key=answers[f"measure_{number}"],
            wellbeing_goal_key=answers[f"wellbeing_{number}"],
        )


class RatingForm(RenewedForm):
    """Where the person says they are now."""

    rating = forms.TypedChoiceField(
        label=_("Where are they now, from 0 (not at all) to 10 (there)?"),
        choices=RATINGS,
        coerce=int,
        widget=Taps,
        error_messages={"required": _("Choose a number from 0 to 10.")},
    )
    occasion = ChoiceField(
        label=_("When was this asked?"),
        choices=[(each.value, each.label) for each in ASKED_AGAIN],
        required=False,
    )

    def clean_occasion(self) -> str:
        return self.cleaned_data["occasion"] or RatingOccasion.BETWEEN.value


def stored_plan(facts: PlanToAgree) -> Stored:
    """The newest edition as answers of the plan form; what it has no goal for is empty."""
    plan = facts.plan
    if plan is None:
        return Stored(0, {})
    days = {"agreed_on": plan.agreed_on, "review_on": plan.review_on}
    goals = [*plan.goals, *[None] * (GOALS_ON_THE_FORM - len(plan.goals))]
    answers = [_answers(number, goal) for number, goal in enumerate(goals, start=1)]
    return Stored(
        plan.edition, {key: value for each in (days, *answers) for key, value in each.items()}, facts.by, facts.at
    )


def stored_rating(facts: GoalToRate) -> Stored:
    """The newest rating as an answer of its form."""
    return Stored(facts.goal.version, {"rating": facts.goal.latest}, facts.by, facts.at)


def _answers(number: int, goal: GoalFact | None) -> dict[str, Any]:
    return {
        f"words_{number}": goal.in_their_words if goal else "",
        f"start_{number}": str(goal.latest) if goal else "",
        f"step_{number}": goal.first_step if goal else "",
        f"measure_{number}": goal.measure_key if goal else "",
        f"wellbeing_{number}": goal.wellbeing_goal_key if goal else "",
    }
