from datetime import timedelta

import pytest

from lynchpin.casework.models import FamilyAction, FamilyConsent, FamilyTeam
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.support import refused, trail


def test_each_says_yes_or_no_for_themselves(world):
    team, _, mother, daughter = world.agreed_team()
    assert world.agrees(team, daughter, world.worker, yes=False) == "no"
    found = dict(FamilyConsent.unscoped.values_list("resident_id", "answer"))
    assert found == {mother.pk: "yes", daughter.pk: "no"}
    assert trail("casework.family_answer_recorded")[-1] == {"resident": daughter.pk, "answer": "no", "stopped": 0}


def test_a_child_answers_when_somebody_says_why_they_can(world):
    mother, daughter = world.mother_and_daughter(age=14)
    team = world.family_team(world.case(mother, worker=world.worker), world.worker)
    with refused("answer_of_a_child"):
        world.agrees(team, daughter, world.worker)
    world.agrees(team, daughter, world.worker, able_because="She told me in her own words what the team is for")
    kept = FamilyConsent.unscoped.get()
    assert (kept.answer, kept.recorded_by) == ("yes", world.worker.staff_id) and "own words" in kept.able_because


def test_a_childs_no_needs_no_reason(world):
    mother, daughter = world.mother_and_daughter(age=14)
    team = world.family_team(world.case(mother, worker=world.worker), world.worker)
    assert world.agrees(team, daughter, world.worker, yes=False) == "no"


def test_somebody_whose_age_is_not_known_is_an_adult_only_if_the_family_says_so(world):
    adult, child = world.resident(forename="Mair"), world.resident(forename="Non")
    world.family_of(adult, child)
    team = world.family_team(world.case(adult, worker=world.worker), world.worker)
    with refused("answer_without_age"):
        world.agrees(team, child, world.worker)
    assert world.agrees(team, adult, world.worker) == "yes"


def test_a_yes_taken_back_ends_what_it_covered_and_nothing_else(world, as_):
    team, _, mother, daughter = world.agreed_team()
    world.agrees(team, daughter, world.worker)
    world.family_assessed(team, world.worker, voices={daughter.pk: "Dwi ddim yn cysgu", mother.pk: "Dwi wedi blino"})
    hers = world.family_action(team, world.worker, resident_id=daughter.pk)
    everybodys = world.family_action(team, world.worker)
    page = as_(world.worker).get(f"/casework/families/{team.reference}/").content.decode()
    assert "Dwi ddim yn cysgu" in page
    assert world.agrees(team, daughter, world.worker, yes=False) == "withdrawn"
    states = dict(FamilyAction.unscoped.values_list("pk", "status"))
    assert states == {hers.pk: "stopped", everybodys.pk: "open"}
    for address in ("", "paper/"):
        page = as_(world.worker).get(f"/casework/families/{team.reference}/{address}").content.decode()
        assert "Dwi ddim yn cysgu" not in page and "Dwi wedi blino" in page


def test_when_nobody_agrees_any_longer_the_team_is_closed(world):
    team, _, mother, _ = world.agreed_team()
    action = world.family_action(team, world.worker)
    world.agrees(team, mother, world.worker, yes=False)
    closed = FamilyTeam.unscoped.get(pk=team.pk)
    assert (closed.status, closed.outcome, closed.closed_on) == ("closed", "consent-withdrawn", clock.today())
    assert FamilyAction.unscoped.get(pk=action.pk).status == "stopped"
    with refused("family_team_closed"):
        world.agrees(team, mother, world.worker)


def test_the_same_answer_twice_is_kept_once(world):
    team, _, mother, _ = world.agreed_team()
    with refused("answer_given_already"):
        world.agrees(team, mother, world.worker)
    assert FamilyConsent.unscoped.count() == 1


def test_no_answer_comes_from_tomorrow_or_from_a_stranger(world):
    team, _, _, daughter = world.agreed_team()
    with refused("answer_in_future"):
        world.agrees(team, daughter, world.worker, told_on=clock.today() + timedelta(days=1))
    with refused("answer_of_a_stranger"):
        world.agrees(team, world.resident(), world.worker)


def test_a_colleagues_team_is_not_found(world):
    team, _, _, daughter = world.agreed_team()
    with pytest.raises(NotFound):
        world.agrees(team, daughter, world.actor("engagement-worker", cluster="porth"))


def test_recording_an_answer_needs_its_permission(world):
    team, _, _, daughter = world.agreed_team()
    with pytest.raises(NotPermitted):
        world.agrees(team, daughter, world.without(world.worker, "casework.record_family_answer"))


def test_an_answer_is_recorded_on_its_page(world, as_):
    team, _, _, daughter = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/answers/{daughter.pk}/"
    assert browser.get(address).status_code == 200
    assert browser.get(address.replace(str(daughter.pk), "999999")).status_code == 404
    day = {"told_on_day": "10", "told_on_month": "6", "told_on_year": "2026"}
    assert browser.post(address, day).status_code == 422
    assert browser.post(address, day | {"agrees": "yes"}).status_code == 303
