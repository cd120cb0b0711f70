from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.use_cases.report_concern import report_concern
from tests.support import recorded, refused


def report(actor, concern, **facts):
    given = {"reported_to": "Duty officer", "reported_at": clock.now(), "version": concern.version, "at": clock.now()}
    return report_concern(actor, reference=concern.reference, **given | facts)


def test_a_report_starts_the_24_hours_for_writing(world):
    concern = world.concern(world.resident())
    report(world.safeguarding_lead, concern)
    kept = Concern.unscoped.get(pk=concern.pk)
    assert (kept.status, kept.written_due_at) == ("reported", clock.now() + timedelta(hours=24))
    assert recorded()[-1] == "safeguarding.concern_reported"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"reported_to": " "}, "concern_reported_to_nobody"),
        ({"reported_at": "later"}, "concern_in_future"),
        ({"reported_at": "earlier"}, "concern_before_raised"),
    ],
)
def test_a_report_names_somebody_and_has_its_place_in_time(world, facts, code):
    minute = {"later": timedelta(minutes=1), "earlier": -timedelta(minutes=1)}
    given = {name: clock.now() + minute[value] if value in minute else value for name, value in facts.items()}
    with refused(code):
        report(world.safeguarding_lead, world.concern(world.resident()), **given)


def test_a_concern_is_reported_once(world):
    with refused("concern_moved_on"):
        report(world.safeguarding_lead, world.concern(world.resident(), "reported"))


def test_whoever_is_shut_out_of_the_resident_finds_no_concern(world):
    resident = world.resident()
    concern = world.concern(resident)
    world.restrict(resident, "exclusion", hidden_from=world.safeguarding_lead.staff_id)
    with pytest.raises(NotFound):
        report(world.safeguarding_lead, concern)


def test_reporting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        report(world.worker, world.concern(world.resident()))
