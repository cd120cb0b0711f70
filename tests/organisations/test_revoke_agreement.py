import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.models import SharingAgreement
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from tests.support import refused, trail


def revoke(world, reference, **changes):
    given = {"reference": reference, "version": 1, "reason": "no_power", "at": clock.now()} | changes
    return revoke_agreement(world.data_protection_officer, **given)


def test_a_revoked_agreement_keeps_who_when_and_why(world):
    reference = revoke(world, world.signed_agreement())
    kept = SharingAgreement.unscoped.get(reference=reference)
    assert (kept.revoked_at, kept.revocation_reason) == (clock.now(), "no_power")
    assert trail("organisations.agreement_revoked") == [{"feed": "education", "reason": "no_power"}]


def test_an_agreement_is_revoked_once(world):
    reference = revoke(world, world.signed_agreement())
    with refused("agreement_already_revoked"):
        revoke(world, reference, version=2)


def test_an_older_state_on_the_screen_is_refused(world):
    with pytest.raises(Stale):
        revoke(world, world.signed_agreement(), version=0)


def test_a_missing_agreement_is_not_found(world):
    with pytest.raises(NotFound):
        revoke(world, "A-2222-2222")


def test_the_head_of_service_revokes_nothing(world):
    with pytest.raises(NotPermitted):
        revoke_agreement(
            world.head_of_service, reference=world.signed_agreement(), version=1, reason="breach", at=clock.now()
        )


def test_the_page_revokes_and_goes_back_to_the_agreement(world, as_):
    address = reverse("organisations:revoke_agreement", args=[reference := world.signed_agreement()])
    page = as_(world.data_protection_officer)
    assert page.get(address).status_code == 200
    assert page.post(address, {"form_key": "k", "version": 1}).status_code == 422
    answer = page.post(address, {"form_key": "k", "version": 1, "reason": "breach"}, follow=True)
    assert "Revoked" in answer.content.decode()
    assert SharingAgreement.unscoped.get(reference=reference).revoked_at is not None
