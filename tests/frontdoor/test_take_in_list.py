"""A list is taken in whole: one referral a person, one record in the trail, and nothing of the file kept behind."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Referral, ReferralList, TimelineEntry
from lynchpin.frontdoor.use_cases.take_in_list import take_in_list
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.kernel.models import AuditEvent
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.frontdoor.lists import ANEIRIN, BRIALLEN, staged
from tests.support import refused, trail


def take_in(actor, kept):
    return take_in_list(actor, reference=kept.reference, version=kept.version, at=NOON)


def test_everybody_has_a_referral_with_its_clocks_and_waits_to_be_looked_at(world):
    assert take_in(world.central, staged(world)) == 2
    first = Referral.unscoped.get(told_name="Aneirin Probert")
    assert (first.source, first.from_organisation_id, first.person_agrees) == ("RS4", "school", True)
    assert (first.status, first.resident_id, first.due_at is None) == ("received", None, False)
    assert Referral.unscoped.get(told_name="Briallen Cadwaladr").person_agrees is None
    assert TimelineEntry.unscoped.filter(kind="listed").count() == 2


def test_the_trail_has_one_record_with_the_counts(world):
    kept = staged(world)
    before = AuditEvent.unscoped.count()
    take_in(world.central, kept)
    assert AuditEvent.unscoped.count() == before + 1
    assert trail("frontdoor.list_taken_in") == [{"read": 2, "accepted": 2}]


def test_nothing_of_the_file_is_kept_behind(world):
    take_in(world.central, staged(world))
    kept = ReferralList.unscoped.get()
    assert (kept.state, kept.rows, kept.faults, kept.read, kept.accepted) == ("taken-in", [], [], 2, 2)


def test_while_a_line_needs_attention_nobody_is_taken_in(world):
    kept = staged(world, ANEIRIN, "A,B,31/02/1986,,,,")
    with refused("list_has_faults"):
        take_in(world.central, kept)
    assert not Referral.unscoped.exists()


def test_a_list_is_taken_in_once_and_its_file_is_not_brought_again(world):
    take_in(world.central, staged(world))
    with refused("list_taken_in_already"):
        take_in(world.central, ReferralList.unscoped.get())
    with refused("list_taken_in_already"):
        staged(world)
    assert Referral.unscoped.count() == 2


def test_taking_in_needs_its_permission_a_list_and_its_newest_version(world):
    kept = staged(world)
    with pytest.raises(NotPermitted):
        take_in(world.lead_worker, kept)
    kept.version += 1
    with refused("changed_meanwhile"):
        take_in(world.central, kept)
    kept.reference = "W-2222-2222"
    with pytest.raises(NotFound):
        take_in(world.central, kept)


def test_those_who_may_be_known_stand_beside_the_line_for_the_centre_alone(world, as_):
    known = world.resident(forename="Aneirin", surname="Probert")
    address = f"/frontdoor/lists/{staged(world).reference}/"
    assert known.reference in as_(world.central).get(address).content.decode()
    for role in ("lead-worker", "admin-officer", "referrer", "head-of-service"):
        assert as_(world.actor(role)).get(address).status_code == 403


def test_a_fault_stands_on_the_page_with_its_line_and_a_sentence(world, as_):
    kept = staged(world, ANEIRIN, "A,B,31/02/1986,,,,")
    page = as_(world.central).get(f"/frontdoor/lists/{kept.reference}/").content.decode()
    assert "Date of birth" in page and "Mend the file and send the whole of it again" in page
    assert "/frontdoor/lists/bring/" in page, "the mended file is brought from here"


def test_a_form_sent_twice_takes_in_once(world, as_):
    kept, browser = staged(world), as_(world.central)
    for _ in range(2):
        answer = browser.post(f"/frontdoor/lists/{kept.reference}/", {"version": kept.version, "form_key": "twice"})
        assert answer.status_code == 303
    assert Referral.unscoped.count() == 2


def test_a_long_list_asks_as_often_as_a_short_one(world, as_):
    browser, asked = as_(world.central), []
    for names in (["A"], [f"A{n}" for n in range(20)]):
        kept = staged(world, *(f"{name},{BRIALLEN.split(',')[1]},,,,," for name in names))
        asked.append(statements(lambda kept=kept: browser.get(f"/frontdoor/lists/{kept.reference}/")))
    assert asked[0] == asked[1] <= 30
