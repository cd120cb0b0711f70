from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.models import SharingAgreement
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement
from tests.support import recorded, refused

ADDRESS = reverse("organisations:sign_agreement")
TYPED = {
    "partner": "school",
    "kind": "protocol",
    "purposes": ["early_help"],
    "fields_shared": ["forename", "surname"],
    "legal_basis": ["uk-gdpr-6-1-e"],
    "power_to_disclose": "Invented Act 2010, section 1",
    "impact_assessment": "IA-1",
    "retention_days": "90",
    "form_key": "k",
} | {
    f"{name}_{part}": number
    for name, numbers in (("starts_on", (1, 7, 2026)), ("ends_on", (30, 6, 2027)), ("review_on", (1, 5, 2027)))
    for part, number in zip(("day", "month", "year"), numbers, strict=True)
}


def test_a_signed_agreement_is_kept_with_its_dates_purposes_and_fields(world):
    kept = SharingAgreement.unscoped.get(reference=world.signed_agreement())
    assert (kept.purposes, kept.fields[0], kept.ends_on) == (["early_help"], "forename", date(2026, 12, 31))
    assert kept.signed_by == world.data_protection_officer.staff_id
    assert recorded()[-1] == "organisations.agreement_signed"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("agreement_ends_before_it_starts", {"ends_on": date(2025, 12, 31)}),
        ("agreement_review_outside", {"review_on": date(2027, 1, 1)}),
        ("agreement_says_too_little", {"purposes": []}),
        ("agreement_says_too_little", {"fields": []}),
    ],
)
def test_an_agreement_that_binds_nothing_is_refused(world, code, given):
    with refused(code):
        world.signed_agreement(**given)


def test_two_agreements_never_cover_one_day_of_a_partners_feed(world):
    world.signed_agreement()
    with refused("agreement_overlaps"):
        world.signed_agreement(starts_on=date(2026, 12, 31), ends_on=date(2027, 5, 1), review_on=date(2027, 1, 1))
    assert world.signed_agreement(starts_on=date(2027, 1, 1), ends_on=date(2027, 5, 1), review_on=date(2027, 2, 1))
    assert world.signed_agreement(partner="housing")


def test_a_partner_that_is_missing_signs_nothing(world):
    with pytest.raises(NotFound):
        world.signed_agreement(partner="elsewhere")


def test_only_the_data_protection_officer_signs(world):
    with pytest.raises(NotPermitted):
        sign_agreement(world.head_of_service, at=clock.now())


def test_the_page_asks_for_the_feed_then_keeps_what_was_signed(world, as_):
    page = as_(world.data_protection_officer)
    assert "Health visiting" in page.get(ADDRESS).content.decode()
    form = page.get(f"{ADDRESS}?feed=education").content.decode()
    assert "Surname" in form and "UK GDPR Article 6(1)(e)" in form
    answer = page.post(f"{ADDRESS}?feed=education", TYPED)
    assert answer.status_code == 303
    kept = SharingAgreement.unscoped.get(feed="education")
    assert kept.starts_on == date(2026, 7, 1) and kept.fields == ["forename", "surname"]


def test_the_page_shows_a_refusal_beside_what_was_typed(world, as_):
    wrong = TYPED | {"ends_on_year": 2025}
    answer = as_(world.data_protection_officer).post(f"{ADDRESS}?feed=education", wrong)
    assert answer.status_code == 422
    assert "The agreement ends before it starts" in answer.content.decode()
    assert "Invented Act 2010" in answer.content.decode()


def test_the_page_is_not_for_referrers(world, as_):
    assert as_(world.referrer).get(ADDRESS).status_code == 403
