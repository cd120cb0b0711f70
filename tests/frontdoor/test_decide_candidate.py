"""A named reviewer decides about one family, with a reason; an agreed one has an owner from that moment."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from lynchpin.frontdoor.choices import CandidateState, ReferralSource, ReferralStatus
from lynchpin.frontdoor.forms.candidates import CandidateForm
from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.frontdoor.queries.candidates import candidate
from lynchpin.frontdoor.use_cases.decide_candidate import decide_candidate
from lynchpin.frontdoor.views.candidates import asked_of
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from lynchpin.people.models import FamilyMember, Resident
from lynchpin.profiles.models import ProfileRun
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.support import recorded, refused, trail
from tests.world.frontdoor import Profiled
from tests.world.people import letters

NEW = (("f1-0", ""), ("f1-1", ""))
AGREED = {
    "decision": "agree",
    "ground": "as_shown",
    "decision_reason": "School is worried too.",
    "stated_reason": "The school says mornings are hard.",
    "members": NEW,
    "first_key": "f1-0",
}
LOWRI = {"forename": "Lowri", "surname": "Gethin", "birth_date": date(1990, 5, 1)}


def decide(actor, found, **given):
    told = {"reference": found.reference, "version": found.version} | AGREED | given
    return decide_candidate(actor, at=NOON, **told)


def test_an_agreed_family_is_welcomed_gathered_and_given_an_owner(world):
    lead = world.lead_worker
    (found,) = world.raised(Profiled())
    referral = world.kept(decide(world.central, found))
    assert (referral.source, referral.status) == (ReferralSource.PROFILING, ReferralStatus.ROUTED)
    assert (referral.owner_id, referral.cluster_id) == (lead.staff_id, "porth")
    assert world.resident_behind(referral).forename == "Lowri"
    assert FamilyMember.unscoped.count() == 2
    assert trail("frontdoor.candidate_decided") == [
        {"decision": "agree", "ground": "as_shown", "run": found.run_reference}
    ]
    assert Candidate.unscoped.get().state == CandidateState.AGREED
    assert not Notice.unscoped.exists(), "nobody is written to before they were met"


def test_somebody_known_is_not_added_again(world):
    known = world.resident(**LOWRI)
    (found,) = world.raised(Profiled())
    referral = world.kept(decide(world.central, found, members=(("f1-0", known.reference), ("f1-1", ""))))
    assert referral.resident_id == known.pk
    assert Resident.unscoped.count() == 2


def test_a_family_outside_every_cluster_has_an_owner(world):
    (found,) = world.raised(Profiled(cluster="", area=world.OUTSIDE))
    assert world.kept(decide(world.central, found)).owner_id == world.central.staff_id


def test_a_rejected_family_leaves_no_resident_and_no_referral(world):
    (found,) = world.raised(Profiled())
    assert decide(world.central, found, decision="reject", members=()) == ""
    assert (Resident.unscoped.count(), Referral.unscoped.count()) == (0, 0)
    assert recorded()[-1] == "frontdoor.candidate_decided"


def test_raising_makes_it_more_urgent_than_lowering(world):
    first, second = world.raised(Profiled(), Profiled(key="f2"))
    raised = decide(world.central, first, decision="raise")
    lowered = decide(world.central, second, decision="lower", members=(("f2-0", ""), ("f2-1", "")), first_key="f2-0")
    assert (world.kept(raised).urgency, world.kept(lowered).urgency) == ("soon", "routine")


def test_a_family_is_decided_once(world):
    (found,) = world.raised(Profiled())
    decide(world.central, found)
    with refused("candidate_decided_already"):
        decide(world.central, Candidate.unscoped.get())


def test_a_stale_decision_is_refused(world):
    (found,) = world.raised(Profiled())
    world.rejected(found)
    with refused("changed_meanwhile"):
        decide(world.central, found)


def test_what_was_withheld_is_not_decided(world):
    *_, withheld = world.raised(*(Profiled(key=f"f{n}") for n in range(6)))
    with refused("candidate_waits"):
        decide(world.central, withheld)


@pytest.mark.parametrize(
    ("given", "code"),
    [({"members": NEW[:1]}, "member_not_answered"), ({"first_key": "f9-9"}, "nobody_to_approach")],
)
def test_every_person_is_answered_for_and_somebody_is_spoken_with(world, given, code):
    (found,) = world.raised(Profiled())
    with refused(code):
        decide(world.central, found, **given)
    assert Resident.unscoped.count() == 0


def test_a_family_with_someone_who_has_said_no_since_is_not_approached(world):
    known = world.resident(**LOWRI)
    (found,) = world.raised(Profiled())
    world.said_no(world.screened(resident=known))
    with refused("no_within_a_year"):
        decide(world.central, found, members=(("f1-0", known.reference), ("f1-1", "")))


def test_a_resident_out_of_sight_cannot_be_tied(world):
    (found,) = world.raised(Profiled())
    sealed = world.resident(**LOWRI)
    world.restrict(sealed, "sealed")
    with pytest.raises(NotFound):
        decide(world.central, found, members=(("f1-0", sealed.reference), ("f1-1", "")))


def test_deciding_needs_its_permission(world):
    (found,) = world.raised(Profiled())
    with pytest.raises(NotPermitted):
        decide(world.lead_worker, found)


def test_both_scores_open_into_findings_that_add_up_and_what_is_missing_is_said(world):
    (found,) = world.raised(Profiled())
    profile = candidate(world.central, found.reference).profile
    for axis in (profile.vulnerability, profile.resilience):
        assert sum(finding.points for finding in axis.findings) == axis.points > 0
    assert profile.absent_feeds == ("housing",)
    assert profile.vulnerability.near_boundary and not profile.resilience.near_boundary


def test_a_stopped_run_shows_no_score_of_its_families(world, as_):
    (found,) = world.raised(Profiled())
    run = ProfileRun.unscoped.get()
    withdraw_profile_run(world.actor("profile-owner"), reference=run.reference, version=run.version, at=NOON)
    page = as_(world.central).get(f"/frontdoor/candidates/{found.reference}/").content.decode()
    assert "This family is not up for review." in page
    assert "Lowri" not in page and "Vulnerability" not in page and "Keep the decision" not in page


def test_what_was_decided_stands_first_with_its_referral_and_asks_nothing_more(world, as_):
    assert world.lead_worker
    (found,) = world.raised(Profiled())
    referral = decide(world.central, found)
    page = as_(world.central).get(f"/frontdoor/candidates/{found.reference}/").content.decode()
    assert page.index("School is worried too.") < page.index("Vulnerability")
    assert f"/frontdoor/referrals/{referral}/" in page
    assert "Keep the decision" not in page and "Open it to see" not in page


def test_nothing_is_asked_about_people_like_whom_nobody_is_known_and_no_child_is_offered_to_speak_with(world):
    world.resident(**LOWRI)
    (found,) = world.raised(Profiled())
    form = CandidateForm(members=asked_of(candidate(world.central, found.reference)))
    lowri, cadi = (form[f"member_{place}"] for place in (0, 1))
    assert (lowri.is_hidden, cadi.is_hidden, cadi.value()) == (False, True, "new")
    assert form.fields["first_key"].choices == [("f1-0", "Lowri Gethin")] and form["first_key"].value() == "f1-0"


def test_the_page_shows_everything_and_keeps_one_decision(world, as_):
    assert world.lead_worker
    (found,) = world.raised(Profiled())
    world.resident(**LOWRI)
    browser, address = as_(world.central), f"/frontdoor/candidates/{found.reference}/"
    assert statements(lambda: browser.get(address)) <= 30
    page = browser.get(address).content.decode()
    assert "A profile only suggests" in page and "Who is Lowri Gethin?" in page
    assert "Amber begins at 15 points, and red at 30." in page and "Medium begins at 8 points" in page
    typed = {"version": found.version, "member_0": "new", "member_1": "new"}
    typed |= {name: AGREED[name] for name in ("decision", "ground", "decision_reason", "stated_reason", "first_key")}
    assert browser.post(address, typed | {"member_1": ""}).status_code == 422
    assert browser.post(address, typed).status_code == 303
    assert Referral.unscoped.get().stated_reason == AGREED["stated_reason"]


def test_a_large_family_is_reviewed_by_as_many_statements_as_a_small_one(world, as_):
    assert world.lead_worker
    born = [date(1980 + n, 5, 1) for n in range(8)]
    large = tuple(("child", f"Cadi{letters(n)}", "Gethin", day) for n, day in enumerate(born))
    for n, day in enumerate(born):
        world.resident(forename=f"Cadi{letters(n)}", surname="Gethin", birth_date=day, postcode="CF39 9AA")
    found = world.raised(Profiled(people=large[:1]), Profiled(key="f2", people=large))
    browser = as_(world.central)
    addresses = [f"/frontdoor/candidates/{each.reference}/" for each in found]
    pages = [browser.get(address) for address in addresses]  # what a first visit alone asks is not the family's doing
    assert all(member.alike for page in pages for member in page.context["facts"].members)
    few, many = (statements(partial(browser.get, address)) for address in addresses)
    assert few == many


def test_the_page_is_the_reviewers(world, as_):
    (found,) = world.raised(Profiled())
    assert as_(world.lead_worker).get(f"/frontdoor/candidates/{found.reference}/").status_code == 403
