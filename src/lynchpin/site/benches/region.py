"""The pages of every day in a small region and in one of benchmark size, each in a throwaway PostgreSQL of its own."""

from __future__ import annotations

import json
import sys
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.site.benches.processes import run, under
from lynchpin.site.benches.writers import BESIDE_POSTGRESQL

SETTINGS = "lynchpin.site.benches.settings"
RACE = (sys.executable, "-m", "lynchpin.site.benches.page_race")


def paced(scale: str) -> dict[str, Any]:
    """What the race said of a demo of that scale: `sizes` by name, and `pages`."""
    with TemporaryDirectory() as folder:
        settings = {"LYNCHPIN_DATA_DIR": folder, "LYNCHPIN_DEMO": "true", "DJANGO_SETTINGS_MODULE": SETTINGS}
        return json.loads(run(under(settings, *BESIDE_POSTGRESQL, *RACE, scale)).splitlines()[-1])


def told(small: dict[str, Any], large: dict[str, Any]) -> str:
    """Both in words: how large the region is, then each page with its statements, their growth, and its time."""
    before = {page["page"]: page["statements"] for page in small["pages"]}
    sizes = ", ".join(f"{number:,} {name}" for name, number in large["sizes"].items())
    return f"in a region of {sizes}: " + ", ".join(_page(page, before.get(page["page"])) for page in large["pages"])


def _page(page: dict[str, Any], before: int | None) -> str:
    grown = "" if before is None else f" ({page['statements'] - before:+d} since the small region)"
    times = f"{page['ratio']:.1f} times the bench page, {page['own']:.0f} ms beside {page['floor']:.0f}"
    return f"{page['page']} {page['statements']} statements{grown}, {times}"
