"""From a fresh clone with nothing installed to the first page of a demo."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import free_port, interrupt, run, seconds_until, started, under
from lynchpin.site.environment import ROOT

PATIENCE = 900
LINE = (
    "From a fresh clone with empty caches, `make demo` shows its first page of a region of 6,000 residents"
    " within 120 seconds on 2 cores."
)


def measure() -> Measurement:
    """Clone the last commit into an empty folder and make its demo there."""
    with TemporaryDirectory() as folder:
        clone, port = Path(folder) / "clone", free_port()
        run(["git", "clone", "--quiet", str(ROOT), str(clone)])
        with started(under(empty_caches(folder), "make", "demo", f"PORT={port}"), clone) as demo:
            seconds = seconds_until(demo, port, "/", PATIENCE)
            left = interrupt(demo)
    figure = f"{seconds:.0f} s; {len(left)} processes left after Ctrl-C"
    note = "Downloads included, from whatever package index the machine uses; uncommitted changes are not in a clone."
    return Measurement(LINE, "lynchpin bench cold", figure, note)


def empty_caches(folder: str) -> dict[str, str]:
    """Every cache that setting up could find something in, elsewhere and empty."""
    names = ("UV_CACHE_DIR", "npm_config_cache", "PIP_CACHE_DIR", "XDG_CACHE_HOME")
    return {name: f"{folder}/caches/{name}" for name in names}
