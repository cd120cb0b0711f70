"""Telling what is missing or does not work, joining what says the same, and answering it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.casework.queries.snags import SnagFact, SnagToTell
from lynchpin.casework.snag_choices import SnagAnswer
from lynchpin.face.forms import ChoiceField, ChoicesField, GovukForm, LongTextField


class TellSnagForm(GovukForm):
    """One tap: each kind is a button. Everything else may be left as it is."""

    kind = ChoiceField(
        label=_("What is it?"),
        error_messages={
            "required": _("Choose what is missing or not working."),
            "invalid_choice": _("Choose what is missing or not working."),
        },
    )
    words = LongTextField(
        label=_("In your words"),
        help_text=_("Name nobody: what is missing, and not for whom."),
        rows=2,
        max_length=400,
        required=False,
    )
    cluster = ChoiceField(
        label=_("Which cluster is it about?"),
        required=False,
        error_messages={"invalid_choice": _("Choose which cluster this is about.")},
    )
    line_key = ChoiceField(label=_("Which line of the core offer?"), widget=forms.Select, required=False)
    group_key = ChoiceField(label=_("For which customer group?"), widget=forms.Select, required=False)

    def __init__(self, *args: Any, facts: SnagToTell, **kwargs: Any) -> None:
        first = {"cluster": facts.clusters[0][0]} if facts.clusters else {}
        super().__init__(*args, initial=first, **kwargs)
        offered = {"kind": facts.kinds, "cluster": facts.clusters}
        offered |= {"line_key": (("", gettext("None in particular")), *facts.lines)}
        offered |= {"group_key": (("", gettext("None in particular")), *facts.groups)}
        for name, choices in offered.items():
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]
        if len(facts.clusters) <= 1:
            self.fields["cluster"].widget = forms.HiddenInput()

    @property
    def is_more_than_kinds(self) -> bool:
        """Whether there are lists of lines and groups to choose from."""
        return any(len(self.fields[name].choices) > 1 for name in ("line_key", "group_key"))  # type: ignore[attr-defined]


class JoinSnagsForm(RenewedForm):
    """Which others say the same."""

    others = ChoicesField(
        label=_("Which of these say the same?"), error_messages={"required": _("Choose at least one.")}
    )

    def __init__(self, *args: Any, facts: SnagFact, alike: Sequence[SnagFact], **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": facts.version}, **kwargs)
        self.fields["others"].choices = [(str(each.id), _in_short(each)) for each in alike]  # type: ignore[attr-defined]

    def clean_others(self) -> tuple[int, ...]:
        """Their ids."""
        return tuple(int(other) for other in self.cleaned_data["others"])


class AnswerSnagForm(RenewedForm):
    """What those who said so will read."""

    answer = ChoiceField(
        label=_("What is the answer?"),
        choices=SnagAnswer.choices,
        error_messages={"required": _("Choose an answer.")},
    )
    words = LongTextField(
        label=_("What will be done and by when, where it is, or why it cannot be"),
        rows=3,
        max_length=400,
        error_messages={"required": _("Say what will be done, where it is, or why it cannot be.")},
    )

    def __init__(self, *args: Any, facts: SnagFact, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": facts.version}, **kwargs)


class SeenForm(GovukForm):
    """One button."""


def _in_short(snag: SnagFact) -> str:
    parts = (snag.area or snag.cluster, snag.line, snag.group, snag.words)
    return " – ".join(part for part in parts if part) or snag.kind
