from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.reasons import sentence
from lynchpin.organisations.queries import agreement_in_force, agreements_to_renew
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement

TODAY = date(2026, 6, 10)
LATER = {"starts_on": date(2026, 7, 1), "ends_on": date(2027, 6, 30), "review_on": date(2027, 5, 1)}
PAST = {"starts_on": date(2025, 1, 1), "ends_on": date(2026, 6, 9), "review_on": date(2026, 1, 1)}


def why_not(feed="education"):
    answer = agreement_in_force(feed, TODAY)
    assert isinstance(answer, Reason)
    return answer


def test_a_feed_loads_under_the_agreement_in_force(world):
    reference = world.signed_agreement()
    found = agreement_in_force("education", TODAY)
    assert (found.reference, found.purposes) == (reference, {"early_help"})
    assert found.fields == {"forename", "surname", "birth_date"}


@pytest.mark.parametrize(("first", "last"), [(TODAY, TODAY)])
def test_an_agreement_holds_on_its_first_and_its_last_day(world, first, last):
    reference = world.signed_agreement(starts_on=first, ends_on=last, review_on=first)
    assert agreement_in_force("education", TODAY).reference == reference


def test_without_an_agreement_a_feed_does_not_load(world):
    world.signed_agreement("housing")
    assert why_not().code == "agreement_missing"


def test_an_agreement_to_come_says_when_it_starts(world):
    world.signed_agreement(**LATER)
    assert sentence(why_not()) == "The sharing agreement for this feed starts on 1 July 2026. Wait until then."


def test_an_agreement_that_ended_says_when(world):
    world.signed_agreement(**PAST)
    assert "ended on 9 June 2026" in sentence(why_not())


def test_a_revoked_agreement_says_when(world):
    reference = world.signed_agreement()
    revoke_agreement(world.data_protection_officer, reference=reference, version=1, reason="breach", at=clock.now())
    assert "revoked on 10 June 2026" in sentence(why_not())
    world.signed_agreement()
    assert not isinstance(agreement_in_force("education", TODAY), Reason), "a new one takes its place"


def test_an_agreement_to_come_counts_before_one_that_ended(world):
    world.signed_agreement(**PAST)
    world.signed_agreement(**LATER)
    assert why_not().code == "agreement_not_started"


def test_the_officer_sees_first_what_ends_first(world):
    world.signed_agreement("housing", ends_on=date(2026, 12, 1))
    soon = world.signed_agreement(ends_on=date(2026, 7, 1), review_on=date(2026, 6, 20))
    rows = agreements_to_renew(world.data_protection_officer)
    assert [(row.reference, row.state) for row in rows] == [(soon, "expiring")]


def test_the_list_shows_every_agreement_with_its_state(world, as_, django_assert_max_num_queries):
    world.signed_agreement("housing", ends_on=date(2026, 12, 1))
    world.signed_agreement(ends_on=date(2026, 7, 1), review_on=date(2026, 6, 20))
    browser = as_(world.data_protection_officer)
    with django_assert_max_num_queries(15):
        shown = browser.get(reverse("organisations:agreements")).content.decode()
    assert shown.index("Ends soon") < shown.index("In force")


def test_the_list_says_so_when_it_is_empty(world, as_):
    shown = as_(world.data_protection_officer).get(reverse("organisations:agreements")).content.decode()
    assert "No feed loads until one is signed." in shown


def test_one_agreement_is_shown_in_words(world, as_):
    reference = world.signed_agreement()
    address = reverse("organisations:agreement", args=[reference])
    shown = as_(world.data_protection_officer).get(address).content.decode()
    assert "Finding families who may be helped early" in shown and "Forename" in shown
    assert "Invented Act 2010, section 1" in shown
    welsh = as_(world.data_protection_officer).get(address, {"language": "cy"}).content.decode()
    assert "Cyfenw" in welsh


@pytest.mark.parametrize("page", ["agreements", "agreement"])
def test_agreements_are_not_for_lead_workers(world, as_, page):
    arguments = [world.signed_agreement()] if page == "agreement" else []
    assert as_(world.lead_worker).get(reverse(f"organisations:{page}", args=arguments)).status_code == 403
