"""A digest says what the home says, as numbers: to whoever's work it is, and without a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail

from lynchpin.cli import main
from lynchpin.desk.jobs import address_of, write_digests
from lynchpin.desk.queries.waiting import FOUND, waiting_for
from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry
from lynchpin.notices.choices import DigestKind
from lynchpin.notices.jobs import send_digests
from lynchpin.notices.models import Digest
from lynchpin.notices.tellings import WORK, offered
from lynchpin.organisations.policy import CLOCK, POLICY
from tests.casework.approving import approval_asked
from tests.conftest import NOON


def told(actor) -> dict[str, int]:
    """What a colleague's newest digest says."""
    row = Digest.unscoped.filter(staff_id=actor.staff_id).order_by("-pk").first()
    return {kind: count for kind, count, _ in row.lines} if row else {}


def test_every_kind_is_found_somewhere_and_leads_somewhere():
    assert set(FOUND) == set(DigestKind)
    assert all(address_of(kind).startswith("/") for kind in DigestKind)


@pytest.mark.parametrize("kind", list(DigestKind))
def test_whoever_is_told_of_a_kind_may_see_it(kind):
    holders = [role for role, cells in POLICY.items() if WORK[kind] in cells and role != CLOCK]
    assert holders and all(str(FOUND[kind].permission) in POLICY[role] for role in holders)


def test_a_worker_is_told_who_is_due_and_who_is_new(world):
    three_weeks_ago = NOON - timedelta(days=21)
    world.colleagues_since(three_weeks_ago)
    world.case(worker=world.worker, at=three_weeks_ago)
    world.case(worker=world.worker)
    write_digests(at=NOON)
    assert told(world.worker) == {"contact-due": 1, "case-new": 1}


def test_what_waits_is_what_the_home_shows(world, as_):
    world.referral_to_open()
    world.case()
    write_digests(at=NOON)
    assert told(world.lead_worker)["referral-to-open"] == 1 and told(world.lead_worker)["case-waits"] == 1
    page = as_(world.lead_worker).get("/desk/").content.decode()
    assert page.count("Open a case<") == 1 and page.count("Give it to a worker<") == 1


def test_a_handover_a_plan_a_concern_and_a_letter_are_told_to_whose_work_they_are(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    world.concern(world.resident())
    world.notice(world.reachable("letter"))
    assert world.admin_officer and world.safeguarding_lead
    with clock.held(NOON + timedelta(days=61)):
        write_digests(at=clock.now())
    assert told(world.worker)["review-due"] == 1
    assert told(world.safeguarding_lead) == {"concern-due": 1}
    assert told(world.admin_officer)["letter-to-check"] == 1


def test_an_edition_that_waits_does_not_put_off_the_review_of_the_plan_in_force(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    with clock.held(NOON + timedelta(days=30)):
        world.plan(approval_asked(world, case), replace(world.worker, on=clock.today()), version=1)
    with clock.held(NOON + timedelta(days=61)):
        write_digests(at=clock.now())
    assert told(world.worker)["review-due"] == 1


def test_sealed_people_are_counted_for_nobody_who_may_not_see_them(world):
    case = world.case(worker=world.worker)
    world.restrict(world.resident_of(case), "sealed")
    write_digests(at=NOON)
    assert told(world.worker) == {}


def test_nothing_is_written_when_nothing_waits(world):
    assert world.worker and world.admin_officer
    assert write_digests(at=NOON) == 0 and not Digest.unscoped.exists()


def test_a_run_that_was_stopped_and_begun_again_tells_everybody_once(world):
    world.case(worker=world.worker)
    world.case()
    written = write_digests(at=NOON)
    assert write_digests(at=NOON) == 0
    assert send_digests(at=NOON).left == written == len(mail.outbox)
    assert send_digests(at=NOON).left == 0


def test_a_message_holds_no_personal_value_and_asking_is_no_look_at_anybody(world):
    case = world.case(worker=world.worker)
    looked = AccessEntry.unscoped.count()
    write_digests(at=NOON)
    send_digests(at=NOON)
    person, said = world.resident_of(case), "\n".join(message.body for message in mail.outbox)
    assert said and not any(value in said for value in (person.forename, person.surname, case.reference))
    assert AccessEntry.unscoped.count() == looked


def test_two_roles_of_one_colleague_are_told_in_one_message(world):
    world.case(worker=world.worker)
    world.assigned(world.worker.staff_id, "admin-officer")
    world.notice(world.reachable("letter"))
    write_digests(at=NOON)
    assert set(told(world.worker)) == {"case-new", "letter-to-check"}


def test_one_is_asked_only_for_what_is_due(world):
    world.case(worker=world.worker)
    assert waiting_for([world.worker], ["check-in-due"], NOON) == {}
    assert "case-new" in offered(world.worker)


@pytest.mark.django_db(databases="__all__")
def test_the_command_says_what_it_did(world, capsys):
    world.case(worker=world.worker)
    assert main(["notices", "digest"]) == 0
    assert "1 written.\n1 sent, 0 not taken" in capsys.readouterr().out
    assert main(["notices", "digest"]) == 0
    assert "0 written.\n0 sent" in capsys.readouterr().out
