from dataclasses import dataclass

import pytest

from lynchpin.notices import rules
from lynchpin.notices.choices import NoticeState
from tests.support import recorded


@pytest.mark.parametrize(
    ("channels", "channel"), [(["letter"], "letter"), (["email", "phone"], "email"), (["text"], "text")]
)
def test_a_notice_goes_by_a_way_that_was_named_as_safe(world, channels, channel):
    notice = world.notice(world.reachable(*channels))
    assert (notice.state, notice.channel) == ("waiting", channel)
    assert recorded()[-1] == "notices.notice_queued"


def test_before_anybody_asked_a_notice_is_held(world):
    notice = world.notice(world.resident(address="7 Y Stryd"))
    assert (notice.state, notice.held_reason) == ("held", "notice_not_asked")
    assert recorded()[-1] == "notices.notice_held"


def test_an_outreach_stop_holds_a_notice(world):
    resident = world.reachable("letter")
    world.concern(resident)
    assert world.notice(resident).held_reason == "notice_contact_held"


@pytest.mark.parametrize("channels", [["phone"], ["visit", "phone"]])
def test_somebody_who_may_only_be_called_is_not_written_to(world, channels):
    assert world.notice(world.reachable(*channels)).held_reason == "notice_no_safe_way"


def test_a_safe_way_without_its_details_is_no_way(world):
    assert world.notice(world.reachable("email", email="")).held_reason == "notice_no_safe_way"


def test_a_letter_to_a_protected_address_is_held_and_an_email_is_not(world):
    by_letter, by_email = world.reachable("letter"), world.reachable("email")
    for resident in (by_letter, by_email):
        world.restrict(resident, "protected-address")
    assert world.notice(by_letter).held_reason == "notice_address_protected"
    assert world.notice(by_email).state == "waiting"


@pytest.mark.parametrize(("chosen", "language"), [("cy", "cy"), ("en", "en"), ("", "both"), ("bsl", "both")])
def test_a_notice_is_in_the_persons_language_and_in_both_when_none_is_known(world, chosen, language):
    assert world.notice(world.reachable("letter", language=chosen)).language == language


def test_a_merged_record_is_written_to_as_the_person_asks_now(world):
    kept, merged = world.reachable("email", language="cy"), world.resident()
    world.merged(kept, merged)
    notice = world.notice(merged)
    assert (notice.channel, notice.language) == ("email", "cy")


def test_the_table_of_states_names_every_state():
    assert set(rules.TRANSITIONS) == set(NoticeState)


def test_the_preferred_way_comes_first():
    @dataclass
    class Safe:
        channels: tuple[str, ...] = ("letter", "text")
        preferred: str = "text"

    assert rules.channel_of_notice(Safe(), ["letter", "text"]) == "text"
