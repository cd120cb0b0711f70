"""Each page as a role that has it and as one that has not, and what pages of people must never do."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.people.choices import RestrictionKind
from lynchpin.people.models import FamilyMember, Resident, Restriction
from lynchpin.people.use_cases.form_family import form_family

OF_A_RESIDENT = ("", "amend/", "move/", "safe-contact/", "family/", "merge/")


@pytest.mark.parametrize("page", OF_A_RESIDENT)
def test_pages_of_a_resident_open_for_the_central_team_and_not_for_a_referrer(world, as_, page):
    address = f"/people/{world.resident().reference}/{page}"
    assert as_(world.central).get(address).status_code == 200
    assert as_(world.actor("referrer")).get(address).status_code == 403


@pytest.mark.parametrize(
    ("address", "role", "other"),
    [
        ("/people/", "central-support", "engagement-worker"),
        ("/people/new/", "central-support", "lead-worker"),
        ("/people/check/", "engagement-worker", "referrer"),
        ("/people/checks/", "central-support", "engagement-worker"),
        ("/people/merges/", "head-of-service", "central-support"),
        ("/people/restrictions/", "data-protection-officer", "head-of-service"),
    ],
)
def test_pages_open_for_their_role_and_no_other(world, as_, address, role, other):
    assert as_(world.actor(role)).get(address).status_code == 200
    assert as_(world.actor(other)).get(address).status_code == 403


def test_somebody_of_another_cluster_is_as_missing_as_nobody(world, as_):
    elsewhere = world.resident(area_code=world.IN_TAF_WEST)
    browser = as_(world.lead_worker)
    there, nowhere = browser.get(f"/people/{elsewhere.reference}/"), browser.get("/people/P-2222-2222/")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert as_read(there) == as_read(nowhere)


def test_the_reference_of_a_merged_record_opens_the_survivor(world, as_):
    kept, merged = world.resident(), world.resident()
    world.merged(kept, merged)
    assert kept.reference in as_(world.central).get(f"/people/{merged.reference}/").content.decode()


def test_a_search_is_logged_with_whom_it_showed(world, as_):
    resident = world.resident(surname="Ŵyn-Jones")
    page = as_(world.central).get("/people/", {"q": "wyn jones"})
    assert "Ŵyn-Jones" in page.content.decode()
    entry = AccessEntry.unscoped.get(action="search")
    assert list(AccessSubject.unscoped.filter(entry_id=entry.pk).values_list("subject_id", flat=True)) == [resident.pk]


def test_nothing_found_leads_to_the_central_team(world, as_):
    page = as_(world.lead_worker).get("/people/", {"q": "Bartholomew Featherstonehaugh"})
    assert "/people/check/" in page.content.decode()


def test_somebody_like_a_known_person_is_shown_before_being_added(world, as_):
    world.resident(forename="Siân", surname="Llywelyn")
    browser, form = as_(world.central), {"forename": "Sian", "surname": "Llewelyn"}
    page = browser.post("/people/new/", form)
    assert "Siân Llywelyn" in page.content.decode()
    assert Resident.unscoped.count() == 1
    assert browser.post("/people/new/", form | {"not_these": "on"}).status_code == 303
    assert Resident.unscoped.count() == 2


def test_a_stale_form_shows_both_texts_and_can_be_sent_again(world, as_):
    resident = world.resident(surname="Pritchard")
    world.amend(resident, surname="Pritchard-Hughes")
    browser, address = as_(world.central), f"/people/{resident.reference}/amend/"
    typed = {"forename": resident.forename, "surname": "Prichard", "version": resident.version}
    page = browser.post(address, typed)
    assert page.status_code == 422
    assert "Pritchard-Hughes" in page.content.decode() and "Prichard" in page.content.decode()
    assert browser.post(address, typed | {"version": page.context["form"]["version"].value()}).status_code == 303
    assert Resident.unscoped.get(pk=resident.pk).surname == "Prichard"


def test_a_protected_address_is_on_no_page(world, as_):
    resident = world.resident(forename="Heledd", address="9 Cilfach", postcode="CF40 1AA")
    world.restrict(resident, "protected-address")
    browser = as_(world.central)
    for address in ("/people/?q=Heledd", *(f"/people/{resident.reference}/{page}" for page in OF_A_RESIDENT)):
        shown = browser.get(address).content.decode()
        assert "Cilfach" not in shown and "CF40 1AA" not in shown


def test_a_merge_is_approved_on_its_page_by_somebody_else(world, as_):
    reference = world.proposed_merge(world.resident(), world.resident())
    browser = as_(world.head)
    assert browser.get(f"/people/merges/{reference}/").status_code == 200
    assert browser.post(f"/people/merges/{reference}/", {"version": 1}).status_code == 303
    assert browser.post(f"/people/merges/{reference}/undo/", {"version": 2}).status_code == 303
    assert browser.post(f"/people/merges/{reference}/decline/", {"version": 3}).status_code == 409


def test_a_seal_is_put_on_and_lifted_on_pages(world, as_):
    resident = world.resident()
    browser = as_(world.data_protection_officer)
    address = f"/people/{resident.reference}/restrict/"
    assert browser.get(address).status_code == 200
    form = {"kind": "sealed", "reason": "A relative works here", "named": [world.lead_worker.staff_id]}
    assert browser.post(address, form).status_code == 303
    assert "Sealed record" in browser.get("/people/restrictions/").content.decode()
    restriction = Restriction.unscoped.get()
    assert browser.post(f"/people/restrictions/{restriction.pk}/lift/", {"version": 1}).status_code == 303


def test_a_family_and_safe_contact_are_recorded_on_pages(world, as_):
    parent, child = world.resident(), world.resident()
    browser = as_(world.central)
    family = {"own_role": "adult", "other_1": child.reference.lower(), "role_1": "child"}
    assert browser.post(f"/people/{parent.reference}/family/", family).status_code == 303
    answers = {"channels": ["phone"], "voicemail_ok": "no", "letters_discreet": "yes", "version": 1}
    assert browser.post(f"/people/{parent.reference}/safe-contact/", answers).status_code == 303
    shown = browser.get(f"/people/{parent.reference}/").content.decode()
    assert child.surname in shown and "Phone call" in shown


def test_a_move_is_recorded_on_its_page(world, as_):
    resident = world.resident()
    move = {"address": "4 Y Stryd", "area_code": world.IN_TAF_WEST, "second": "no", "version": 1}
    day = {"moved_on_day": 9, "moved_on_month": 6, "moved_on_year": 2026}
    assert as_(world.central).post(f"/people/{resident.reference}/move/", move | day).status_code == 303
    assert Resident.unscoped.get(pk=resident.pk).cluster_id == "taf-west"


RIGHTS = ("django_session", "organisations_", "kernel_", "SAVEPOINT")


def statements(browser, address):
    """Statements of the page itself: session, rights and log are left out."""
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return sum(not any(word in query["sql"] for word in RIGHTS) for query in seen.captured_queries)


def as_read(page):
    """A page without what is drawn anew for every answer."""
    return re.sub(rb'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', b"", page.content)


def test_statements_do_not_grow_with_the_people_found(world, as_):
    browser = as_(world.central)
    counts = []
    for _ in range(2):
        for _ in range(3):
            world.resident(forename="Ceri", surname="Rees", address="1 Y Stryd", postcode="CF1 1AA")
        counts.append(statements(browser, "/people/?q=ceri+rees"))
    assert counts[0] == counts[1] <= 15


def test_statements_do_not_grow_with_the_family(world, as_):
    parent, browser, counts = world.resident(), as_(world.central), []
    for size in (1, 4):
        relatives = [(world.resident().reference, "child") for _ in range(size)]
        form_family(world.central, members=[(parent.reference, "adult"), *relatives], at=clock.now())
        counts.append(statements(browser, f"/people/{parent.reference}/"))
    assert counts[0] == counts[1] <= 30


def test_a_hit_and_a_record_lead_to_everything_about_the_person_where_the_role_may_read_it(world, as_):
    resident = world.resident(surname="Ŵyn-Jones")
    overview, record = f'href="/desk/people/{resident.reference}/"', f'href="/people/{resident.reference}/"'
    lead = as_(world.lead_worker)
    assert overview in lead.get("/people/", {"q": "wyn jones"}).content.decode()
    assert overview in lead.get(f"/people/{resident.reference}/").content.decode()
    officer = as_(world.admin_officer)
    hits = officer.get("/people/", {"q": "wyn jones"}).content.decode()
    assert record in hits and overview not in hits
    assert overview not in officer.get(f"/people/{resident.reference}/").content.decode()


def test_nobody_is_asked_whether_a_person_is_one_of_those_above_while_nobody_is_above(world, as_):
    world.resident(forename="Siân", surname="Llywelyn")
    browser, question = as_(world.central), "this is none of them"
    assert question not in browser.get("/people/new/").content.decode()
    alike = browser.post("/people/new/", {"forename": "Sian", "surname": "Llewelyn"})
    assert question in alike.content.decode()


def test_whoever_was_not_asked_how_it_is_safe_can_be_asked_at_once(world, as_):
    resident = world.resident()
    asking = f'href="/people/{resident.reference}/safe-contact/">Ask them'
    assert asking in as_(world.lead_worker).get(f"/people/{resident.reference}/").content.decode()
    assert asking not in as_(world.admin_officer).get(f"/people/{resident.reference}/").content.decode()


def test_those_at_the_same_address_are_offered_by_name_for_a_family(world, as_):
    home = {"address": "7 Y Stryd", "postcode": "CF39 9AA"}
    mother, child = world.resident(**home), world.resident(forename="Llŷr", **home)
    elsewhere = world.resident(address="8 Y Stryd", postcode="CF39 9AA")
    browser, address = as_(world.central), f"/people/{mother.reference}/family/"
    page = browser.get(address).content.decode()
    assert "Part of Llŷr" in page and elsewhere.surname not in page
    sent = browser.post(address, {"own_role": "adult", f"with_{child.reference}": "child"})
    assert sent.status_code == 303
    assert set(FamilyMember.unscoped.values_list("resident_id", "role")) == {(mother.pk, "adult"), (child.pk, "child")}


def test_those_whose_address_is_protected_are_not_given_away_by_a_family_form(world, as_):
    home = {"address": "7 Y Stryd", "postcode": "CF39 9AA"}
    one, other = world.resident(**home), world.resident(forename="Llŷr", **home)
    world.restrict(other, RestrictionKind.PROTECTED_ADDRESS)
    assert "Llŷr" not in as_(world.central).get(f"/people/{one.reference}/family/").content.decode()


def test_records_like_this_one_are_offered_for_a_merge_and_fill_the_form(world, as_):
    kept, other = (world.resident(forename="Siân", surname="Llywelyn") for _ in range(2))
    browser, address = as_(world.central), f"/people/{kept.reference}/merge/"
    page = browser.get(address).content.decode()
    assert f'href="?merged={other.reference}"' in page and f"?merged={kept.reference}" not in page
    assert f'value="{other.reference}"' in browser.get(address, {"merged": other.reference}).content.decode()


HOSTILE = ["<script>alert(1)</script>", "' OR 1=1 --", "W" * 4000, "\u202egnirts", "Ŵŷôâ" * 30, "%00", "{{ 7 * 7 }}"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_search_takes_whatever_is_typed_as_words(world, as_, typed):
    page = as_(world.central).get("/people/", {"q": typed})
    assert page.status_code == 200 and "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_record_cannot_be_merged_with_what_is_no_reference(world, as_, typed):
    resident = world.resident()
    form = {"merged": typed[:14], "why": "They are one person"}
    answer = as_(world.central).post(f"/people/{resident.reference}/merge/", form)
    assert answer.status_code == 422 and "Check the reference." in answer.content.decode()
