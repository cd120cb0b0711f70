import pytest

from lynchpin.casework.models import Contact, EarlierWording
from lynchpin.casework.use_cases.correct_contact import correct_contact
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.outcomes.use_cases.close_case import close_case
from tests.support import refused, trail


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


def written(world, case) -> Contact:
    return Contact.unscoped.get(pk=world.contact(case, world.worker, note="Saw her sister"))


def correct(actor, case, contact, **answers) -> int:
    given = {"minutes": 30, "note": "Saw her brother", "version": contact.version} | answers
    return correct_contact(actor, reference=case.reference, contact_id=contact.pk, at=clock.now(), **given)


def test_a_note_is_put_right_and_what_it_said_before_is_kept(world, case):
    contact = written(world, case)
    correct(world.lead_worker, case, contact)
    after = Contact.unscoped.get()
    assert (after.note, after.corrected_at, after.corrected_by) == (
        "Saw her brother",
        clock.now(),
        world.lead_worker.staff_id,
    )
    before = EarlierWording.unscoped.get()
    assert (before.words["note"], before.recorded_by) == ("Saw her sister", world.worker.staff_id)
    assert trail("casework.contact_corrected")[-1] == {"case": case.pk, "version": 2}


def test_each_correction_keeps_the_one_before(world, case):
    contact = written(world, case)
    correct(world.lead_worker, case, contact)
    correct(world.worker, case, contact, note="Saw them both", version=2)
    kept = EarlierWording.unscoped.order_by("row_version")
    assert [(each.words["note"], each.recorded_by) for each in kept] == [
        ("Saw her sister", world.worker.staff_id),
        ("Saw her brother", world.lead_worker.staff_id),
    ]


def test_a_stale_correction_is_not_kept(world, case):
    contact = written(world, case)
    correct(world.lead_worker, case, contact)
    with pytest.raises(Stale):
        correct(world.worker, case, contact, note="Saw nobody")


def test_a_stale_page_shows_each_field_of_both_and_saves_over_after_it_was_seen(world, as_, case):
    contact = written(world, case)
    correct(world.lead_worker, case, contact, minutes=60)
    browser, address = as_(world.worker), f"/casework/{case.reference}/contact/{contact.pk}/"
    typed = {"version": "1", "minutes": "30", "note": "Saw nobody", "next_step": "Ring"}
    page = browser.post(address, typed)
    both = {each.label: (each.stored, each.typed) for each in page.context["form"].differences}
    assert page.status_code == 422 and both == {
        "How many minutes, about?": ("60", "30"),
        "What happened?": ("Saw her brother", "Saw nobody"),
        "What happens next?": ("", "Ring"),
    }
    text = page.content.decode()
    assert page.context["form"].differences[0].by in text and "10 June 2026 at 13:00" in text
    assert text.count("Saw nobody") >= 2, "beside the other, and in the form"
    saved = typed | {"version": page.context["form"]["version"].value()}
    assert browser.post(address, saved).status_code == 303
    assert Contact.unscoped.get().note == "Saw nobody"
    assert EarlierWording.unscoped.filter(words__note="Saw her brother").exists(), "theirs is not lost either"


def test_what_it_said_before_is_on_its_page(world, as_, case):
    contact = written(world, case)
    correct(world.lead_worker, case, contact)
    browser = as_(world.worker)
    assert "Saw her sister" in browser.get(f"/casework/{case.reference}/contact/{contact.pk}/").content.decode()
    assert "Put right on 10 June 2026" in browser.get(f"/casework/{case.reference}/").content.decode()


def test_a_closed_case_takes_no_correction(world, case):
    contact = written(world, case)
    world.contact(case, world.worker)
    version = world.again(case.reference).version
    close_case(world.lead_worker, reference=case.reference, version=version, reason="moved-away", at=clock.now())
    with refused("case_closed"):
        correct(world.lead_worker, case, contact)


def test_a_contact_of_another_case_is_not_found(world, case):
    with pytest.raises(NotFound):
        correct(world.worker, world.case(worker=world.worker), written(world, case))


def test_a_colleagues_case_is_not_found(world, case):
    with pytest.raises(NotFound):
        correct(world.actor("engagement-worker", cluster="porth"), case, written(world, case))


def test_correcting_needs_its_permission(world, case):
    with pytest.raises(NotPermitted):
        correct(world.without(world.worker, "casework.correct_contact"), case, written(world, case))


def test_a_manager_may_not_open_the_page(world, as_, case):
    contact = written(world, case)
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{case.reference}/contact/{contact.pk}/").status_code == 403
