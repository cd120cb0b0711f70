"""Words kept in data in both languages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language


def label(row: Any, stem: str = "label") -> str:
    """A row's words in the active language: `label_cy` in Welsh, `label_en` otherwise and where no Welsh is kept."""
    welsh = (get_language() or "").startswith("cy") and getattr(row, f"{stem}_cy")
    return welsh or getattr(row, f"{stem}_en")
