"""Uploaded files between the page that took them and the work that reads them."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings

SMALL = 5 * 1024 * 1024  # read while the person waits: well under a second


def put_down(file: Any, suffix: str) -> Path:
    """Write an upload under a name of ours and give its path. The name it came with is not used."""
    folder = Path(settings.DATA_DIR) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{secrets.token_hex(16)}{suffix}"
    with path.open("wb") as opened:
        for chunk in file.chunks():
            opened.write(chunk)
    return path
