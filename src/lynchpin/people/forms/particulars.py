"""Who somebody is, where they live, and how it is safe to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.beside import StoredBesideTyped
from lynchpin.face.forms import ChoiceField, ChoicesField, DateField, GovukForm, LongTextField, YesNoField
from lynchpin.people.choices import AliveBecause, Channel, FamilyRole, Language, Sex

LARGEST_FAMILY = 6


class ParticularsFields(forms.Form):
    """The particulars of a person."""

    forename = forms.CharField(
        label=_("First name"), max_length=80, error_messages={"required": _("Enter the first name.")}
    )
    surname = forms.CharField(
        label=_("Last name"), max_length=80, error_messages={"required": _("Enter the last name.")}
    )
    known_as = forms.CharField(label=_("Known as"), max_length=80, required=False)
    birth_date = DateField(label=_("Date of birth"), help_text=_("For example, 27 3 1986"), required=False)
    sex = ChoiceField(label=_("Sex"), choices=Sex.choices, required=False)
    language = ChoiceField(
        label=_("Language to use with this person"),
        choices=[*Language.choices, ("", _("Not asked yet"))],
        required=False,
    )
    phone = forms.CharField(label=_("Phone number"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)


class HomeFields(forms.Form):
    """Where somebody lives. The small area follows from the postcode; it is chosen where the postcode is not listed."""

    address = forms.CharField(label=_("Address"), max_length=240, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    area_code = forms.ChoiceField(
        label=_("Area"),
        help_text=_("Choose an area only when there is no postcode, or the postcode is new."),
        required=False,
    )

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area_code"].choices = [("", _("The postcode says it")), *areas]  # type: ignore[attr-defined]


class AddResidentForm(HomeFields, ParticularsFields, GovukForm):
    """A new resident. `confirmed` is asked once the page has shown people who may be the same."""

    field_order = ("forename", "surname", "known_as", "birth_date", "sex", "language", "phone", "email")
    not_these = forms.BooleanField(
        label=_("I have looked at the people above, and this is none of them"), required=False
    )


class AmendResidentForm(ParticularsFields, StoredBesideTyped):
    """Particulars to put right or complete."""


class MoveResidentForm(HomeFields, StoredBesideTyped):
    """A new home."""

    address = forms.CharField(
        label=_("New address"), max_length=240, error_messages={"required": _("Enter the new address.")}
    )
    moved_on = DateField(label=_("Day of the move"), error_messages={"required": _("Enter the day of the move.")})
    second = YesNoField(
        label=_("Is this a child's second home?"),
        help_text=_("The first home stays as it is. Neither home is shown with the other."),
        error_messages={"required": _("Say whether this is a second home.")},
    )


class DeathForm(StoredBesideTyped):
    """The day on which somebody died."""

    died_on = DateField(
        label=_("On which day did they die?"), error_messages={"required": _("Enter the day on which they died.")}
    )


class AliveForm(StoredBesideTyped):
    """How it turned out that somebody is alive."""

    because = ChoiceField(
        label=_("How was this recorded by mistake?"),
        choices=AliveBecause.choices,
        error_messages={"required": _("Say how it was recorded by mistake.")},
    )


class SafeContactForm(StoredBesideTyped):
    """How it is safe to reach somebody. Every question is asked of the person, in their words."""

    channels = ChoicesField(label=_("Which ways are safe?"), choices=Channel.choices, required=False)
    nobody = forms.BooleanField(label=_("No way is safe: nobody may make contact"), required=False)
    preferred = ChoiceField(
        label=_("Which way is best?"), choices=[*Channel.choices, ("", _("No way is better"))], required=False
    )
    when = forms.CharField(
        label=_("When is a good and safe time?"),
        max_length=160,
        required=False,
        help_text=_("In their words, for example after four on school days."),
    )
    voicemail_ok = YesNoField(
        label=_("Is it safe to leave a voicemail?"),
        error_messages={"required": _("Say whether a voicemail is safe.")},
    )
    letters_discreet = YesNoField(
        label=_("Should letters come in a plain envelope?"),
        error_messages={"required": _("Say whether letters should come in a plain envelope.")},
    )
    must_not_know = forms.CharField(label=_("Who must not know that we are in touch?"), max_length=240, required=False)
    visit_safety = LongTextField(
        label=_("What should a colleague know before a visit?"), max_length=240, rows=3, required=False
    )


class FormFamilyForm(GovukForm):
    """The part of one person in a family, of those at the same address, and of others by their references.

    `housemates`: (reference, name) of each who may be asked about by name.
    """

    own_role = ChoiceField(
        label=_("Part of this person in the family"),
        choices=FamilyRole.choices,
        error_messages={"required": _("Choose the part of this person in the family.")},
    )

    def __init__(self, *args: Any, housemates: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.housemates = {f"with_{reference}": reference for reference, _name in housemates}
        for reference, name in housemates:
            self.fields[f"with_{reference}"] = ChoiceField(
                label=_("Part of %(name)s (%(reference)s), at the same address")
                % {"name": name, "reference": reference},
                choices=[*FamilyRole.choices, ("", _("Not of this family"))],
                required=False,
            )
        for number in range(1, LARGEST_FAMILY):
            shown = {"number": number}
            self.fields[f"other_{number}"] = forms.CharField(
                label=_("Reference of family member %(number)d") % shown,
                max_length=14,
                required=False,
                help_text=_("For example, P-7KQ4-M2XD. The search shows it.") if number == 1 else "",
            )
            self.fields[f"role_{number}"] = forms.ChoiceField(
                label=_("Part of family member %(number)d") % shown, choices=FamilyRole.choices, required=False
            )

    @property
    def others(self) -> list[tuple[str, str]]:
        """(reference as typed, role) of every other member that was named."""
        answers = self.cleaned_data
        at_home = [(reference, answers[name]) for name, reference in self.housemates.items() if answers[name]]
        named = [number for number in range(1, LARGEST_FAMILY) if answers[f"other_{number}"]]
        return at_home + [(answers[f"other_{n}"], answers[f"role_{n}"] or FamilyRole.ADULT) for n in named]


class CheckResidentForm(GovukForm):
    """An exact name and date of birth."""

    forename = forms.CharField(
        label=_("First name"), max_length=80, error_messages={"required": _("Enter the first name.")}
    )
    surname = forms.CharField(
        label=_("Last name"), max_length=80, error_messages={"required": _("Enter the last name.")}
    )
    birth_date = DateField(
        label=_("Date of birth"),
        help_text=_("For example, 27 3 1986"),
        error_messages={"required": _("Enter the date of birth.")},
    )


class SearchForm(forms.Form):
    """What to look for, in the address."""

    q = forms.CharField(max_length=120, required=False, strip=True)
