"""The impact assessments of the demo: one in force for the clusters, and one for the zones that waits to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lynchpin.demo.ground import ASSESSMENT
from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import CLUSTERS, DOMAIN
from lynchpin.kernel import clock
from lynchpin.organisations.models import Staff
from lynchpin.profiles.use_cases.confirm_impact_assessment import confirm_impact_assessment
from lynchpin.profiles.use_cases.record_impact_assessment import record_impact_assessment

FOR_CLUSTERS, FOR_ZONES = "Early help in eight clusters (demo)", "Finding where a zone begins (demo)"
ZONES = ["gurnos", "upper_rhondda_fach_zone"]


def assess(colleagues: Colleagues) -> None:
    """The profile owner records both; the data protection officer has confirmed the first."""
    first = _record(colleagues, ASSESSMENT, FOR_CLUSTERS, days=180, cluster_keys=CLUSTERS)
    _record(colleagues, "DPIA-DEMO-02", FOR_ZONES, days=330, zone_keys=ZONES)
    officer = colleagues.named(f"data-protection-officer@{DOMAIN}")
    confirm_impact_assessment(officer, reference=first, version=1, at=clock.now())


def _record(colleagues: Colleagues, number: str, title: str, days: int, **places: Sequence[str]) -> str:
    today = clock.today()
    return record_impact_assessment(
        colleagues.named(f"profile-owner@{DOMAIN}"),
        number=number,
        title=title,
        answerable=_head_of_service(colleagues),
        decided_on=today - timedelta(days=35),
        review_on=today + timedelta(days=days),
        purposes=[title],
        document_place="Invented for this demo",
        at=clock.now(),
        **places,
    )


def _head_of_service(colleagues: Colleagues) -> str:
    staff_id = colleagues.named(f"head-of-service@{DOMAIN}").staff_id
    return str(Staff.unscoped.get(pk=staff_id).reference)
