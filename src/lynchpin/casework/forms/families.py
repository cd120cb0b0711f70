"""Forms of a team around the family."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.family_words import FamilyOutcome
from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.queries.families.forms import Joining, Leading, Meeting
from lynchpin.casework.queries.families.team import FamilyTeamFacts
from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, GovukForm, LongTextField, YesNoField
from lynchpin.people.choices import Language
from lynchpin.people.forms.own import DecidesForThemselves

NO_ONE: tuple[tuple[Any, Any], ...] = (("", _("Nobody chosen")),)


class FormingForm(GovukForm):
    """The lead professional's role on the team."""

    role = forms.CharField(
        label=_("As what does the lead professional come to the team?"),
        max_length=160,
        initial=_("Lead professional"),
        error_messages={"required": _("Say what their role is.")},
    )


class JoiningForm(GovukForm):
    """A colleague, or a name and an agency."""

    staff_id = forms.TypedChoiceField(
        label=_("Which colleague?"),
        help_text=_("Leave this empty for somebody who has no account here."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    name = forms.CharField(label=_("Or who, from another agency?"), max_length=160, required=False)
    organisation = forms.ChoiceField(label=_("From which agency?"), required=False)
    role = forms.CharField(
        label=_("What is their role?"),
        help_text=_("Such as school nurse. No e-mail address or phone number of theirs is kept."),
        max_length=160,
        error_messages={"required": _("Say what their role is.")},
    )

    def __init__(self, *args: Any, offered: Joining, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_id"].choices = [*NO_ONE, *offered.colleagues]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [("", _("No agency chosen")), *offered.agencies]  # type: ignore[attr-defined]


class LeavingForm(RenewedForm):
    """Who takes over what they still have to do."""

    successor_id = forms.TypedChoiceField(
        label=_("Who takes over what they still have to do?"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, team: FamilyTeamFacts, leaver: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [each for each in team_choices(team) if each[0] != leaver]
        self.fields["successor_id"].choices = [*NO_ONE, *others]  # type: ignore[attr-defined]


class AnswerForm(DecidesForThemselves):
    """What one of the family said."""

    agrees = YesNoField(
        label=_("Do they agree to work with this team, and that its agencies share what is needed for that?"),
        help_text=_(
            "Ask each person alone if you can. A no needs no reason, and they can change their mind at any time."
        ),
        error_messages={"required": _("Choose what they said.")},
    )
    told_on = DateField(
        label=_("When did they say so?"), error_messages={"required": _("Enter the day on which they answered.")}
    )


class AssessmentForm(RenewedForm):
    """The family's assessment, strengths first, with a box for each of them who agreed."""

    held_on = DateField(
        label=_("When did you talk?"), error_messages={"required": _("Enter the day on which you talked.")}
    )
    language = ChoiceField(
        label=_("In which language?"),
        choices=Language.choices,
        error_messages={"required": _("Choose the language in which you talked.")},
    )
    risk_explained = forms.BooleanField(
        label=_("I told them first that a risk to a child is passed on whether or not they agree"), required=False
    )
    strengths = LongTextField(
        label=_("What is going well in this family, and who helps?"),
        rows=4,
        error_messages={"required": _("Write what is going well, in the family's own words.")},
    )
    hopes = LongTextField(
        label=_("What would they like to be different?"),
        rows=4,
        error_messages={"required": _("Write what they would like to be different, in their own words.")},
    )
    hard_now = LongTextField(label=_("What is hard at the moment?"), rows=4, required=False)
    help_wanted = LongTextField(label=_("What help would they like, and from whom?"), rows=4, required=False)

    def __init__(self, *args: Any, team: FamilyTeamFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreed = [kin for kin in team.family if kin.answer == "yes"]
        for kin in self.agreed:
            self.fields[f"voice_{kin.resident_id}"] = LongTextField(
                label=_("What %(name)s says") % {"name": kin.name}, rows=2, required=False
            )

    @property
    def told(self) -> dict[str, Any]:
        """The answers as the use case takes them."""
        answers = dict(self.cleaned_data)
        voices = {kin.resident_id: answers.pop(f"voice_{kin.resident_id}") for kin in self.agreed}
        return answers | {"voices": voices}


class ActionForm(GovukForm):
    """One action: what, who, by when, for whom."""

    what = forms.CharField(
        label=_("What is to be done?"),
        max_length=400,
        error_messages={"required": _("Write what is to be done.")},
    )
    member_id = forms.TypedChoiceField(
        label=_("Who does it?"), coerce=int, error_messages={"required": _("Choose who does it.")}
    )
    due_on = DateField(label=_("By which day?"), error_messages={"required": _("Enter the day by which it is done.")})
    resident_id = forms.TypedChoiceField(label=_("For whom?"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, team: FamilyTeamFacts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member_id"].choices = [*NO_ONE, *team_choices(team)]  # type: ignore[attr-defined]
        agreed = [(kin.resident_id, kin.name) for kin in team.family if kin.answer == "yes"]
        self.fields["resident_id"].choices = [("", _("The whole family")), *agreed]  # type: ignore[attr-defined]


class SettlingForm(RenewedForm):
    """Done, or not to be done any more."""

    done = YesNoField(
        label=_("Is it done?"),
        help_text=_("Choose no if it is not to be done any more."),
        error_messages={"required": _("Choose yes or no.")},
    )
    note = forms.CharField(label=_("What came of it, or why does it stop?"), max_length=400, required=False)


class MeetingForm(RenewedForm):
    """Who came, what was agreed, when they meet again."""

    held_on = DateField(
        label=_("When did the team meet?"), error_messages={"required": _("Enter the day on which the team met.")}
    )
    members = ChoicesField(
        label=_("Who of the team came?"), error_messages={"required": _("Choose who of the team came.")}
    )
    family = ChoicesField(label=_("Who of the family came?"), required=False)
    agreed = LongTextField(
        label=_("What was agreed?"), rows=4, error_messages={"required": _("Write what was agreed.")}
    )
    review_on = DateField(
        label=_("When do you meet again?"),
        help_text=_(
            "Six weeks later at the latest. If you leave this empty, it is the last working day of those weeks."
        ),
        required=False,
    )

    def __init__(self, *args: Any, offered: Meeting, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = today
        self.fields["members"].choices = team_choices(offered.team)  # type: ignore[attr-defined]
        agreed = [(kin.resident_id, kin.name) for kin in offered.team.family if kin.answer == "yes"]
        self.fields["family"].choices = agreed  # type: ignore[attr-defined]
        if not agreed:
            del self.fields["family"]

    def clean_members(self) -> list[int]:
        return [int(chosen) for chosen in self.cleaned_data["members"]]

    def clean_family(self) -> list[int]:
        return [int(chosen) for chosen in self.cleaned_data["family"]]


class OfferForm(RenewedForm):
    """The colleague who is asked."""

    staff_id = forms.TypedChoiceField(
        label=_("Who is to be the lead professional?"),
        help_text=_("The lead stays where it is until they take it."),
        coerce=int,
        error_messages={"required": _("Choose a colleague.")},
    )

    def __init__(self, *args: Any, offered: Leading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_id"].choices = [*NO_ONE, *offered.colleagues]  # type: ignore[attr-defined]


class TakingForm(RenewedForm):
    """Their role on the team."""

    role = forms.CharField(
        label=_("What is your role on this team?"),
        max_length=160,
        initial=_("Lead professional"),
        error_messages={"required": _("Say what your role is.")},
    )


class TeamClosingForm(RenewedForm):
    """How it ended."""

    outcome = ChoiceField(
        label=_("How does it end?"),
        choices=FamilyOutcome.choices,
        error_messages={"required": _("Choose how it ends.")},
    )
    outcome_note = LongTextField(label=_("What has changed for the family?"), rows=3, max_length=400, required=False)


def team_choices(team: FamilyTeamFacts) -> list[tuple[int, str]]:
    """Who is on the team now, with their agency."""
    return [(each.id, f"{each.name} ({each.agency})") for each in team.members if each.left_on is None]
