"""Asking for help: anybody can, it is kept once, and nobody reaches a receipt that is not theirs."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.public import RECEIPT_LASTS, receipt, receipt_token
from lynchpin.frontdoor.use_cases.ask_for_help import ask_for_help
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.kernel.models import AuditEvent
from lynchpin.organisations.actors import public_actor
from tests.conftest import NOON
from tests.support import recorded, trail

TYPED = {
    "asked_for_self": "yes",
    "name": "Angharad Prydderch",
    "needs": ["money", "loneliness"],
    "in_their_words": "The bills are too much.",
    "channels": ["phone"],
    "phone": "01443 000000",
    "when": "Mornings",
    "voicemail_ok": "no",
    "must_not_know": "My brother",
    "language": "cy",
}


def test_asking_for_help_keeps_what_was_told_with_a_day_for_an_answer(world):
    reference = world.asks_for_help()
    kept = Referral.unscoped.get(reference=reference)
    assert (kept.status, kept.source, kept.decide_by_on) == (ReferralStatus.RECEIVED, "RS5", date(2026, 6, 15))
    assert recorded()[-1] == "frontdoor.help_asked_for"


def test_the_trail_of_asking_holds_no_word_that_was_typed(world):
    world.asks_for_help()
    assert trail("frontdoor.help_asked_for") == [{"for_self": True}]
    assert "Prydderch" not in str(list(AuditEvent.unscoped.values_list("facts", flat=True)))


def test_a_role_without_the_public_form_may_not_use_it(world):
    with pytest.raises(NotPermitted):
        ask_for_help(
            world.without(public_actor(), "frontdoor.ask_for_help"),
            name="A",
            needs=["money"],
            safe_contact={},
            language="en",
            at=NOON,
        )


@pytest.mark.parametrize("address", ["/", "/help/", "/cy/help/"])
def test_a_public_page_opens_without_an_account(world, client, address):
    assert client.get(address).status_code == 200


def test_a_public_page_opens_for_a_colleague_too(world, as_):
    assert as_(world.lead_worker).get("/help/").status_code == 200


def test_the_emergency_number_stands_before_the_first_question(world, client):
    page = client.get("/help/").content.decode()
    assert page.index("tel:999") < page.index('name="asked_for_self"')
    assert "11 June 2026" in page


def test_without_a_number_for_out_of_hours_none_is_invented(world, client):
    assert "main number of your council" in client.get("/help/").content.decode()


def test_sending_the_form_leads_to_its_receipt_with_what_is_safe(world, client):
    page = client.post("/help/", TYPED, follow=True)
    assert page.redirect_chain[-1] == ("/help/receipt/", 303)
    text = page.content.decode()
    assert Referral.unscoped.get().reference in text
    assert "15 June 2026" in text and "Phone call" in text
    assert "Prydderch" not in text
    assert "My brother" not in text, "he may be looking, or find it in print"
    assert "You told us, and we keep it to ourselves" in text


def test_the_welsh_form_leads_to_the_welsh_receipt(world, client):
    assert client.post("/cy/help/", TYPED).headers["Location"] == "/cy/help/receipt/"


def test_sending_the_same_form_twice_keeps_one_referral(world, client):
    for _ in range(2):
        client.post("/help/", TYPED | {"form_key": "pressed-twice"})
    assert Referral.unscoped.count() == 1


def test_a_form_that_a_machine_filled_in_is_not_kept(world, client):
    assert client.post("/help/", TYPED | {"website": "https://spam.example"}).status_code == 422
    assert Referral.unscoped.count() == 0


def test_a_way_that_needs_a_number_asks_for_it(world, client):
    page = client.post("/help/", TYPED | {"phone": ""})
    assert page.status_code == 422
    assert "so that we can ring" in page.content.decode()


def test_no_receipt_is_reached_without_having_sent_the_form(world, client):
    world.asks_for_help()
    assert client.get("/help/receipt/").status_code == 404


def test_a_forged_or_old_token_opens_no_receipt(world):
    reference = world.asks_for_help()
    token = receipt_token(reference)
    assert receipt(public_actor(), token).reference == reference
    for wrong in (reference, token[:-1] + "x", ""):
        with pytest.raises(NotFound):
            receipt(public_actor(), wrong)
    assert RECEIPT_LASTS <= 3600
    assert clock.today() == date(2026, 6, 10)
