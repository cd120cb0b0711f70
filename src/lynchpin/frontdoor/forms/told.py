"""What somebody tells us: the public form and the form of professionals, which ask the same things of safe contact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, GovukForm, LongTextField, YesNoField
from lynchpin.frontdoor.choices import Need, ReferralSource, Urgency
from lynchpin.people.choices import Channel, Language

SAFE_CONTACT: dict[str, Any] = {"channels": (), "when": "", "voicemail_ok": None, "must_not_know": ""}  # if not asked
NEEDED_FOR = {
    Channel.PHONE: ("phone", _("Enter a phone number, so that we can ring.")),
    Channel.TEXT: ("phone", _("Enter a phone number, so that we can send a text message.")),
    Channel.EMAIL: ("email", _("Enter an e-mail address, so that we can write.")),
    Channel.LETTER: ("address", _("Enter an address, so that we can send a letter.")),
    Channel.VISIT: ("address", _("Enter an address, so that we can visit.")),
}
PROFESSIONAL_SOURCES = [choice for choice in ReferralSource.choices if choice[0] not in ("RS1", "RS5")]


class TrapForm(GovukForm):
    """A form that anybody may send: a field that nobody sees is filled in by machines only."""

    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("This form was filled in by a machine. Open the page again and type your answers."))
        return ""


class ToldForm(GovukForm):
    """What both forms ask."""

    name = forms.CharField(max_length=160, error_messages={"required": _("Enter a name.")})
    needs = ChoicesField(choices=Need.choices, error_messages={"required": _("Choose at least one thing.")})
    in_their_words = LongTextField(required=False, max_length=2000, rows=4)
    channels = ChoicesField(choices=Channel.choices, error_messages={"required": _("Choose at least one safe way.")})
    phone = forms.CharField(label=_("Phone number"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    address = forms.CharField(label=_("Address"), max_length=240, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    when = forms.CharField(max_length=160, required=False)
    voicemail_ok = YesNoField(label=_("Is it safe to leave a voicemail?"), required=False)
    must_not_know = forms.CharField(max_length=240, required=False)
    language = ChoiceField(choices=Language.choices, error_messages={"required": _("Choose a language.")})
    birth_date = DateField(label=_("Date of birth"), help_text=_("For example, 27 3 1986"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for channel in given.get("channels", ()):
            field, sentence = NEEDED_FOR[channel]
            if not given.get(field) and field not in self.errors:
                self.add_error(field, sentence)
        return given

    @property
    def told(self) -> dict[str, Any]:
        """The answers as the use case takes them: what is safe as one answer, and none where nobody was asked."""
        given = dict(self.cleaned_data)
        safe = {name: given.pop(name, unasked) for name, unasked in SAFE_CONTACT.items()}
        return given | {"safe_contact": safe if any(safe.values()) else {}}


class OpenForm(TrapForm, ToldForm):
    """What anybody may send."""

    @property
    def told(self) -> dict[str, Any]:
        given = super().told
        return {name: value for name, value in given.items() if name != "website"}


class HelpForm(OpenForm):
    """For anybody, without an account. Short: what is not needed to begin is not asked."""

    asked_for_self = YesNoField(
        label=_("Are you asking for yourself?"),
        error_messages={"required": _("Say whether you are asking for yourself or for someone else.")},
    )
    told_by = forms.CharField(
        label=_("If not, who are you?"),
        help_text=_("Your name, and how you know the person. Ask them first, if you can."),
        max_length=160,
        required=False,
    )
    field_order = ("asked_for_self", "told_by", "name", "needs", "in_their_words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint, required) in HELP_WORDS.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            if required:
                field.error_messages["required"] = required


HELP_WORDS: dict[str, tuple[Any, Any, Any]] = {
    "name": (
        _("Name of the person who wants help"),
        "",
        _("Enter a name. It can be the one you like to be called by."),
    ),
    "needs": (
        _("What would you like help with?"),
        _("Choose all that fit."),
        _("Choose at least one thing. If nothing fits, choose something else."),
    ),
    "in_their_words": (_("Tell us more, in your own words"), _("A few words are enough."), None),
    "channels": (
        _("How is it safe to reach you?"),
        _("We use only the ways that you choose. If you ask for someone else, choose what is safe for them."),
        _("Choose at least one way to reach you that is safe."),
    ),
    "when": (_("When is a good and safe time?"), _("For example, weekdays before three."), None),
    "must_not_know": (
        _("Is there anybody who must not know that you asked?"),
        _("For example, my partner. We will take care that they do not find out."),
        None,
    ),
    "language": (
        _("Which language should we use with you?"),
        "",
        _("Choose the language that we should use with you."),
    ),
}


class ReferralForm(ToldForm):
    """For colleagues and partners."""

    source = ChoiceField(
        label=_("How does this come to us?"),
        choices=PROFESSIONAL_SOURCES,
        initial=ReferralSource.PROFESSIONAL,
        error_messages={"required": _("Choose how this comes to us.")},
    )
    person_agrees = YesNoField(
        label=_("Does the person know of this, and agree that we get in touch?"),
        error_messages={"required": _("Say whether the person agrees. If you have not asked, choose no.")},
    )
    urgency = ChoiceField(
        label=_("How soon?"),
        choices=Urgency.choices,
        initial=Urgency.ROUTINE,
        error_messages={"required": _("Choose how soon this has to be looked at.")},
    )
    steps_down_from = forms.CharField(
        label=_("If they are stepping down from a service, which?"),
        help_text=_("For example, the intensive family support team."),
        max_length=160,
        required=False,
    )
    what_was_tried = LongTextField(
        label=_("What has been done or tried already?"),
        help_text=_("So that nobody has to tell it again."),
        required=False,
        max_length=2000,
        rows=4,
    )
    referrer_may_know = YesNoField(
        label=_("Does the person agree that you are told when we have been in touch, and when help starts and ends?"),
        help_text=_("Without their yes you see that it came and that it has ended."),
        required=False,
    )

    field_order: Sequence[str] = (
        "source",
        "name",
        "birth_date",
        "address",
        "postcode",
        "person_agrees",
        "referrer_may_know",
        "needs",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channels"].required = self.fields["language"].required = False
        for name, (label, required) in REFERRAL_WORDS.items():
            self.fields[name].label = label
            if required:
                self.fields[name].error_messages["required"] = required

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("steps_down_from") and not given.get("what_was_tried") and "what_was_tried" not in self.errors:
            self.add_error("what_was_tried", _("Say what was done together, so that nobody has to tell it again."))
        return given


REFERRAL_WORDS: dict[str, tuple[Any, Any]] = {
    "name": (_("Name of the person"), _("Enter the name of the person.")),
    "needs": (
        _("What would they like help with?"),
        _("Choose at least one thing. If nothing fits, choose something else."),
    ),
    "in_their_words": (_("What matters to them, in their own words"), None),
    "channels": (_("How is it safe to reach them?"), None),
    "when": (_("When is a good and safe time?"), None),
    "must_not_know": (_("Is there anybody who must not know?"), None),
    "language": (_("Which language should we use with them?"), None),
}
