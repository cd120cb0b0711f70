"""Pages about feeds and their files."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.models import Job
from lynchpin.profiles import incoming
from lynchpin.profiles.models import Extract
from lynchpin.profiles.queries.arrivals import check_feed
from lynchpin.profiles.queries.feeds import feeds
from tests.support import refused
from tests.world.profiles import PUPIL, pupils

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30
BAD = PUPIL | {"ref": "P99", "born": "2031-01-01"}


@pytest.fixture(autouse=True)
def at_once(settings):
    """Background work is done where it is asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def sent(world, rows=None, day="10"):
    file = SimpleUploadedFile("pupils.csv", world.file(rows).read_bytes())
    return {"file": file, "as_at_day": day, "as_at_month": "6", "as_at_year": "2026", "form_key": ""}


def test_feeds_tell_lateness_and_agreement(world, as_, django_assert_max_num_queries):
    world.feed()
    world.extract(as_at=clock.today() - timedelta(days=40))
    world.feed("housing", agreed=False)
    client = as_(world.admin_officer)
    with django_assert_max_num_queries(LIST_STATEMENTS):
        page = client.get(reverse("profiles:feeds")).content.decode()
    assert "9 days late" in page and "Nothing loaded yet" in page and "Not in force" in page


def test_a_feed_says_why_it_may_not_be_loaded(world):
    world.feed(agreed=False)
    [row] = feeds(world.admin_officer)
    assert "no sharing agreement" in row.why_not.lower()


@pytest.mark.parametrize("name", ["profiles:feed", "profiles:load_feed"])
def test_a_feed_opens(world, as_, name, django_assert_max_num_queries):
    world.feed()
    world.extract()
    client = as_(world.admin_officer)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        assert client.get(reverse(name, args=["education"])).status_code == 200


def test_an_unknown_feed_is_not_there(world, as_):
    assert as_(world.admin_officer).get(reverse("profiles:feed", args=["rumours"])).status_code == 404


