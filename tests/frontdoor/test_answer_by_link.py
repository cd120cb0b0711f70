"""A provider answers by a link: once, about the one question it was asked, and sees nobody's name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus
from lynchpin.frontdoor.forms.links import ANSWERS
from lynchpin.frontdoor.models import Brokering, PartnerLink
from lynchpin.frontdoor.use_cases.answer_by_link import answer_by_link
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.frontdoor.use_cases.revoke_partner_link import revoke_partner_link
from lynchpin.frontdoor.use_cases.withdraw_brokering import withdraw_brokering
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.actors import public_actor
from tests.conftest import NOON
from tests.frontdoor.links import SECRET, given
from tests.support import refused, trail

ADDRESS = f"/frontdoor/partner/{SECRET}/answer/"
TYPED = {"answer": "no-capacity", "answered_by": "Nest Probert"}


@pytest.fixture
def asked(world, asked):
    """The referral, and the link to answer by that was given for it."""
    give_answer_link(world.central, reference=asked.reference, secret=SECRET, given_to="Nest Probert", at=NOON)
    return asked


def answer(said="no-capacity", **told):
    return answer_by_link(
        public_actor(), **{"secret": SECRET, "answer": said, "answered_by": "Nest", "at": NOON} | told
    )


def withdraw(world, asked):
    told = {"reference": asked.reference, "version": asked.version, "because": "no-answer"}
    withdraw_brokering(world.central, at=clock.now(), **told)
    return world.kept(asked.reference)


def test_a_no_brings_the_person_back_to_a_live_owner(world, asked):
    reference = answer()
    kept = world.kept(asked.reference)
    assert (kept.status, kept.returned_because) == (ReferralStatus.RETURNED, "no-capacity")
    assert kept.owner_id == world.central.staff_id
    (facts,) = trail("frontdoor.answered_by_link")
    assert facts == {"link": PartnerLink.unscoped.get().reference, "answer": "no-capacity"}
    assert Brokering.unscoped.get(reference=reference).answered_by == "Nest"


def test_a_yes_needs_its_day(world, asked):
    with refused("start_day_missing"):
        answer("accepted")
    answer("accepted", starts_on=date(2026, 6, 12))
    assert world.kept(asked.reference).status == ReferralStatus.WITH_PROVIDER


def test_a_refused_answer_leaves_the_link_its_use(world, asked):
    with refused("start_day_missing"):
        answer("accepted")
    assert PartnerLink.unscoped.get().uses_left == 1


def test_a_link_answers_once(world, asked):
    answer()
    with refused("link_not_usable"):
        answer()


def test_a_link_answers_no_question_that_was_taken_back_or_is_a_later_one(world, asked):
    back = withdraw(world, asked)
    with refused("link_not_usable"):
        answer()
    with clock.held(NOON + timedelta(hours=1)):
        world.brokered(back)
    with refused("link_not_usable"):
        answer(at=NOON + timedelta(hours=2))


def test_a_link_that_was_taken_back_answers_nothing(world, asked):
    link = PartnerLink.unscoped.get()
    revoke_partner_link(world.central, reference=link.reference, version=link.version, at=NOON)
    with refused("link_not_usable"):
        answer()


def test_a_link_to_send_by_answers_nothing_and_one_to_answer_by_sends_nothing(world, client, asked):
    given(world, "7" * 64)
    with refused("link_not_usable"):
        answer(secret="7" * 64)
    assert client.get(f"/frontdoor/partner/{SECRET}/").status_code == 404


def test_answering_needs_its_permission(world, asked):
    with pytest.raises(NotPermitted):
        answer_by_link(
            world.without(public_actor(), "frontdoor.answer_by_link"),
            secret=SECRET,
            answer="declined",
            answered_by="Nest",
            at=NOON,
        )


def test_the_page_names_nobody_and_thanks_once(world, client, asked):
    page = client.get(ADDRESS).content.decode()
    assert "Citizens Advice" in page and "Meredydd" not in page and asked.reference not in page
    for _ in range(2):
        assert "We have your answer" in client.post(ADDRESS, TYPED | {"form_key": "twice"}).content.decode()
    assert client.get(ADDRESS).status_code == 404
    late = client.post(ADDRESS, TYPED)
    assert late.status_code == 422 and 'value="Nest Probert"' in late.content.decode()


def test_the_page_offers_every_answer_that_a_colleague_could_record():
    assert {code for code, _ in ANSWERS} == {rules.ACCEPTED, *rules.ANSWERED_NO}


def test_a_form_that_a_machine_filled_in_answers_nothing(world, client, asked):
    assert client.post(ADDRESS, TYPED | {"website": "https://spam.example"}).status_code == 422
    assert world.kept(asked.reference).status == ReferralStatus.BROKERED
