"""Somebody who died: nothing is begun for them, nothing is sent to them, and what was kept stays."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.record_contact import record_contact
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.check_notice import check_notice
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.record_death import record_death
from tests.casework.visiting import start
from tests.support import recorded, refused

TODAY = date(2026, 6, 10)


def again(resident) -> Resident:
    return Resident.unscoped.get(pk=resident.pk)


def dies(world, resident, *, on=TODAY, by=None, version=None):
    version = version or again(resident).version
    return record_death(by or world.central, reference=resident.reference, version=version, died_on=on, at=clock.now())


def test_it_is_kept_once_with_its_day(world):
    someone = world.resident()
    dies(world, someone)
    assert again(someone).died_on == TODAY and "people.death_recorded" in recorded()
    with refused("death_recorded_already"):
        dies(world, someone)


@pytest.mark.parametrize(
    ("on", "code"), [(TODAY + timedelta(days=1), "died_in_future"), (date(1985, 1, 1), "died_before_birth")]
)
def test_a_day_that_cannot_be_is_refused(world, on, code):
    someone = world.resident(birth_date=date(1986, 3, 27))
    with refused(code):
        dies(world, someone, on=on)
    assert again(someone).died_on is None


def test_a_stale_form_records_nothing(world):
    someone = world.resident()
    with pytest.raises(Stale):
        dies(world, someone, version=again(someone).version + 1)


def test_it_needs_its_permission_and_the_person_in_sight(world):
    someone = world.resident()
    with pytest.raises(NotPermitted):
        dies(world, someone, by=world.referrer)
    with pytest.raises(NotFound):
        dies(world, someone, by=world.worker)


def test_nothing_is_begun_for_them_at_the_front_door(world):
    someone = world.resident()
    sent = world.referral()
    dies(world, someone)
    told = {"reference": sent.reference, "version": sent.version, "urgency": "routine", "at": clock.now()}
    with refused("person_has_died"):
        screen_referral(world.central, resident_reference=someone.reference, **told)
    assert Referral.unscoped.get(pk=sent.pk).status == "received", "nothing is lost: it waits as it was"


def test_whoever_died_after_screening_is_not_routed_and_after_routing_gets_no_case(world):
    assert world.lead_worker
    screened, routed = world.resident(), world.resident()
    waiting = world.screened(resident=screened)
    ready = world.referral_to_open(routed)
    for each in (screened, routed):
        dies(world, each)
    told = {"reference": waiting.reference, "version": waiting.version, "at": clock.now()}
    with refused("person_has_died"):
        route_referral(world.central, route="caseload", route_reason="Asked for company", **told)
    with refused("person_has_died"):
        open_case(world.lead_worker, referral=ready.reference, at=clock.now())


def test_no_contact_and_no_visit_is_made_and_a_word_with_the_family_can_be_kept(world, as_):
    someone = world.reachable("phone", "visit")
    case = world.case(someone, worker=world.worker)
    dies(world, someone)
    told = {"reference": case.reference, "kind": "phone", "happened_at": clock.now(), "minutes": 5, "at": clock.now()}
    with refused("person_has_died"):
        record_contact(world.worker, client_id=uuid4(), **told)
    with refused("person_has_died"):
        start(world, case)
    assert record_contact(world.worker, client_id=uuid4(), made_despite="Spoke with her sister", **told)
    browser = as_(world.worker)
    assert "They have died." in browser.get("/desk/").content.decode()
    assert "This person has died." in browser.get(f"/casework/{case.reference}/").content.decode()


def test_a_letter_that_waited_is_not_sent(world):
    someone = world.reachable("letter")
    waiting = world.notice(someone)
    dies(world, someone)
    with refused("notice_to_somebody_who_died"):
        check_notice(world.admin_officer, reference=waiting.reference, version=waiting.version, at=clock.now())
    assert Notice.unscoped.get(pk=waiting.pk).state == waiting.state


def test_the_page_asks_for_the_day_and_offers_to_take_it_back(world, as_):
    someone = world.resident()
    browser = as_(world.central)
    here = f"/people/{someone.reference}/"
    assert f"{here}died/" in browser.get(here).content.decode()
    given = {"version": again(someone).version, "died_on_day": "1", "died_on_month": "6", "died_on_year": "2026"}
    assert browser.post(f"{here}died/", given).status_code == 303
    page = browser.get(here).content.decode()
    assert "They died on 1 June 2026." in page and f"{here}alive/" in page and f"{here}died/" not in page
    assert f"{here}move/" not in page and f"{here}safe-contact/" not in page
    told = {"version": again(someone).version, "because": "wrong-record"}
    assert browser.post(f"{here}alive/", told).status_code == 303
    assert "They died on" not in browser.get(here).content.decode()
