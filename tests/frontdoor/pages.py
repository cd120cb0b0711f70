"""What of a page is compared: what a person reads, without its one-time keys."""

from __future__ import annotations

import re
from typing import Any


def main_of(page: Any) -> str:
    """The main part of a page, without form keys, tokens and references."""
    main = re.search(r"<main.*?</main>", page.content.decode(), re.DOTALL)
    return re.sub(r'[A-Z]-\w{4}-\w{4}|value="[^"]*"', "", main[0])
