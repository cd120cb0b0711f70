"""Deciding about a plan that somebody else wrote."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lynchpin.casework.forms.editing import RenewedForm
from lynchpin.face.forms import LongTextField


class ApprovalForm(RenewedForm):
    """A word to the writer, if there is one."""

    decided_words = LongTextField(
        label=_("Is there anything to tell the worker?"), rows=2, max_length=400, required=False
    )


class SendingBackForm(RenewedForm):
    """What is missing."""

    decided_words = LongTextField(
        label=_("What is missing?"),
        help_text=_("The worker reads this, and puts it right with the person."),
        rows=3,
        max_length=400,
        error_messages={"required": _("Say what is missing, so that the worker can put it right with the person.")},
    )
