"""Two services cannot help, one after the other. Nobody is dropped: the third one can."""

from __future__ import annotations

from datetime import timedelta

from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from tests.journeys import given

OFFERED = "main ol a[href*='/ask/']"  # who could be asked, best first


def test_somebody_whom_two_services_decline_still_ends_well(arrive):
    # given somebody whom the centre knows
    with clock.held(clock.now() - timedelta(days=20)):
        sent = given.referral(routed=False, at=clock.now())
        given.screened(sent)
    centre = arrive("central-support")
    centre.visit(f"/frontdoor/referrals/{sent.reference}/")
    # when two services in turn say no, then somebody of the centre has them again, and is shown who is left to ask
    asked = []
    for because in (ReturnCause.DECLINED, ReturnCause.NO_CAPACITY):
        asked.append(ask_the_first(centre))
        say_what_they_answered(centre, answer=because)
        assert kept(sent).status == ReferralStatus.RETURNED and kept(sent).owner_id
        assert asked[-1] != centre.page.locator(OFFERED).first.get_attribute("href")
    # and when the third one helps, it ends well
    asked.append(ask_the_first(centre))
    say_what_they_answered(centre, answer="accepted", starts_on=clock.today())
    centre.follow("/finish/")
    centre.answer(how=EndCode.HELPED)
    centre.submit()
    assert kept(sent).status == ReferralStatus.ENDED and len(set(asked)) == 3
    assert all(name in centre.text() for name in map(str, (ReferralStatus.ENDED.label, ReturnCause.DECLINED.label)))


def ask_the_first(centre):
    """The first of those who could be asked is asked. Gives who that is, as the address of the asking tells it."""
    first = centre.page.locator(OFFERED).first
    asked = first.get_attribute("href")
    centre.follow(first)
    centre.answer(person_agreed_on=clock.today(), packet="Would like to know what help there is with bills.")
    centre.submit()
    return asked


def say_what_they_answered(centre, **said):
    centre.follow("/answered/")
    centre.answer(answered_by="The duty officer", **said)
    centre.submit()


def kept(sent):
    return Referral.unscoped.get(reference=sent.reference)
