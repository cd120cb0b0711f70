"""Whatever is typed or sent, a page answers in words: never with a fault of ours, and never with somebody else's facts."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.people.models import Resident
from tests.world.frontdoor import Profiled

HUGE = "9" * 30
ODD = ["' or 1=1 --", "<script>alert(1)</script>", "\u202eevil", "٣", HUGE, "-1", "", "%00", "🙂" * 500, "a" * 100_000]
HELP = {"asked_for_self": "yes", "name": "Mali", "needs": "money", "channels": "phone", "phone": "1", "language": "cy"}
DECIDED = {
    "version": 1,
    "decision": "agree",
    "decision_reason": "School is worried too.",
    "stated_reason": "The school says mornings are hard.",
    "first_key": "f1-0",
    "member_0": "new",
    "member_1": "new",
}


@pytest.mark.parametrize("field", [*HELP, "birth_date_day", "birth_date_year", "postcode", "must_not_know", "form_key"])
def test_the_public_form_answers_whatever_is_typed(world, client, field):
    for odd in ODD:
        assert client.post("/help/", HELP | {field: odd}).status_code in (303, 422)


@pytest.mark.parametrize("name", ["page", "sort", "urgency", "status", "cluster", "source", "state", "size"])
@pytest.mark.parametrize("address", ["queue", "candidates"])
def test_a_list_answers_whatever_stands_in_its_address(world, as_, address, name):
    world.raised(Profiled())
    browser = as_(world.central)
    for odd in ODD[:8]:
        assert browser.get(f"/frontdoor/{address}/", {name: odd}).status_code == 200


def test_what_somebody_typed_is_text_on_every_page(world, as_):
    evil = "<script>alert(1)</script>"
    kept = world.kept(world.asks_for_help(name=evil, in_their_words=evil, told_by=evil))
    for place in ("", "screen/", "answer/", "no/", "pass-on/"):
        page = as_(world.central).get(f"/frontdoor/referrals/{kept.reference}/{place}").content.decode()
        assert "&lt;script&gt;" in page and evil not in page


@pytest.mark.parametrize("version", ["", "-1", HUGE, "x"])
def test_a_version_that_nobody_saw_decides_nothing(world, as_, version):
    kept = world.referral()
    answer = as_(world.central).post(f"/frontdoor/referrals/{kept.reference}/no/", {"version": version})
    assert answer.status_code in (409, 422) and Referral.unscoped.get().status == "received"


def test_a_person_is_tied_to_nobody_who_was_not_offered(world, as_):
    other = world.resident(forename="Osian", surname="Elsewhere")
    kept = world.referral()
    typed = {"version": kept.version, "urgency": "soon", "resident_reference": other.reference}
    answer = as_(world.central).post(f"/frontdoor/referrals/{kept.reference}/screen/", typed)
    assert answer.status_code == 422 and Referral.unscoped.get().resident_id is None


@pytest.mark.parametrize("forged", [{"member_0": "P-2222-2222"}, {"first_key": "f9-9"}, {"decision": "open_all"}])
def test_a_forged_decision_about_a_family_is_refused(world, as_, forged):
    assert world.lead_worker
    (found,) = world.raised(Profiled())
    answer = as_(world.central).post(f"/frontdoor/candidates/{found.reference}/", DECIDED | forged)
    assert answer.status_code == 422 and Resident.unscoped.count() == 0
    assert Candidate.unscoped.get().state == "released"


def test_a_decision_sent_twice_opens_one_referral(world, as_):
    assert world.lead_worker
    (found,) = world.raised(Profiled())
    browser, sent = as_(world.central), DECIDED | {"form_key": "once"}
    for _ in range(2):
        assert browser.post(f"/frontdoor/candidates/{found.reference}/", sent).status_code == 303
    assert (Referral.unscoped.count(), Resident.unscoped.count()) == (1, 2)
