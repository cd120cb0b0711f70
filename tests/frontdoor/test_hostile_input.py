"""Whatever is typed or sent, a page answers in words: never with a fault of ours, and never with somebody else's facts."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.people.models import Resident
from tests.conftest import NOON
from tests.frontdoor.links import SECRET, TYPED, given
from tests.frontdoor.lists import staged
from tests.world.frontdoor import Profiled

HUGE = "9" * 30
ODD = ["' or 1=1 --", "<script>alert(1)</script>", "\u202eevil", "٣", HUGE, "-1", "", "%00", "🙂" * 500, "a" * 100_000]
HELP = {"asked_for_self": "yes", "name": "Mali", "needs": "money", "channels": "phone", "phone": "1", "language": "cy"}
DECIDED = {
    "version": 1,
    "decision": "agree",
    "ground": "as_shown",
    "decision_reason": "School is worried too.",
    "stated_reason": "The school says mornings are hard.",
    "first_key": "f1-0",
    "member_0": "new",
    "member_1": "new",
}
PAGES = ("screen", "answer", "no", "pass-on", "ask", "open-offer", "close", "set-aside", "pause")


@pytest.mark.parametrize("field", [*HELP, "birth_date_day", "birth_date_year", "postcode", "must_not_know", "form_key"])
def test_the_public_form_answers_whatever_is_typed(world, client, field):
    for odd in ODD:
        assert client.post("/help/", HELP | {field: odd}).status_code in (303, 422)


@pytest.mark.parametrize("field", [*TYPED, "birth_date_day", "postcode", "channels", "website", "form_key"])
def test_the_form_behind_a_link_answers_whatever_is_typed(world, client, field):
    given(world, uses=50)
    for odd in ODD:
        assert client.post(f"/frontdoor/partner/{SECRET}/", TYPED | {field: odd}).status_code in (303, 422)


@pytest.mark.parametrize("field", ["answer", "starts_on_day", "starts_on_year", "answered_by", "website", "form_key"])
def test_the_answer_behind_a_link_answers_whatever_is_typed(world, client, field):
    world.providers()
    kept = world.brokered()
    give_answer_link(world.central, reference=kept.reference, secret=SECRET, given_to="Nest Probert", at=NOON)
    told = {"answer": "accepted", "starts_on_day": "11", "starts_on_month": "6", "starts_on_year": "2026"}
    for odd in ODD:
        answer = client.post(f"/frontdoor/partner/{SECRET}/answer/", told | {"answered_by": "Nest"} | {field: odd})
        assert answer.status_code in (200, 303, 422)


@pytest.mark.parametrize("odd", ["%00", "x" * 5000, "..", "'", "\u202e"])
def test_an_address_that_somebody_guessed_opens_nothing(world, client, odd):
    for place in ("", "answer/"):
        assert client.get(f"/frontdoor/partner/{quote(odd, safe='')}/{place}").status_code == 404


def test_markup_in_a_list_is_text_in_its_preview(world, as_):
    evil = "<script>alert(1)</script>"
    kept = staged(world, f"{evil},Probert,31/02/1986,,,,", f"{evil},Cadwaladr,,{evil[:8]},,,")
    page = as_(world.central).get(f"/frontdoor/lists/{kept.reference}/").content.decode()
    assert evil not in page


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
    for place in ("", *(f"{name}/" for name in PAGES)):
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
