"""Forms over notices: a filter, and decisions that carry only a version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, EditForm, FilterForm, GovukForm
from lynchpin.notices.choices import NoticeState
from lynchpin.notices.queries import Switch
from lynchpin.notices.tellings import OF_SAFETY, paces_of


class NoticeFilter(FilterForm):
    """Which notices to list."""

    state = ChoiceField(label=_("State"), choices=[("", _("Not sent yet")), *NoticeState.choices])


class NoticeStepForm(EditForm):
    """A step of the notice that is shown."""


class PostLettersForm(GovukForm):
    """The pile that was printed: its references, with spaces between them."""

    references = forms.CharField(
        widget=forms.HiddenInput,
        max_length=1000,
        error_messages={
            "required": _("Open this page again and print what is there. It does not say which letters went.")
        },
    )

    def clean_references(self) -> list[str]:
        return self.cleaned_data["references"].split()


class SwitchDigestsForm(GovukForm):
    """How often one is told of each kind: a field a kind, named by its code."""

    def __init__(self, *args: Any, switches: Sequence[Switch], **kwargs: Any) -> None:
        self.kinds = tuple(switch.kind for switch in switches)
        super().__init__(*args, **kwargs)
        for switch in switches:
            self.fields[switch.kind] = _pace_field(switch)

    @property
    def paces(self) -> dict[str, str]:
        """Kind -> pace, as chosen."""
        return {kind.value: self.cleaned_data[kind] for kind in self.kinds}


def _pace_field(switch: Switch) -> ChoiceField:
    timers = _("Somebody may be at risk, so this cannot be switched off.")
    return ChoiceField(
        label=switch.kind.label,
        choices=[(pace.value, pace.label) for pace in paces_of(switch.kind)],
        initial=switch.pace,
        widget=forms.Select,
        help_text=timers if switch.kind in OF_SAFETY else "",
        error_messages={"required": _("Choose how often you are told of this.")},
    )
