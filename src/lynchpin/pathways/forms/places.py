"""Starting on a pathway, answering its questions, and moving along it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms import RenewedForm
from lynchpin.face.forms import ChoiceField, DateField, FilterForm, GovukForm, LongTextField, YesNoField
from lynchpin.pathways.choices import LeaveReason, PlaceState, Promise
from lynchpin.pathways.rules import Question

ANSWER = "test_"


class StartForm(GovukForm):
    """A question for each test of the first step, and the day."""

    started_on = DateField(
        label=_("When do they start?"), error_messages={"required": _("Enter the day on which they start.")}
    )
    they_asked = YesNoField(
        label=_("Did they ask for this themselves?"),
        error_messages={"required": _("Say whether they asked for this themselves.")},
    )

    def __init__(self, *args: Any, asks: Sequence[tuple[Question, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, of_everybody in asks:
            self.fields[f"{ANSWER}{question.key}"] = YesNoField(
                label=question.asks,
                required=of_everybody,
                error_messages={"required": _("Answer this question with yes or no.")},
            )
        self.order_fields([f"{ANSWER}{question.key}" for question, _of_everybody in asks])

    @property
    def start(self) -> dict[str, Any]:
        """What `start_pathway` takes; a question without an answer is left out."""
        told = dict(self.cleaned_data)
        given = {name: told.pop(name) for name in list(told) if name.startswith(ANSWER)}
        return told | {"answers": {name.removeprefix(ANSWER): said for name, said in given.items() if said is not None}}


class AnswerForm(GovukForm):
    """Yes or no, on a day."""

    answer = YesNoField(label=_("Answer"), error_messages={"required": _("Choose yes or no.")})
    answered_on = DateField(
        label=_("On which day was that so?"), error_messages={"required": _("Enter the day on which that was so.")}
    )

    def __init__(self, *args: Any, asks: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = asks


class DayForm(RenewedForm):
    """On which day it happened: enough to go on after a break, and to complete a pathway."""

    moved_on = DateField(
        label=_("On which day?"), error_messages={"required": _("Enter the day on which it happened.")}
    )


class PauseForm(DayForm):
    """A break has a reason."""

    reason = LongTextField(
        label=_("Why do they need a break?"),
        rows=2,
        max_length=400,
        error_messages={"required": _("Say why, in a few words.")},
    )


class LeavingForm(DayForm):
    """A person's own no needs no words."""

    because = ChoiceField(
        label=_("Why do they leave?"),
        choices=[choice for choice in LeaveReason.choices if choice[0] != LeaveReason.CASE_ENDED],
        error_messages={"required": _("Choose why they leave.")},
    )
    reason = LongTextField(label=_("Anything to remember?"), rows=2, max_length=400, required=False)


class OfferedStep(ChoiceField):
    """One of the steps on offer. The verb judges it: a second press comes when other steps are on offer already."""

    def valid_value(self, value: Any) -> bool:
        return True


class StepUpForm(DayForm):
    """To which step."""

    to_step = OfferedStep(label=_("To which step?"), error_messages={"required": _("Choose a step.")})

    def __init__(self, *args: Any, steps: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_step"].choices = steps  # type: ignore[attr-defined]
        if len(steps) == 1:
            self.fields["to_step"].initial = steps[0][0]
        self.order_fields(["to_step"])


class StepDownForm(StepUpForm):
    """To which step, and why."""

    reason = LongTextField(
        label=_("Why is less, or something gentler, right for them now?"),
        rows=2,
        max_length=400,
        error_messages={"required": _("Say why, in a few words.")},
    )


class ReturnForm(StepUpForm):
    """At which step somebody comes back."""

    they_asked = YesNoField(
        label=_("Did they ask for this themselves?"),
        error_messages={"required": _("Say whether they asked for this themselves.")},
    )


class GuaranteeForm(RenewedForm):
    """When and with whom a guarantee was kept; of an interview, what came of it."""

    given_on = DateField(
        label=_("On which day?"), error_messages={"required": _("Enter the day on which it took place.")}
    )
    given_with = forms.CharField(
        label=_("With which employer or organisation?"),
        max_length=240,
        error_messages={"required": _("Say with which employer or organisation.")},
    )
    offer = YesNoField(
        label=_("Did it bring a job offer at once?"),
        error_messages={"required": _("Say whether the interview brought a job offer at once.")},
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind != Promise.INTERVIEW:
            del self.fields["offer"]


class PlaceFilter(FilterForm):
    """Filters of the list of people on pathways."""

    pathway = forms.ChoiceField(label=_("Pathway"))
    state = ChoiceField(label=_("State"), choices=[("", _("On it now")), *PlaceState.choices])
    step = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, pathways: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pathway"].choices = [("", _("All pathways")), *pathways]  # type: ignore[attr-defined]
