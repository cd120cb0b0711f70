"""A small region lived for two years, as the demo lives its own."""

from datetime import UTC, datetime, timedelta

import pytest

from lynchpin.casework.models import Case, Goal, Plan
from lynchpin.demo import ground, staffing
from lynchpin.demo.living import Living
from lynchpin.demo.region import live
from lynchpin.demo.strengths import say_what_is_strong
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.people.choices import FamilyRole
from lynchpin.people.models import FamilyMember, Resident
from lynchpin.places.models import Zone
from lynchpin_world import grow, history
from lynchpin_world.service import events

NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
MONTHS = 24


pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def lived(db):
    region = grow(900, 1, as_at=clock.local_date(NOW))
    told = history(region, 1, MONTHS)
    began = NOW - timedelta(days=MONTHS * 31 + 14)
    with clock.held(began):
        ground.lay(region)
        say_what_is_strong()
        colleagues = staffing.hire("!", since=clock.local_date(began))
    with clock.held(NOW):
        live(Living(region, colleagues, NOW), told, lambda _: None)
    return told


def test_a_lived_region_shows_what_a_service_has(lived):
    returned = {event.person_id for event in lived if isinstance(event, events.ServiceDeclined)}
    referrals = list(Referral.unscoped.filter(resident_id__isnull=False).values_list("resident_id", flat=True))
    assert returned and len(referrals) - len(set(referrals)) >= 1, "whoever comes back is known"
    children = FamilyMember.unscoped.filter(role=FamilyRole.CHILD).values("resident_id")
    grown = Resident.unscoped.exclude(pk__in=children)
    assert grown.count() == len(set(referrals)), "and nobody is welcomed twice"
    assert not Goal.unscoped.filter(measure_key="").exists(), "every goal works towards a measure"
    walked_on = Plan.unscoped.filter(case_id__in=Case.unscoped.open().values("pk"), edition__gt=1)
    assert walked_on.exists(), "plans of people still walked with were looked at again"
    assert all(zone.strengths_en and zone.strengths_cy for zone in Zone.unscoped.all())
