"""Setting aside what was never a referral: a mistake, or the same as another that is named and goes on."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.void_referral import void_referral
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused


def set_aside(actor, kept, cause="duplicate", other=""):
    told = {"reference": kept.reference, "version": kept.version, "cause": cause, "duplicate_of": other}
    return void_referral(actor, at=NOON, **told)


def test_a_duplicate_names_the_one_that_goes_on(world):
    kept, other = world.referral(), world.referral()
    set_aside(world.central, kept, other=other.reference)
    kept = world.kept(kept.reference)
    assert (kept.status, kept.end_code, kept.duplicate_of) == ("void", "duplicate", other.reference)
    assert (kept.due_at, recorded()[-1]) == (None, "frontdoor.referral_voided")


def test_a_mistake_names_nobody(world):
    kept = world.referral()
    set_aside(world.central, kept, "mistake", other="R-2222-2222")
    assert world.kept(kept.reference).duplicate_of == ""


def test_a_duplicate_of_nothing_itself_or_what_was_set_aside_is_refused(world):
    kept, gone = world.referral(), world.referral()
    set_aside(world.central, gone, "mistake")
    for other, code in ((kept, "duplicate_of_itself"), (gone, "duplicate_is_void")):
        with refused(code):
            set_aside(world.central, kept, other=other.reference)
    with refused("duplicate_not_named"):
        set_aside(world.central, kept, other="R-2222-2222")


def test_a_referral_of_somebody_else_is_no_duplicate(world):
    kept, other = world.screened(resident=world.resident()), world.screened(resident=world.resident())
    with refused("duplicate_of_somebody_else"):
        set_aside(world.central, kept, other=other.reference)


def test_what_somebody_works_on_is_not_set_aside(world):
    with refused("referral_routed_already"):
        set_aside(world.central, world.routed(), "mistake")


def test_setting_aside_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        set_aside(world.lead_worker, world.referral(), "mistake")


def test_the_page_takes_a_reference_as_somebody_types_it(world, as_):
    kept, other = world.referral(), world.referral()
    browser, address = as_(world.central), f"/frontdoor/referrals/{kept.reference}/set-aside/"
    assert browser.get(address).status_code == 200
    sent = {"version": kept.version, "cause": "duplicate", "duplicate_of": f" {other.reference.lower()} "}
    assert browser.post(address, sent).status_code == 303
    assert other.reference in browser.get(f"/frontdoor/referrals/{kept.reference}/").content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
