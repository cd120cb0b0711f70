"""Which browser the tests look through."""

from __future__ import annotations

import os
import shutil

SHELLS_FIRST = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
)  # a shell draws the same pages, and starts at once
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def program() -> str | None:
    """The one that the environment names, or the first that is installed."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, SHELLS_FIRST)), None)
