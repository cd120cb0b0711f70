from datetime import timedelta

import pytest

from lynchpin.casework.models import FamilyAssessment, FamilyVoice
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail

DAY = {"held_on_day": "10", "held_on_month": "6", "held_on_year": "2026"}


def test_a_family_is_assessed_in_its_own_words_strengths_first(world):
    team, _, mother, _ = world.agreed_team()
    assert world.family_assessed(team, world.worker, voices={mother.pk: "Dwi wedi blino"}) == 1
    assert FamilyVoice.unscoped.get().words == "Dwi wedi blino"
    assert trail("casework.family_assessed") == [{"edition": 1, "voices": 1, "language": "cy"}]


def test_a_later_edition_leaves_the_earlier_one(world):
    team, *_ = world.agreed_team()
    world.family_assessed(team, world.worker)
    assert world.family_assessed(team, world.worker, version=1, hopes="Gwyliau gyda'n gilydd") == 2
    assert list(FamilyAssessment.unscoped.order_by("edition").values_list("hopes", flat=True)) == [
        "Mwy o gwsg i bawb",
        "Gwyliau gyda'n gilydd",
    ]


def test_an_assessment_typed_over_another_is_stale_and_loses_neither(world, as_):
    team, *_ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/assessment/"
    assert browser.get(address).status_code == 200
    world.family_assessed(team, world.worker)
    with pytest.raises(Stale):
        world.family_assessed(team, world.worker)
    typed = DAY | {"version": "0", "language": "en", "risk_explained": "on", "strengths": "Nan", "hopes": "A holiday"}
    page = browser.post(address, typed)
    assert page.status_code == 422 and "A holiday" in page.content.decode()
    assert "Mwy o gwsg i bawb" in page.content.decode()
    assert browser.post(address, typed | {"version": page.context["form"]["version"].value()}).status_code == 303


def test_nothing_is_assessed_before_somebody_agrees(world):
    team = world.family_team(world.case(worker=world.worker), world.worker)
    with refused("nobody_agreed"):
        world.family_assessed(team, world.worker)


def test_the_family_is_told_first_that_a_risk_to_a_child_is_passed_on(world):
    team, *_ = world.agreed_team()
    with refused("risk_not_explained"):
        world.family_assessed(team, world.worker, risk_explained=False)


def test_nobody_is_quoted_who_did_not_agree(world):
    team, _, _, daughter = world.agreed_team()
    with refused("about_without_consent"):
        world.family_assessed(team, world.worker, voices={daughter.pk: "Dwi ddim yn cysgu"})


def test_an_assessment_is_not_of_tomorrow(world):
    team, *_ = world.agreed_team()
    with refused("assessed_in_future"):
        world.family_assessed(team, world.worker, held_on=clock.today() + timedelta(days=1))


def test_the_paper_has_every_heading_in_both_languages(world, as_):
    team, _, mother, _ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/paper/"
    assert browser.get(address).status_code == 404, "nothing is written yet"
    world.family_assessed(team, world.worker, voices={mother.pk: "Dwi wedi blino"})
    world.family_action(team, world.worker)
    for language in ("en", "cy"):
        page = browser.get(address, {"language": language}).content.decode()
        for told in ("What is going well, and who helps", "Mam-gu", "Dwi wedi blino", "Ring the housing office"):
            assert told in page, (language, told)
        assert 'lang="cy"' in page and 'lang="en"' in page


def test_a_colleagues_team_is_not_found(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotFound):
        world.family_assessed(team, world.actor("engagement-worker", cluster="porth"))


def test_assessing_needs_its_permission(world, as_):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        world.family_assessed(team, world.without(world.worker, "casework.assess_family"))
    assert as_(world.cluster_manager).get(f"/casework/families/{team.reference}/assessment/").status_code == 403
