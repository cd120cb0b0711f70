"""Later rooms add their steps to a referral's timeline; the referrer sees those meant for them, without notes."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.queries.own import own_referral
from lynchpin.frontdoor.queries.referrals import referral
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.models import AuditEvent
from tests.support import trail


def test_a_step_is_kept_with_its_note_and_only_its_kind_is_in_the_trail(world):
    kept = world.routed()
    world.extended(kept, "met", note="Met at the library.")
    assert referral(world.central, kept.reference).timeline[-1].note == "Met at the library."
    assert trail("frontdoor.timeline_extended") == [{"kind": "met"}]
    assert "library" not in str(list(AuditEvent.unscoped.values_list("facts", flat=True)))


@pytest.mark.parametrize(("agrees", "days"), [(True, ["received", "contacted", "started"]), (False, ["received"])])
def test_the_referrer_sees_only_what_the_person_shares(world, agrees, days):
    referrer = world.actor("referrer", organisation="school")
    kept = world.routed(referral=world.referral(sent_by=referrer, referrer_may_know=agrees))
    world.extended(kept, "met", note="Met at the library.")
    assert [word for word, _ in own_referral(referrer, kept.reference).days] == days


def test_a_step_that_nobody_could_read_is_a_bug(world):
    with pytest.raises(ValueError, match="sneezed"):
        world.extended(world.referral(), "sneezed")


def test_a_referral_that_never_was_cannot_be_extended(world):
    kept = world.referral()
    kept.reference = "R-2222-2222"
    with pytest.raises(NotFound):
        world.extended(kept, "met")