def test_a_file_sent_by_the_page_is_loaded_and_told_in_counts(world, as_, data_folder):
    world.feed()
    client = as_(world.admin_officer)
    answer = client.post(reverse("profiles:load_feed", args=["education"]), sent(world, [*pupils(9), BAD]), follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200 and "2031" not in page and "rows read" in page
    assert "The date is after the date of the file." in page
    assert not list((data_folder / "incoming").iterdir())


def test_a_refused_file_says_why_and_is_kept_for_others_to_see(world, as_):
    world.feed()
    client = as_(world.admin_officer)
    answer = client.post(reverse("profiles:load_feed", args=["education"]), sent(world, [BAD]))
    assert answer.status_code == 422 and "more than a fifth" in answer.content.decode()
    listed = client.get(reverse("profiles:feed", args=["education"])).content.decode()
    assert "more than a fifth" in listed


def test_a_refused_file_opens_with_its_reason_and_no_counts_of_nothing(world, as_):
    world.feed()
    client = as_(world.admin_officer)
    client.post(reverse("profiles:load_feed", args=["education"]), sent(world, [BAD]))
    page = client.get(reverse("profiles:extract", args=[Extract.unscoped.get().reference])).content.decode()
    assert page.count("more than a fifth") == 1 and "rows read" not in page and "put aside" not in page


def test_a_refusal_that_names_many_columns_is_told_in_brief_in_the_list_and_whole_on_its_page(world, as_):
    world.feed()
    client = as_(world.admin_officer)
    wrong = SimpleUploadedFile("pupils.csv", b"ref,first\n1,Mali\n")
    client.post(reverse("profiles:load_feed", args=["education"]), sent(world) | {"file": wrong})
    listed = client.get(reverse("profiles:feed", args=["education"])).content.decode()
    whole = client.get(reverse("profiles:extract", args=[Extract.unscoped.get().reference])).content.decode()
    assert "These columns are missing" in listed and "Ask the partner to add them." in whole
    assert "Ask the partner" not in listed


def test_a_file_over_the_limit_is_refused_by_the_page(world, as_, settings):
    world.feed()
    settings.FILE_UPLOAD_MAX_BYTES = 10
    answer = as_(world.admin_officer).post(reverse("profiles:load_feed", args=["education"]), sent(world))
    assert answer.status_code == 422 and not Extract.unscoped.exists()


def test_a_large_file_is_loaded_in_the_background(world, as_, monkeypatch):
    world.feed()
    monkeypatch.setattr(incoming, "SMALL", 10)
    answer = as_(world.admin_officer).post(
        reverse("profiles:load_feed", args=["education"]), sent(world, pupils(3)), follow=True
    )
    assert "The file was read." in answer.content.decode()
    assert Job.objects.get().result == {"extract": Extract.unscoped.get().reference}


def test_the_quarantine_list_leaves_in_both_languages_without_values(world, as_):
    world.feed()
    reference = world.extract([*pupils(9), BAD])
    answer = as_(world.admin_officer).get(reverse("profiles:quarantine", args=[reference]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == "line,column,code,reason_en,hint_en,reason_cy,hint_cy"
    assert text.splitlines()[1].startswith("11,born,date_in_future,") and "2031" not in text


def test_an_extract_opens_within_its_statements(world, as_, django_assert_max_num_queries):
    world.feed()
    reference = world.extract([*pupils(9), BAD])
    client = as_(world.admin_officer)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        assert client.get(reverse("profiles:extract", args=[reference])).status_code == 200


def test_checking_a_file_says_what_loading_would_and_stores_nothing(world, data_folder):
    world.feed()
    found = check_feed(world.admin_officer, "education", world.file([*pupils(9), BAD]), clock.today())
    assert (found.rows_read, found.rows_accepted, found.rows_quarantined) == (10, 9, 1)
    with refused("extract_dated_ahead"):
        check_feed(world.admin_officer, "education", world.file(), clock.today() + timedelta(days=1))
    assert not Extract.unscoped.exists()
    assert not [path for path in data_folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["profiles:feeds", "profiles:feed", "profiles:load_feed"])
def test_a_lead_worker_sees_no_feeds(world, as_, name):
    world.feed()
    args = [] if name == "profiles:feeds" else ["education"]
    assert as_(world.lead_worker).get(reverse(name, args=args)).status_code == 403


def test_another_persons_load_is_not_there(world, as_):
    answer = as_(world.admin_officer).get(reverse("profiles:loading", args=["J-AAAA-AAAA"]))
    assert answer.status_code == 404


# a file that waits


def pressed(client, name, *args, **typed):
    """A form's page, sent as it stands with what is typed."""
    address = reverse(name, args=args)
    form = client.get(address).context["form"]
    hidden = {field.name: field.value() for field in form if field.is_hidden}
    sent = {name: value for name, value in hidden.items() if value is not None}
    return client.post(address, sent | typed, follow=True)


def test_a_file_shows_what_it_is_like_before_it_is_accepted(world, as_, django_assert_max_num_queries):
    world.feed()
    world.extract(pupils(3))
    reference = world.waiting_file([*pupils(4)[1:], PUPIL | {"ref": "P9"}])
    client = as_(world.admin_officer)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = client.get(reverse("profiles:extract", args=[reference])).content.decode()
    assert "Accept this file" in page and "New since the last file" in page and "9999" not in page
    assert "Aa9 (75%); Aa (25%)" in page and "Mali" not in page
    answer = pressed(client, "profiles:accept_extract", reference)
    assert "The file is accepted." in answer.content.decode()
    assert Extract.unscoped.get(reference=reference).state == "applied"


def test_a_stopped_file_says_why_and_waits_for_somebody_else(world, as_):
    world.feed()
    reference = world.stopped_file()
    page = as_(world.admin_officer).get(reverse("profiles:extract", args=[reference])).content.decode()
    assert (
        "11% of the rows have faults. The bound of this feed is 10%." in page
        and "Someone else has to accept it." in page
    )
    other = as_(world.approver)
    assert "Give a reason" in pressed(other, "profiles:accept_stopped_extract", reference, reason="").content.decode()
    pressed(other, "profiles:accept_stopped_extract", reference, reason="The partner confirmed it by telephone.")
    page = other.get(reverse("profiles:extract", args=[reference])).content.decode()
    assert "Accepted by" in page and "confirmed it by telephone" in page


def test_a_file_is_sent_back_with_a_reason(world, as_):
    world.feed()
    reference = world.waiting_file()
    answer = pressed(as_(world.admin_officer), "profiles:decline_extract", reference, reason="Dates are of last year.")
    assert "Sent back" in answer.content.decode() and Extract.unscoped.get().state == "declined"


def test_bounds_are_shown_and_set(world, as_):
    world.feed()
    client = as_(world.commissioner)
    assert "Nobody yet" in client.get(reverse("profiles:feed", args=["education"])).content.decode()
    typed = {
        "bad_percent": 5,
        "grown_percent": 150,
        "shrunk_percent": 60,
        "drift": 30,
        "same_number": 50,
        "shared": 500,
    }
    page = pressed(client, "profiles:bound_feed", "education", reason="A steady feed.", **typed).content.decode()
    assert "More than 5%" in page and "Drift above 0.3" in page and "Commissioner" in page
