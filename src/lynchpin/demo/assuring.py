"""What watches over profiling: a later run is frozen, since half of the school file was missing, and one person has looked."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from lynchpin.demo.ground import ASSESSMENT
from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import CLUSTERS, DOMAIN
from lynchpin.kernel import clock
from lynchpin.profiles.feeding import receive
from lynchpin.profiles.models import RunFreeze
from lynchpin.profiles.queries.settling import extract_to_settle
from lynchpin.profiles.running import run_profile
from lynchpin.profiles.use_cases.accept_stopped_extract import accept_stopped_extract
from lynchpin.profiles.use_cases.look_into_freeze import look_into_freeze

SHORT = "education"
BELIEVED = "Two comprehensive schools are to join their registers this month, so fewer rows are expected."
FOUND = "The file stops in the middle of the alphabet of schools. The education service sends it again on Monday."


def freeze(extracts: Path, colleagues: Colleagues, now: datetime) -> None:
    """A school file comes that stops half way; the run over it is frozen, and the data protection officer has looked."""
    with clock.held(now - timedelta(hours=1, minutes=30)):
        send_half_a_file(extracts / f"{SHORT}.csv", colleagues)
        run_profile(
            colleagues.named(f"profile-owner@{DOMAIN}"),
            impact_assessment=ASSESSMENT,
            cluster_keys=CLUSTERS,
            as_at=clock.local_date(now),
        )
    with clock.held(now - timedelta(minutes=40)):
        look(colleagues)


def send_half_a_file(whole: Path, colleagues: Colleagues) -> None:
    """The first half of the rows, under the whole header. It is stopped, and accepted all the same by a second person in good faith."""
    header, *rows = whole.read_text("utf-8").splitlines(keepends=True)
    whole.write_text("".join([header, *rows[: len(rows) // 2]]), "utf-8")
    officer = colleagues.named(f"admin-officer@{DOMAIN}")
    reference = receive(officer, feed=SHORT, path=whole, as_at=clock.today(), at=clock.now())
    owner = colleagues.named(f"profile-owner@{DOMAIN}")
    version = extract_to_settle(owner, reference).version
    accept_stopped_extract(owner, reference=reference, version=version, reason=BELIEVED, at=clock.now())


def look(colleagues: Colleagues) -> None:
    """The first of two people; the second is waited for."""
    officer = colleagues.named(f"data-protection-officer@{DOMAIN}")
    for frozen in RunFreeze.unscoped.filter(looked_at__isnull=True).order_by("pk"):
        look_into_freeze(officer, reference=frozen.reference, version=frozen.version, words=FOUND, at=clock.now())
