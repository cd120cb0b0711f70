"""Giving a partner a link, taking it back, and what a partner sends by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, DateField, EditForm, GovukForm, WholeNumberField
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReturnCause
from lynchpin.frontdoor.forms.told import OpenForm, ReferralForm, TrapForm

LONGEST, MOST = 90, 50  # days, and uses: a link is for a while and for a few; more sending is what an account is for
ANSWERS = (
    (rules.ACCEPTED, _("Yes, we will help")),
    (ReturnCause.DECLINED, _("No, this is not something we can help with")),
    (ReturnCause.NO_CAPACITY, _("No, we have no room")),
    (ReturnCause.WAITING_LIST, _("Not now: we could only offer a waiting list")),
    (ReturnCause.NOT_ELIGIBLE, _("No, they are not eligible with us")),
    (ReturnCause.NOT_REACHED, _("We tried, and could not reach them")),
)  # `rules.ANSWERED_NO` in the provider's own words
NOT_ASKED = ("source", "referrer_may_know")  # a link knows whose it is, and follows nothing up


class GivingForm(GovukForm):
    """For whom, how often and how long."""

    organisation = forms.ChoiceField(
        label=_("Which organisation is it for?"),
        error_messages={"required": _("Choose the organisation that the link is for.")},
    )
    given_to = forms.CharField(
        label=_("Who gets it?"),
        help_text=_("The name of one person there, who keeps it to themselves."),
        max_length=160,
        error_messages={"required": _("Enter the name of the person who gets the link.")},
    )
    uses = WholeNumberField(
        label=_("How many referrals may be sent by it?"),
        min_value=1,
        max_value=MOST,
        initial=5,
        error_messages={"required": _("Enter how many referrals may be sent by it.")},
    )
    days = WholeNumberField(
        label=_("For how many days?"),
        min_value=1,
        max_value=LONGEST,
        initial=14,
        error_messages={"required": _("Enter for how many days it can be used.")},
    )

    def __init__(self, *args: Any, organisations: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [("", _("Choose")), *organisations]  # type: ignore[attr-defined]


class AnswerLinkForm(GovukForm):
    """Who at the provider answers."""

    given_to = forms.CharField(
        label=_("Who gets it?"),
        help_text=_("The name of the person there who answers."),
        max_length=160,
        error_messages={"required": _("Enter the name of the person who gets the link.")},
    )


class RevokingForm(EditForm):
    """Taking a link back needs no words."""


class LinkAnswerForm(TrapForm):
    """What a provider without an account says."""

    hides_optional = True  # a day is needed for a yes only, and its label says so

    answer = ChoiceField(
        label=_("Can you help?"),
        choices=ANSWERS,
        error_messages={"required": _("Say whether you can help.")},
    )
    starts_on = DateField(label=_("If yes: on which day do you start?"), required=False)
    answered_by = forms.CharField(
        label=_("Your name"),
        max_length=160,
        error_messages={"required": _("Enter your name, so that we know whom to ask.")},
    )


class LinkReferralForm(OpenForm, ReferralForm):
    """What a partner sends without an account: the form of every partner, and who fills it in."""

    told_by = forms.CharField(
        label=_("Your name"),
        max_length=160,
        error_messages={"required": _("Enter your name, so that we know whom to ask.")},
    )

    field_order = ("told_by", *ReferralForm.field_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NOT_ASKED:
            del self.fields[name]
