"""What watches over profiling: the run is measured, and a later one is frozen, since half of the school file was missing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin.demo.ground import ASSESSMENT
from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import CLUSTERS, DOMAIN
from lynchpin.kernel import clock
from lynchpin.profiles.feeding import take_in
from lynchpin.profiles.models import RunFreeze
from lynchpin.profiles.running import measure_run, run_profile
from lynchpin.profiles.use_cases.look_into_freeze import look_into_freeze
from lynchpin_world import Region
from lynchpin_world.feeds.workspace import write_workspace

SHORT = "education"
FOUND = "The file stops in the middle of the alphabet of schools. The education service sends it again on Monday."


def measure(colleagues: Colleagues, reference: str, now: datetime) -> None:
    """The profile owner has the approved run measured."""
    with clock.held(now - timedelta(hours=4)):
        measure_run(colleagues.named(f"profile-owner@{DOMAIN}"), reference=reference)


def freeze(region: Region, colleagues: Colleagues, now: datetime) -> None:
    """A school file comes that stops half way; the run over it is frozen, and the data protection officer has looked."""
    with clock.held(now - timedelta(hours=1, minutes=30)):
        send_half_a_file(region, colleagues)
        run_profile(
            colleagues.named(f"profile-owner@{DOMAIN}"),
            impact_assessment=ASSESSMENT,
            cluster_keys=CLUSTERS,
            as_at=clock.today(),
        )
    with clock.held(now - timedelta(minutes=40)):
        look(colleagues)


def send_half_a_file(region: Region, colleagues: Colleagues) -> None:
    """The first half of the rows, under the whole header."""
    officer = colleagues.named(f"admin-officer@{DOMAIN}")
    with TemporaryDirectory() as folder:
        write_workspace(region, Path(folder), lambda _: None)
        whole = Path(folder) / "extracts" / f"{SHORT}.csv"
        header, *rows = whole.read_text("utf-8").splitlines(keepends=True)
        whole.write_text("".join([header, *rows[: len(rows) // 2]]), "utf-8")
        take_in(officer, feed=SHORT, path=whole, as_at=clock.today(), at=clock.now())


def look(colleagues: Colleagues) -> None:
    """The first of two people; the second is waited for."""
    officer = colleagues.named(f"data-protection-officer@{DOMAIN}")
    for frozen in RunFreeze.unscoped.filter(looked_at__isnull=True).order_by("pk"):
        look_into_freeze(officer, reference=frozen.reference, version=frozen.version, words=FOUND, at=clock.now())
