"""Forms about signing in, colleagues, roles, agreements and programmes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    EditForm,
    FilterForm,
    GovukForm,
    PlainSpokenForm,
    WholeNumberField,
    YesNoField,
)
from lynchpin.organisations import rules
from lynchpin.organisations.choices import AgreementKind, LegalBasis, Purpose, ReachKind, RevocationReason, Role

Pairs = Sequence[tuple[str, str]]
PASSWORD_BYTES = 500  # a longer one would only tire the hasher


class SignInForm(PlainSpokenForm, LoginForm):
    """allauth's form in our words. There is no "remember me": a session ends with the working day at the latest."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=PASSWORD_BYTES,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Enter your password.")},
    )
    remember = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.EmailField(
            label=_("E-mail address"),
            widget=forms.EmailInput(attrs={"autocomplete": "username"}),
            error_messages={
                "required": _("Enter your e-mail address."),
                "invalid": _("Enter an email address in the form name@example.com."),
            },
        )

    def clean(self) -> dict[str, Any]:
        return (super().clean() or {}) | {"remember": False}  # allauth asks for it


class ChooseRoleForm(GovukForm):
    """Under which of several roles to act."""

    assignment_id = ChoiceField(
        label=_("Your role"), error_messages={"required": _("Choose the role that you want to act under.")}
    )

    def __init__(self, *args: Any, roles: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignment_id"].choices = roles  # type: ignore[attr-defined]


class StaffFilter(FilterForm):
    role = forms.ChoiceField(label=_("Role"), choices=[("", _("Every role")), *Role.choices])


class AddAccountForm(GovukForm):
    """A new colleague; their role is given by another person."""

    name = forms.CharField(label=_("Name"), max_length=160, error_messages={"required": _("Enter the person's name.")})
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Their work address. They sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the person's work e-mail address.")},
    )
    organisation = forms.ChoiceField(
        label=_("Organisation"), error_messages={"required": _("Choose the organisation that they work for.")}
    )
    speaks_welsh = YesNoField(
        label=_("Do they work in Welsh?"), error_messages={"required": _("Say whether they work in Welsh.")}
    )
    works_percent = WholeNumberField(
        label=_("Share of full time"),
        help_text=_("Per cent, such as 60 for three days a week."),
        min_value=1,
        max_value=100,
        initial=100,
        error_messages={"required": _("Enter the share of full time that they work.")},
    )
    password = forms.CharField(
        label=_("First password"),
        help_text=_("At least 12 characters. Tell it to them yourself, never by e-mail."),
        strip=False,
        max_length=PASSWORD_BYTES,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[validate_password],
        error_messages={"required": _("Enter a first password.")},
    )

    def __init__(self, *args: Any, organisations: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [("", _("Choose one")), *organisations]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The password leaves the form only as a hash."""
        given = dict(self.cleaned_data)
        if password := given.pop("password", ""):
            given["password_hash"] = make_password(password)
        return given


class AssignRoleForm(GovukForm):
    """A role, its days, and the places it covers."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("Choose one")), *Role.choices],
        error_messages={"required": _("Choose a role.")},
    )
    clusters = ChoicesField(label=_("Clusters"), required=False)
    zones = ChoicesField(label=_("Zones"), required=False)
    from_on = DateField(label=_("First day"), error_messages={"required": _("Enter the first day of the role.")})
    to_on = DateField(label=_("Last day"), required=False, help_text=_("Leave empty when no end is known."))

    def __init__(self, *args: Any, places: Mapping[str, Pairs], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, kind in (("clusters", ReachKind.CLUSTER), ("zones", ReachKind.ZONE)):
            self.fields[name].choices = places[kind]  # type: ignore[attr-defined]
            if not places[kind]:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        reach = {ReachKind.CLUSTER: given.pop("clusters", []), ReachKind.ZONE: given.pop("zones", [])}
        needed = rules.PLACE_OF_ROLE.get(given.get("role", ""))
        if needed == ReachKind.CLUSTER and not reach[needed] and "clusters" in self.fields:
            self.add_error("clusters", _("Choose at least one cluster for this role."))
        if needed == ReachKind.ZONE and not reach[needed] and "zones" in self.fields:
            self.add_error("zones", _("Choose at least one zone for this role."))
        return given | {"reach": {str(kind): keys for kind, keys in reach.items() if keys}}


class EndRoleForm(EditForm):
    """One press; the version says which state of the assignment was on the screen."""

    assignment_id = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": _("Open the page again.")})


class FeedForm(FilterForm):
    """Which feed an agreement is about: chosen first, as the fields depend on it."""

    feed = forms.ChoiceField(label=_("Feed"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, feeds: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feed"].choices = feeds  # type: ignore[attr-defined]


class SignAgreementForm(GovukForm):
    """What was signed on paper: with whom, for what, which fields, and until when."""

    partner = forms.ChoiceField(label=_("Partner"), error_messages={"required": _("Choose the partner.")})
    kind = ChoiceField(
        label=_("Kind of agreement"),
        choices=AgreementKind.choices,
        error_messages={"required": _("Choose the kind of agreement.")},
    )
    purposes = ChoicesField(
        label=_("Purposes"),
        choices=Purpose.choices,
        error_messages={"required": _("Choose what the data may be used for.")},
    )
    fields_shared = ChoicesField(
        label=_("Fields"),
        help_text=_("Untick what the agreement does not name."),
        error_messages={"required": _("Choose the fields that may be shared.")},
    )
    legal_basis = ChoicesField(
        label=_("Legal basis"),
        choices=LegalBasis.choices,
        error_messages={"required": _("Choose what the sharing rests on in law.")},
    )
    power_to_disclose = forms.CharField(
        label=_("Power to disclose"),
        help_text=_("The Act and section that let the partner share. A legal basis is not yet a power."),
        max_length=200,
        error_messages={"required": _("Name the power under which the partner may share.")},
    )
    impact_assessment = forms.CharField(
        label=_("Impact assessment"),
        help_text=_("Its reference in the council's records."),
        max_length=60,
        error_messages={"required": _("Give the reference of the impact assessment.")},
    )
    starts_on = DateField(label=_("First day"), error_messages={"required": _("Enter the first day.")})
    ends_on = DateField(label=_("Last day"), error_messages={"required": _("Enter the last day.")})
    review_on = DateField(label=_("Review"), error_messages={"required": _("Enter the day of the review.")})
    retention_days = WholeNumberField(
        label=_("Days for which files are kept"),
        min_value=1,
        max_value=3650,
        initial=90,
        error_messages={"required": _("Enter for how many days files may be kept.")},
    )

    def __init__(self, *args: Any, partners: Pairs, fields_of_feed: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].choices = [("", _("Choose one")), *partners]  # type: ignore[attr-defined]
        self.fields["fields_shared"].choices = fields_of_feed  # type: ignore[attr-defined]
        self.fields["fields_shared"].initial = [name for name, _label in fields_of_feed]

    def clean(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return given | {"fields": given.pop("fields_shared", [])}


class RevokeAgreementForm(EditForm):
    reason = ChoiceField(
        label=_("Why is it revoked?"),
        choices=RevocationReason.choices,
        error_messages={"required": _("Choose why the agreement is revoked.")},
    )


class SwitchOnProgrammeForm(EditForm):
    live_from = DateField(
        label=_("First day"), error_messages={"required": _("Enter the day from which work is recorded under it.")}
    )
