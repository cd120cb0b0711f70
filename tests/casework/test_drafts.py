"""What is half-typed is kept for whoever types it, shown to nobody else, and gone once its form is saved."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client

from lynchpin.casework.models import Contact
from lynchpin.kernel import clock, drafts
from lynchpin.kernel.models import AccessEntry, AccessSubject, Draft
from lynchpin.organisations.models import Account

FROM_HTMX = {"headers": {"HX-Request": "true"}}


def signed_in(actor) -> Client:
    """A browser of its own for each colleague."""
    browser = Client()
    browser.force_login(
        Account.objects.get(pk=actor.user_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    session = browser.session
    session["assignment"] = actor.assignment_id
    session.save()
    return browser


def contact_page(case) -> str:
    return f"/casework/{case.reference}/contact/"


def typed(browser, address, **answers) -> dict[str, str]:
    """A contact form as a browser has it, with some of it typed."""
    form = browser.get(address).context["form"]
    told = {name: str(form[name].value() or "") for name in ("form_key", "client_id", "kind", "minutes")}
    on = {"happened_on_day": "10", "happened_on_month": "6", "happened_on_year": "2026"}
    return told | on | answers


def kept(browser, address, **answers) -> dict[str, str]:
    """What a browser sends by itself while somebody types."""
    sent = typed(browser, address, **answers)
    answer = browser.post(address, sent | {"draft": "keep"}, **FROM_HTMX)
    assert (answer.status_code, answer.content) == (204, b"")
    return sent


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


@pytest.mark.parametrize(
    ("page", "field"),
    [("contact", "note"), ("what-matters", "outcomes"), ("plan", "words_2"), ("plan", "agreed_on_day")],
)
def test_what_was_typed_is_in_the_form_again_and_the_page_says_since_when(world, case, page, field):
    browser, address = signed_in(world.worker), f"/casework/{case.reference}/{page}/"
    browser.post(address, {field: "31", "draft": "keep"}, **FROM_HTMX)
    with clock.held(clock.now() + timedelta(minutes=5)):
        text = browser.get(address).content.decode()
    assert "We kept what you had typed at 13:00 on 10 June" in text, "noon of the held clock is one o'clock here"
    assert "31</textarea>" in text or 'value="31"' in text


def test_without_scripts_a_button_keeps_it_and_says_that_nothing_is_saved(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    assert 'name="draft" value="keep"' in browser.get(address).content.decode()
    page = browser.post(address, {"note": "Saw her sister", "draft": "keep"}, follow=True)
    assert page.redirect_chain == [(address, 303)]
    text = page.content.decode()
    assert "Nothing is saved yet" in text and "Saw her sister" in text
    assert Contact.unscoped.count() == 0


def test_the_newest_typing_stands_in_one_row(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    kept(browser, address, note="Saw")
    kept(browser, address, note="Saw her sister")
    assert [row.typed["note"] for row in Draft.objects.all()] == [["Saw her sister"]]


def test_saving_the_form_throws_its_draft_away_and_no_other(world, case):
    browser, address, other = signed_in(world.worker), contact_page(case), world.case(worker=world.worker)
    kept(browser, contact_page(other), note="About somebody else")
    sent = kept(browser, address, note="Saw her sister")
    assert browser.post(address, sent).status_code == 303
    assert [row.key for row in Draft.objects.all()] == [other.reference]


def test_a_form_that_is_refused_keeps_its_draft(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    sent = kept(browser, address, note="Saw her sister")
    assert browser.post(address, sent | {"kind": ""}).status_code == 422
    assert Draft.objects.count() == 1


def test_a_draft_that_arrives_after_its_form_was_saved_is_not_kept(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    sent = typed(browser, address, note="Saw her sister")
    assert browser.post(address, sent).status_code == 303
    assert browser.post(address, sent | {"draft": "keep"}, **FROM_HTMX).status_code == 204
    assert Draft.objects.count() == 0


def test_a_draft_that_crossed_its_form_on_the_way_is_not_shown(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    sent = typed(browser, address, note="Saw her sister")
    browser.post(address, sent)
    place = drafts.Place(world.worker.user_id, "casework:record_contact", case.reference)
    Draft(
        user_id=place.user_id,
        form=place.form,
        key=place.key,
        typed={"form_key": [sent["form_key"]], "note": ["Saw her sister"]},
        saved_at=clock.now(),
    ).save()
    assert drafts.found(place, at=clock.now()) == drafts.Drafting()
    assert Draft.objects.count() == 0


def test_a_restored_contact_keeps_its_own_number_so_that_it_is_kept_once(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    sent = kept(browser, address, note="Saw her sister")
    form = browser.get(address).context["form"]
    assert form["client_id"].value() == sent["client_id"] and form["form_key"].value() != sent["form_key"]


def test_a_colleague_who_may_open_the_same_page_never_sees_it(world, case):
    mine, theirs, address = signed_in(world.worker), signed_in(world.lead_worker), contact_page(case)
    kept(mine, address, note="Saw her sister")
    assert "Saw her sister" not in theirs.get(address).content.decode()
    theirs.post(address, {"draft": "throw_away"})
    assert "Saw her sister" in mine.get(address).content.decode()


def test_a_draft_about_a_case_out_of_sight_is_shown_to_nobody(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    kept(browser, address, note="Saw her sister")
    world.allocated(case.reference, world.actor("engagement-worker", cluster="porth"))
    page = browser.get(address)
    assert page.status_code == 404 and "Saw her sister" not in page.content.decode()


def test_keeping_a_draft_needs_the_permission_of_its_form(world, case):
    manager = signed_in(world.actor("cluster-manager", cluster="porth"))
    assert manager.post(contact_page(case), {"note": "x", "draft": "keep"}, **FROM_HTMX).status_code == 403
    assert Draft.objects.count() == 0


def test_a_button_throws_it_away(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    kept(browser, address, note="Saw her sister")
    page = browser.post(address, {"draft": "throw_away"}, follow=True)
    assert "is thrown away" in page.content.decode() and "Saw her sister" not in page.content.decode()
    assert Draft.objects.count() == 0


def test_a_draft_of_fifteen_days_ago_is_gone_whether_anybody_looks_or_not(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    kept(browser, address, note="Saw her sister")
    after = clock.now() + drafts.KEPT_FOR + timedelta(hours=1)
    place = drafts.Place(world.worker.user_id, "casework:record_contact", case.reference)
    assert drafts.purge(at=clock.now() + drafts.KEPT_FOR) == 0
    assert drafts.found(place, at=after).typed is None
    kept(browser, address, note="Saw her sister")
    assert drafts.purge(at=after) == 1


def test_what_does_not_fit_is_not_kept_and_says_so(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    answer = browser.post(address, {"note": "x" * drafts.LARGEST, "draft": "keep"}, **FROM_HTMX)
    assert answer.status_code == 413 and Draft.objects.count() == 0


def test_without_scripts_what_does_not_fit_stands_in_its_form_with_a_sentence(world, case):
    long = "Saw her sister. " * (drafts.LARGEST // 16 + 1)
    answer = signed_in(world.worker).post(contact_page(case), {"note": long, "draft": "keep"})
    text = answer.content.decode()
    assert answer.status_code == 413 and "This draft could not be kept" in text and long in text
    assert Draft.objects.count() == 0 and Contact.unscoped.count() == 0


def test_an_account_keeps_so_many_drafts_and_no_more_and_loses_none(world, case, monkeypatch):
    monkeypatch.setattr(drafts, "MOST", 2)
    browser, address = signed_in(world.worker), contact_page(case)
    pages = [f"/casework/{case.reference}/{page}/" for page in ("plan", "what-matters")]
    for page in (*pages, pages[0]):
        assert browser.post(page, {"x": "Saw", "draft": "keep"}, **FROM_HTMX).status_code == 204
    assert browser.post(address, {"note": "Saw her", "draft": "keep"}, **FROM_HTMX).status_code == 413
    assert Draft.objects.count() == 2
    kept(signed_in(world.lead_worker), address, note="Another account has its own")


def test_a_sign_that_no_database_keeps_is_left_out_and_the_rest_is_kept(world, case):
    browser, address = signed_in(world.worker), contact_page(case)
    kept(browser, address, **{"note": "Saw \0her \u202esister \U0001f3f4", "odd\0name": "x"})
    assert "Saw her \u202esister \U0001f3f4" in browser.get(address).content.decode()


def test_no_log_holds_what_was_typed(world, case, caplog):
    browser, address = signed_in(world.worker), contact_page(case)
    caplog.set_level("DEBUG", logger="lynchpin")
    kept(browser, address, note="Saw her sister")
    entry = AccessEntry.unscoped.latest("pk")
    assert (entry.action, AccessSubject.unscoped.filter(entry_id=entry.pk).count()) == ("draft", 0)
    assert "sister" not in caplog.text + json.dumps(list(AccessEntry.unscoped.values()), default=str)
