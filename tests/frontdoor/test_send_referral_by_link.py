"""A partner without an account sends by a link: so often, so long, and learning nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.models import PartnerLink, Referral
from lynchpin.frontdoor.use_cases.revoke_partner_link import revoke_partner_link
from lynchpin.frontdoor.use_cases.send_referral_by_link import send_referral_by_link
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.kernel.models import AccessEntry, AccessSubject, AuditEvent
from lynchpin.organisations.actors import public_actor
from tests.conftest import NOON
from tests.frontdoor.links import SECRET, TOLD, TYPED, given
from tests.frontdoor.pages import main_of
from tests.support import refused, trail

ADDRESS = f"/frontdoor/partner/{SECRET}/"
UNKNOWN = f"/frontdoor/partner/{'6' * 64}/"


def send(**changed):
    return send_referral_by_link(public_actor(), **{"secret": SECRET, "at": NOON} | TOLD | changed)


def test_what_is_sent_is_kept_with_the_organisation_of_the_link_and_counts_a_use(world):
    link = given(world)
    kept = world.kept(send())
    assert (kept.from_organisation_id, kept.link_id, kept.sent_by) == ("school", link.pk, None)
    assert PartnerLink.unscoped.get().uses_left == 1
    assert trail("frontdoor.referral_sent_by_link") == [{"link": link.reference, "urgency": "soon", "agrees": True}]


def test_a_link_is_used_as_often_as_it_says(world):
    given(world, uses=1)
    send()
    with refused("link_not_usable"):
        send(name="Somebody Else")
    assert Referral.unscoped.count() == 1


def test_a_link_ends_with_its_last_day(world):
    given(world, days=1)
    send(at=NOON + timedelta(days=1))
    with refused("link_not_usable"):
        send(at=NOON + timedelta(days=2))


def test_an_unknown_secret_sends_nothing(world):
    with refused("link_not_usable"):
        send()


def test_sending_needs_its_permission(world):
    given(world)
    with pytest.raises(NotPermitted):
        send_referral_by_link(
            world.without(public_actor(), "frontdoor.send_referral_by_link"), secret=SECRET, at=NOON, **TOLD
        )


def test_the_fingerprint_that_is_kept_opens_nothing(world, client):
    assert client.get(f"/frontdoor/partner/{given(world).secret}/").status_code == 404


@pytest.mark.parametrize("before", ["", "/cy"])
def test_the_form_leads_to_a_receipt_without_the_name(world, client, before):
    given(world)
    assert client.get(before + ADDRESS).status_code == 200
    page = client.post(before + ADDRESS, TYPED, follow=True)
    assert page.redirect_chain[-1] == (f"{before}/frontdoor/partner-receipt/", 303)
    text = page.content.decode()
    assert Referral.unscoped.get().reference in text and "Gwilym" not in text


def test_the_receipt_is_the_same_for_a_person_known_or_unknown(world, client):
    world.resident(forename="Mali", surname="Gwilym")
    given(world)
    pages = [client.post(ADDRESS, TYPED | {"name": name}, follow=True) for name in ("Mali Gwilym", "Nobody Atall")]
    assert main_of(pages[0]) == main_of(pages[1])


def test_pressing_twice_sends_one_referral_and_counts_one_use(world, client):
    given(world, uses=1)
    for _ in range(2):
        assert client.post(ADDRESS, TYPED | {"form_key": "twice"}).status_code == 303
    assert (Referral.unscoped.count(), PartnerLink.unscoped.get().uses_left) == (1, 0)


@pytest.fixture
def over(world):
    """Addresses of links that do not open: one that was taken back, used up, past its day, and one that never was."""
    revoked, used, expired = (str(digit) * 64 for digit in (1, 2, 3))
    link = given(world, revoked)
    revoke_partner_link(world.central, reference=link.reference, version=link.version, at=NOON)
    given(world, used, uses=1), send(secret=used)
    with clock.held(NOON - timedelta(days=30)):
        given(world, expired, at=clock.now())
    return [f"/frontdoor/partner/{secret}/" for secret in (revoked, used, expired, "6" * 64, "\u00e9'%22", "x")]


def test_every_link_that_does_not_open_answers_alike(client, over):
    pages = [client.get(address) for address in over]
    assert {page.status_code for page in pages} == {404}
    assert len({main_of(page) for page in pages}) == 1


def test_what_was_typed_stays_when_the_link_was_over_and_every_answer_is_alike(client, over):
    sent = Referral.unscoped.count()
    pages = [client.post(address, TYPED) for address in over]
    assert {page.status_code for page in pages} == {422}
    assert all("Mornings are hard." in page.content.decode() for page in pages)
    assert len({main_of(page) for page in pages}) == 1 and Referral.unscoped.count() == sent


def test_a_form_that_a_machine_filled_in_is_not_kept(world, client):
    given(world)
    assert client.post(ADDRESS, TYPED | {"website": "https://spam.example"}).status_code == 422
    assert client.post(ADDRESS, TYPED | {"told_by": ""}).status_code == 422
    assert not Referral.unscoped.exists() and PartnerLink.unscoped.get().uses_left == 2


def test_nobody_was_born_tomorrow(world, client):
    given(world)
    born = {"birth_date_day": "11", "birth_date_month": "6", "birth_date_year": "2026"}
    assert client.post(ADDRESS, TYPED | born).status_code == 422


def test_a_visit_is_in_the_access_log_with_its_link_and_without_its_secret(world, client):
    link = given(world)
    client.get(ADDRESS), client.post(ADDRESS, TYPED)
    assert {entry.route for entry in AccessEntry.unscoped.all()} == {"frontdoor:send_referral_by_link"}
    assert AccessSubject.unscoped.filter(kind="frontdoor.PartnerLink", subject_id=link.pk).exists()
    books = [list(model.unscoped.values_list()) for model in (AccessEntry, AccessSubject, AuditEvent)]
    assert SECRET not in str(books)


def test_no_line_of_the_log_holds_a_secret(world, client, caplog):
    client.get(ADDRESS), client.post(ADDRESS, TYPED | {"name": ""}), client.post(UNKNOWN, TYPED)
    assert "/frontdoor/partner/" in caplog.text
    assert SECRET not in caplog.text and "6" * 64 not in caplog.text


def test_no_receipt_is_reached_without_having_sent_the_form(world, client):
    given(world), send()
    assert client.get("/frontdoor/partner-receipt/").status_code == 404


def test_a_colleague_who_follows_a_link_is_nobody_in_particular(world, as_):
    given(world)
    as_(world.central).post(ADDRESS, TYPED)
    assert Referral.unscoped.get().sent_by is None
