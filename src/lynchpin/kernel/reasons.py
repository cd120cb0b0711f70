"""Sentences for reason codes. Each room keeps its own in `choices.SENTENCES`; they meet here, and no code may mean two things."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from lynchpin.kernel.errors import Reason

SENTENCES: dict[str, Any] = {}

OWN = {
    "changed_meanwhile": _(
        "Someone else changed this while you had it open. Check what is stored now, then save again."
    ),
    "form_used_by_other": _("This form was already sent from another account. Open the page again."),
    "form_told_otherwise": _(
        "This form was already sent with other answers. Open the page again, see what was kept, and change it there."
    ),
    "answer_pending": _("This form is still being saved. Wait a moment, then open the page again."),
}


def gather() -> None:
    """Collect the sentences of every installed room.

    Raises `ValueError` when two rooms use one code for different sentences.
    """
    SENTENCES.update(OWN)
    for config in apps.get_app_configs():
        if config.name.startswith("lynchpin.") and find_spec(f"{config.name}.choices"):
            for code, sentence in getattr(import_module(f"{config.name}.choices"), "SENTENCES", {}).items():
                _keep(code, sentence)


def _keep(code: str, sentence: Any) -> None:
    if SENTENCES.setdefault(code, sentence) is not sentence:
        raise ValueError(f"reason code {code!r} has two sentences")


def sentence(reason: Reason) -> str:
    """The sentence for a reason in the active language."""
    return str(SENTENCES[reason.code]) % reason.params
