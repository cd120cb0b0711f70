"""Parsing of what people say who looked into a freeze; nothing here saves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import EditForm, ReasonField


class LookIntoFreezeForm(EditForm):
    words = ReasonField(
        label=_("What did you find, and why may the run go on?"),
        help_text=_("Name nobody. Your words are published in the record of profiling, without your name."),
        max_length=400,
    )


class LiftFreezeForm(EditForm):
    words = ReasonField(
        label=_("Why do you agree that it may be approved?"),
        help_text=_("Name nobody. Your words are published in the record of profiling, without your name."),
        max_length=400,
    )
