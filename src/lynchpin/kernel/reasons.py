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
    "file_too_large": _("This file is too large. Split it into files of at most %(megabytes)s megabytes each."),
    "file_empty": _("This file has no rows below its header. Choose another file."),
    "file_too_many_rows": _("This file has more than %(rows)s rows. Split it and bring the parts one after another."),
    "file_not_text": _(
        "This file is neither CSV text nor a spreadsheet. Save it as CSV (UTF-8) or XLSX and choose it again."
    ),
    "file_unfolds_too_far": _(
        "This spreadsheet has cells far away from its table. Copy the table into a new sheet, save it and choose it again."
    ),
    "file_encoding": _("This file is not in UTF-8. Save it as CSV (UTF-8) and choose it again."),
    "file_holds_nul": _(
        "This file holds characters that cannot be kept. Save it again as CSV (UTF-8) and choose it again."
    ),
    "file_header_empty": _("Column %(column)s has no name. Give every column a name in the first row."),
    "file_header_twice": _("Two columns have the same name: columns %(first)s and %(second)s. Give each its own name."),
    "file_ragged": _(
        "Line %(line)s has another number of cells than the header. Mend the line and choose the file again."
    ),
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
