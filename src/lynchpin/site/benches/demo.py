"""How soon a demo that was made before answers again, and what Ctrl-C leaves of it."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.processes import free_port, interrupt, program, run, seconds_until, started, under

RESIDENTS = 600
PATIENCE = 60
LINE = "A demo that was made before answers within 6 seconds of being started again, and Ctrl-C leaves nothing running."


def measure() -> Measurement:
    """Make a small demo, start it again, ask its first pages, and stop it as somebody at a terminal does."""
    with TemporaryDirectory() as folder:
        settings, port = {"LYNCHPIN_DATA_DIR": folder}, free_port()
        run(under(settings, program("lynchpin"), "demo", "--no-serve", "--residents", str(RESIDENTS)))
        with started(under(settings, program("lynchpin"), "demo", "--port", str(port))) as demo:
            health = seconds_until(demo, port, "/healthz", PATIENCE)
            page = health + seconds_until(demo, port, "/", PATIENCE)
            left = interrupt(demo)
    figure = f"{health:.1f} s to /healthz, {page:.1f} s to the first page; {len(left)} processes left after Ctrl-C"
    return Measurement(LINE, "lynchpin bench demo", figure, f"A region of {RESIDENTS:,} residents.")
