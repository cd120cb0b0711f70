"""What an operator types: exit code 0 when it was done, 1 with a sentence when it was refused, 2 when it was misspelt."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.apps import apps
from django.urls import get_resolver

from lynchpin.cli import main
from lynchpin.kernel.models import Governed
from lynchpin.organisations.models import Account
from lynchpin.profiles.models import Extract
from tests.house.test_routes import routes as routes_of
from tests.places.samples import BOUNDARIES, POSTCODES, RANKS, needs_samples
from tests.world.profiles import PUPIL, pupils

EVERY_DATABASE = pytest.mark.django_db(databases="__all__")


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def lynchpin(capsys):
    """`lynchpin("check", "--live")` gives the exit code and what was printed."""

    def typed(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return typed


def email(actor):
    return Account.objects.get(pk=actor.user_id).email


@pytest.mark.parametrize("words", [["misspelt"], []])
def test_a_command_that_is_not_there_is_told_apart_from_a_refusal(lynchpin, words):
    code, said = lynchpin(*words)
    assert code == 2
    assert "usage" in said


def test_an_argument_that_is_missing_is_told_apart_from_a_refusal(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["feeds", "load", "education"])
    assert stopped.value.code == 2


# check --live

NO_FACTOR = "Signing in does not ask for a second factor yet."
NO_AGREEMENT = "No sharing agreement is in force."
NO_ASSESSMENT = "No impact assessment is named."
NOT_IN_FORCE = "names is not in force in the register."
NO_RESTORE = "No restore has been proved."
IS_A_DEMO = "This is a demo: it never takes real people's data."


def test_real_feeds_are_refused_until_everything_is_in_place(lynchpin, world):
    code, said = lynchpin("check", "--live")
    assert code == 1
    for sentence in (NO_FACTOR, NO_AGREEMENT, NO_ASSESSMENT, NO_RESTORE, "Real feeds are refused."):
        assert sentence in said
    assert IS_A_DEMO not in said


def test_what_is_in_place_is_asked_for_no_more(lynchpin, world, data_folder):
    world.signed_agreement()
    (data_folder / "restore-proof.json").write_text('{"proved_at": "2026-06-10T12:00:00+00:00"}', "utf-8")
    code, said = lynchpin("check", "--live")
    assert NO_AGREEMENT not in said and NO_RESTORE not in said
    assert code == 1 and NO_FACTOR in said


@pytest.mark.parametrize(("number", "expected"), [("DPIA-2026-04", False), ("DPIA-9", True)])
def test_the_assessment_that_is_named_has_to_be_in_force_in_the_register(lynchpin, world, settings, number, expected):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, impact_assessment=number)
    world.assessed()
    _code, said = lynchpin("check", "--live")
    assert (NOT_IN_FORCE in said) is expected and NO_ASSESSMENT not in said


def test_an_assessment_that_waits_to_be_confirmed_is_not_in_force(lynchpin, world, settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, impact_assessment="DPIA-2026-04")
    world.assessment()
    assert NOT_IN_FORCE in lynchpin("check", "--live")[1]


def test_a_run_under_an_assessment_that_is_not_in_force_is_refused_with_its_sentence(lynchpin, world):
    world.assessment()
    words = ("--as", email(world.commissioner), "--impact-assessment", "DPIA-2026-04", "--clusters", "porth")
    code, said = lynchpin("profile", "run", *words)
    assert code == 1 and "Ask the data protection officer to confirm it." in said


def test_a_demo_never_takes_real_feeds(lynchpin, world, settings):
    settings.DEMO_MODE = True
    code, said = lynchpin("check", "--live")
    assert code == 1 and IS_A_DEMO in said


def test_a_service_that_nobody_else_reaches_has_no_faults(lynchpin):
    assert lynchpin("check") == (0, "No faults.\n")


# routes


def test_the_route_list_names_every_page_its_permission_and_what_it_opens(lynchpin):
    code, said = lynchpin("routes", "--json")
    rows = {row["name"]: row for row in json.loads(said)}
    pages = dict(routes_of(get_resolver().url_patterns))
    assert code == 0
    assert set(rows) == set(pages)
    assert rows["casework:allocate_case"]["permission"] == "casework.allocate_case"
    assert rows["casework:allocate_case"]["opens"] == "case"
    assert rows["healthz"]["permission"] == "public"
    assert {row["permission"] for row in rows.values()} == {
        str(getattr(page.callback, "permission", "public")) for page in pages.values()
    }


@pytest.mark.parametrize(
    ("name", "methods"),
    [
        ("casework:allocate_case", ["GET", "POST"]),  # a verb's own page
        ("casework:case", ["GET"]),
        ("people:search_residents", ["GET"]),
        ("notices:post_notice", ["POST"]),  # a button
        ("account_login", ["GET", "POST"]),
        ("demo_sign_in", ["POST"]),
        ("healthz", ["GET"]),
    ],
)
def test_the_route_list_says_which_methods_a_page_takes(lynchpin, name, methods):
    (row,) = (row for row in json.loads(lynchpin("routes", "--json")[1]) if row["name"] == name)
    assert row["methods"] == methods


# reference and places


def kept():
    """Rows of every governed table that holds definitions or records; the trail, which grows by each verb, left out."""
    models = (model for model in apps.get_models() if issubclass(model, Governed) and model._meta.app_label != "kernel")
    return {model._meta.label: model.unscoped.count() for model in models}


@EVERY_DATABASE
def test_loading_a_reference_pack_twice_changes_nothing(lynchpin):
    assert lynchpin("reference", "load", "cwm-taf")[0] == 0
    before = kept()
    code, said = lynchpin("reference", "load", "cwm-taf")
    assert code == 0 and kept() == before
    assert sum(before.values()) > 400
    counted = [line for line in said.splitlines() if "added" in line]
    assert counted and all("added 0  changed 0" in line for line in counted)


def test_a_pack_is_not_loaded_for_nobody_once_somebody_works_here(lynchpin, world):
    world.system_admin  # noqa: B018  (somebody)
    code, said = lynchpin("reference", "load")
    assert code == 1 and "Give with --as the address" in said
    assert lynchpin("reference", "load", "--as", email(world.system_admin))[0] == 0


@EVERY_DATABASE
def test_a_pack_with_a_fault_is_told_by_file_line_and_column(lynchpin, world, tmp_path):
    (tmp_path / "SOURCES.md").write_text("Invented", "utf-8")
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "clusters.csv").write_text("key\n", "utf-8")
    code, said = lynchpin("places", "load", "clusters", tmp_path, "--as", email(world.admin_officer))
    assert code == 1 and "clusters.csv has no column named label_cy." in said
    code, said = lynchpin("reference", "load", "atlantis", "--as", email(world.system_admin))
    assert code == 1 and "There is no pack named atlantis." in said


@needs_samples
def test_official_boundaries_are_loaded_once(lynchpin, world):
    typed = ("places", "load", "boundaries", BOUNDARIES, "--as", email(world.admin_officer))
    code, said = lynchpin(*typed)
    assert code == 0 and "added 36" in said
    assert "added 0" in lynchpin(*typed)[1]


@needs_samples
def test_official_ranks_are_loaded_once(lynchpin, world):
    typed = ("places", "load", "ranks", RANKS, "--as", email(world.admin_officer))
    code, said = lynchpin(*typed)
    assert code == 0 and "added 0" not in said
    assert "added 0" in lynchpin(*typed)[1]


@needs_samples
def test_official_postcodes_are_loaded_once(lynchpin, world):
    typed = ("places", "load", "postcodes", POSTCODES, "--as", email(world.admin_officer))
    assert lynchpin(*typed) == (0, "added 1982  changed 0  unchanged 0\n")
    assert lynchpin(*typed) == (0, "added 0  changed 0  unchanged 1982\n")


def test_a_file_that_is_no_map_is_refused_with_a_sentence(lynchpin, world, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("not a map", "utf-8")
    code, said = lynchpin("places", "load", "boundaries", file, "--as", email(world.admin_officer))
    assert code == 1 and "Traceback" not in said and said.strip().endswith(".")


def test_a_kind_of_place_that_is_unknown_is_refused_with_a_sentence(lynchpin, world, tmp_path):
    code, said = lynchpin("places", "load", "castles", tmp_path, "--as", email(world.admin_officer))
    assert code == 1 and said.strip().endswith(".")


# feeds


@pytest.fixture
def feed(lynchpin, world):
    """`feed("load", path)`: the education feed, by the administrative officer."""
    world.feed()
    return lambda action, file, *more: lynchpin(
        "feeds", action, "education", file, "--as", email(world.admin_officer), *more
    )


def test_checking_a_file_counts_its_rows_and_stores_nothing(feed, world):
    file = world.file([*pupils(30), PUPIL | {"ref": "P99", "born": "2014-02-30"}])
    code, said = feed("check", file)
    assert (code, said) == (0, "read 31  accepted 30  unchanged 0  quarantined 1\n")
    assert Extract.unscoped.count() == 0


def test_loading_a_file_says_what_became_of_each_row(feed, world):
    assert feed("load", world.file(pupils(3)), "--as-at", "2026-06-01")[0] == 0
    code, said = feed("load", world.file(pupils(4)), "--json")
    counts = json.loads(said)
    extract = Extract.unscoped.get(reference=counts.pop("extract"))
    assert code == 0
    assert counts == {"read": 4, "accepted": 1, "unchanged": 3, "quarantined": 0}
    assert extract.rows_accepted == 1


def test_an_older_file_after_a_newer_is_refused_with_its_reason(feed, world):
    feed("load", world.file(pupils(3)))
    code, said = feed("load", world.file(pupils(2)), "--as-at", "2026-01-01", "--json")
    assert code == 1
    assert json.loads(said)["refused"] == "extract_older_than_loaded"
    assert json.loads(said)["sentence"].endswith(".")


def test_a_feed_without_an_agreement_is_refused_and_checking_says_the_same(lynchpin, world):
    world.feed(agreed=False)
    typed = ("education", world.file(), "--as", email(world.admin_officer))
    checked, loaded = lynchpin("feeds", "check", *typed), lynchpin("feeds", "load", *typed)
    assert checked == loaded
    assert checked[0] == 1 and "agreement" in checked[1]


def test_an_account_that_may_not_load_is_refused_with_a_sentence(lynchpin, world):
    world.feed()
    for address in (email(world.worker), "nobody@example.org"):
        code, said = lynchpin("feeds", "load", "education", world.file(), "--as", address)
        assert code == 1 and "No account of that address may do this." in said
    assert Extract.unscoped.count() == 0


def test_a_feed_that_was_never_declared_is_refused_with_a_sentence(lynchpin, world):
    code, said = lynchpin("feeds", "load", "weather", world.file(), "--as", email(world.admin_officer))
    assert code == 1 and "Check how it is spelled." in said


# accounts and serving


def test_a_first_account_is_refused_when_somebody_works_here(lynchpin, world):
    world.worker  # noqa: B018  (somebody)
    before = Account.objects.count()
    code, said = lynchpin("account", "first", "new@example.org", "New Person", "--organisation", "council")
    assert code == 1 and "There are colleagues already" in said
    assert Account.objects.count() == before


def test_a_service_without_a_secret_of_its_own_is_not_served(lynchpin):
    code, said = lynchpin("serve")
    assert code == 1 and "LYNCHPIN_SECRET_KEY" in said


# what is done by the clock


@EVERY_DATABASE
def test_rounds_are_done_when_due_and_listed_with_what_they_told(lynchpin, world, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    world.case(worker=world.worker)
    code, said = lynchpin("rounds", "--list")
    assert code == 0 and said.count("never") == len(said.splitlines()) == 5
    code, said = lynchpin("rounds")
    assert code == 0 and "frontdoor.lapse: 0 brought back to the front door" in said and "notices.digest: " in said
    assert lynchpin("rounds") == (0, "")
    assert "never" not in lynchpin("rounds", "--list")[1]


@EVERY_DATABASE
def test_messages_that_would_only_be_printed_wait(lynchpin, world, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "notices.digest" not in lynchpin("rounds", "--list")[1]


@EVERY_DATABASE
def test_a_round_that_fails_is_told_to_whoever_runs_the_timer(lynchpin, monkeypatch):
    monkeypatch.setattr("lynchpin.kernel.drafts.purge", lambda at: 1 / 0)
    code, said = lynchpin("rounds")
    assert code == 1 and "drafts.purge: failed" in said
    assert "drafts.purge" in lynchpin("rounds", "--list")[1] and "failed" in lynchpin("rounds", "--list")[1]
