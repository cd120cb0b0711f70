import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.kernel.models import AccessSubject
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.check_notice import check_notice
from lynchpin.notices.use_cases.post_letters import post_letters
from tests.casework.counting import statements
from tests.support import recorded, trail

PAGE = "/notices/post/"


def post(actor, *notices):
    return post_letters(actor, references=[each.reference for each in notices], at=clock.now())


def checked(world, resident=None, **facts):
    notice = world.notice(resident or world.reachable("letter"), **facts)
    check_notice(world.admin_officer, reference=notice.reference, version=1, at=clock.now())
    return notice


def states(*notices):
    return [Notice.unscoped.get(pk=each.pk).state for each in notices]


def test_a_pile_goes_to_the_post_together_and_each_letter_is_recorded(world):
    pile = checked(world), checked(world)
    assert post(world.admin_officer, *pile) == []
    assert states(*pile) == ["sent", "sent"] and recorded().count("notices.notice_posted") == 2
    assert trail("notices.letters_posted") == [{"posted": 2, "kept_back": 0}]


def test_posting_the_same_pile_again_changes_nothing(world):
    pile = checked(world), checked(world)
    post(world.admin_officer, *pile)
    assert post(world.admin_officer, *pile) == []
    assert trail("notices.letters_posted")[-1] == {"posted": 0, "kept_back": 0}


def test_what_became_unsafe_since_it_was_printed_stays_and_is_named(world):
    resident, moved = world.reachable("letter"), world.reachable("letter")
    unsafe, other_way, good = checked(world, resident), checked(world, moved), checked(world)
    world.concern(resident)
    world.safe_contact(moved, channels=["email"])
    assert post(world.admin_officer, unsafe, other_way, good) == sorted([unsafe.reference, other_way.reference])
    assert states(unsafe, other_way, good) == ["checked", "checked", "sent"]


def test_a_letter_that_promises_a_day_that_has_gone_is_left_for_somebody_to_look_at(world, as_):
    late, timely = (checked(world, params={"answer_by": day}) for day in ("2026-06-09", "2026-06-10"))
    page = as_(world.admin_officer).get(PAGE).content.decode()
    assert "It names a day that has passed." in page and f'value="{timely.reference}"' in page
    assert post(world.admin_officer, late, timely) == [late.reference]
    assert states(late, timely) == ["checked", "sent"]


def test_what_nobody_checked_or_was_cancelled_does_not_leave(world):
    waiting = world.notice(world.reachable("letter"))
    assert post(world.admin_officer, waiting) == [waiting.reference]
    assert states(waiting) == ["waiting"]


def test_a_letter_to_a_sealed_resident_is_to_be_taken_out(world):
    resident = world.reachable("letter")
    notice = checked(world, resident)
    world.restrict(resident, "sealed")
    assert post(world.admin_officer, notice) == [notice.reference] and states(notice) == ["checked"]


def test_posting_letters_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        post(world.central, checked(world))


def test_the_page_prints_what_may_leave_and_says_why_the_rest_may_not(world, as_):
    held = world.reachable("letter", surname="Tomos")
    kept, good = checked(world, held), checked(world, world.reachable("letter", language="en"))
    world.notice(world.reachable("letter"))
    world.concern(held)
    page = as_(world.admin_officer).get(PAGE).content.decode()
    assert page.count('class="app-letter"') == 1 and "7 Y Stryd" in page
    assert kept.reference in page and "Send nothing to this person now." in page
    assert f'value="{good.reference}"' in page and "Letters to check first: 1" in page


def test_the_pile_is_posted_from_the_page_and_whoever_was_shown_is_in_the_log(world, as_):
    pile = checked(world), checked(world)
    browser = as_(world.admin_officer)
    browser.get(PAGE)
    told = {"references": " ".join(each.reference for each in pile), "form_key": "one"}
    assert [browser.post(PAGE, told).status_code for _ in range(2)] == [303, 303]
    assert states(*pile) == ["sent", "sent"] and len(trail("notices.letters_posted")) == 1
    shown = set(AccessSubject.unscoped.values_list("subject_id", flat=True))
    assert {each.resident_id for each in pile} <= shown
    assert "No checked letter waits for the post." in browser.get(PAGE).content.decode()


def test_the_page_names_what_to_take_out_of_the_pile(world, as_):
    resident = world.reachable("letter")
    notice = checked(world, resident)
    world.concern(resident)
    page = as_(world.admin_officer).post(PAGE, {"references": notice.reference}, follow=True).content.decode()
    assert f"Take these out of the pile, because they may not leave now: {notice.reference}." in page


def test_a_form_that_names_no_letter_says_so(world, as_):
    page = as_(world.admin_officer).post(PAGE, {"references": "", "form_key": "k"})
    assert page.status_code == 422 and "Open this page again" in page.content.decode()


def test_whoever_may_not_post_may_not_print_the_pile(world, as_):
    assert as_(world.worker).get(PAGE).status_code == 403


def test_the_pile_is_reached_from_the_home_and_the_list(world, as_):
    checked(world)
    for address in ("/desk/", "/notices/"):
        assert f'href="{PAGE}"' in as_(world.admin_officer).get(address).content.decode()


def test_a_pile_needs_as_many_statements_as_one_letter(world, as_):
    browser = as_(world.admin_officer)
    checked(world)
    few = statements(lambda: browser.get(PAGE))
    for _ in range(3):
        checked(world)
    assert statements(lambda: browser.get(PAGE)) == few <= 15
