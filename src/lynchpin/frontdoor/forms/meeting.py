"""Somebody met at an activity: short enough to fill in on a phone, standing up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import YesNoField
from lynchpin.frontdoor.forms.told import ToldForm
from lynchpin.people.choices import Channel

NOT_ASKED = ("birth_date", "address", "postcode", "when", "voicemail_ok", "language")
WAYS = [choice for choice in Channel.choices if choice[0] in (Channel.PHONE, Channel.TEXT, Channel.EMAIL)]


class MeetingForm(ToldForm):
    """Where, who, what they want, how it is safe to reach them, and whether they agree."""

    hides_optional = True  # what has to be answered depends on where they met and how they may be reached

    venue = forms.ChoiceField(label=_("Where did you meet?"), required=False)
    met_at = forms.CharField(
        label=_("If it is not in the list, where?"),
        help_text=_("For example, coffee morning at the chapel."),
        max_length=160,
        required=False,
    )
    person_agrees = YesNoField(
        label=_("Do they agree that we get in touch?"),
        error_messages={"required": _("Ask them, and say whether they agree.")},
    )

    field_order = ("venue", "met_at", "name", "needs", "in_their_words", "channels", "phone", "email", "must_not_know")

    def __init__(self, *args: Any, venues: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NOT_ASKED:
            del self.fields[name]
        for name, label in MEETING_WORDS.items():
            self.fields[name].label = label
        self.fields["channels"].choices = WAYS  # type: ignore[attr-defined]
        self.fields["venue"].choices = [("", _("Somewhere else")), *((name, name) for name in venues)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not (given.get("venue") or given.get("met_at")) and "met_at" not in self.errors:
            self.add_error("met_at", _("Choose or enter where you met."))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """The answers as the use case takes them: one place, and what is safe as one answer."""
        given = super().told
        return given | {"met_at": given.pop("venue") or given["met_at"]}


MEETING_WORDS = {
    "name": _("What do they like to be called?"),
    "needs": _("What would they like?"),
    "in_their_words": _("In their own words"),
    "channels": _("How is it safe to reach them?"),
    "must_not_know": _("Is there anybody who must not know?"),
}
