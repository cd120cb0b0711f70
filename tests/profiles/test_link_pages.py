"""Pages of records in doubt, from the list to the answer that the next run followed."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.organisations.models import SharingAgreement
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from lynchpin.profiles import sides
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.views import link_words
from lynchpin_vrp.link.explaining import UNKNOWN, levels
from lynchpin_vrp.link.model import settings

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30
ANSWER = {"answer": "different", "why": "records", "words": "Two homes and two days of birth.", "form_key": ""}


def page_of(client, name, *args, **params):
    answer = client.get(reverse(f"profiles:{name}", args=args), params)
    assert answer.status_code == 200
    return answer.content.decode()


def main_of(page):
    return page[page.index("<main") : page.index("</main")]


def plain(page):
    """The words of a page; letters that are marked as differing stay in their word."""
    joined = re.sub(r'<span class="app-pair__unlike">([^<]*)</span>', r"\1", main_of(page))
    return " ".join(re.sub(r"<[^>]+>", " ", joined).split())


def test_the_list_says_what_is_in_doubt_and_never_whose_records_they_are(world, as_, django_assert_max_num_queries):
    world.doubted_run()
    client = as_(world.central)
    with django_assert_max_num_queries(LIST_STATEMENTS):
        page = plain(page_of(client, "links"))
    assert "Kept apart, though much speaks for one person" in page and "Somebody under 18" in page
    assert "Prydderch" not in page and "Gwen" not in page
    assert world.doubt().reference not in plain(page_of(client, "links", child="yes"))


def test_two_records_stand_side_by_side_as_each_agency_wrote_them(world, as_, django_assert_max_num_queries):
    doubt, client = world.doubt("EDX1", "CHX1"), as_(world.central)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = plain(page_of(client, "decide_link", doubt.reference))
    assert re.search(r"Forename Differs First record (Elin Education|Eleri Childrens_Services) Second record", page)
    assert "Surname Same First record Prydderch" in page and "Date of birth Same First record 12 April 2015" in page
    assert "90 Heol y Bont" in page and "Education" in page and "Childrens_Services" in page
    assert "too unlike for one person" in page and "It took them for two people." in page
    assert "The date of birth is the same." in page and "strongly for one person" in page


def test_every_look_is_a_logged_read_of_the_pair(world, as_):
    doubt = world.doubt()
    page_of(as_(world.central), "link", doubt.reference)
    entry = AccessEntry.unscoped.order_by("-pk").first()
    assert (entry.route, entry.staff_id) == ("profiles:link", world.central.staff_id)
    seen = AccessSubject.unscoped.filter(entry_id=entry.pk).values_list("kind", "subject_id")
    assert set(seen) == {("profiles.LinkDoubt", doubt.pk)}


def test_nothing_is_shown_of_a_feed_whose_agreement_has_ended(world, as_):
    doubt = world.doubt("EDX1", "CHX1")
    agreement = SharingAgreement.unscoped.get(feed="education")
    told = {"reference": agreement.reference, "version": agreement.version, "reason": "partner_left", "at": clock.now()}
    revoke_agreement(world.data_protection_officer, **told)
    page = plain(page_of(as_(world.central), "link", doubt.reference))
    assert "Some of it cannot be shown today: Education." in page and "Elin" not in page and "Eleri" in page


@pytest.mark.parametrize(
    "told",
    [
        {
            "forename": "Somebody",
            "surname": "Else",
            "birth_date": "1990-01-01",
            "address": "90 Heol y Bont",
            "postcode": "CF40 5AA",
        },
        {"forename": "Elin", "surname": "Prydderch", "birth_date": "2015-04-12", "address": "", "postcode": ""},
    ],
)
def test_where_somebody_is_whose_address_is_protected_is_shown_of_no_record(world, as_, told):
    doubt = world.doubt("EDX1", "CHX1")
    person = world.resident(**told | {"birth_date": date.fromisoformat(told["birth_date"])})
    world.restrict(person, "protected-address")
    page = plain(page_of(as_(world.central), "link", doubt.reference))
    assert "An address is protected" in page and "Prydderch" in page
    assert "Heol y Bont" not in page and "CF40" not in page, "a brother's address would tell hers"


def test_an_answer_leads_to_the_next_question(world, as_):
    doubt, client = world.doubt(), as_(world.central)
    address = reverse("profiles:decide_link", args=[doubt.reference])
    assert client.post(address, ANSWER | {"words": "", "version": doubt.version}).status_code == 422
    answer = client.post(address, ANSWER | {"version": doubt.version})
    assert answer.status_code == 303 and answer["Location"].endswith("/decide/") and answer["Location"] != address
    page = plain(page_of(client, "link", doubt.reference))
    assert "Two people" in page and "Two homes and two days of birth." in page and "Undo this answer" in page
    assert "Stands" in plain(page_of(client, "link_answers"))


def test_whoever_comes_second_sees_the_first_answer_and_keeps_what_they_typed(world, as_):
    doubt = world.doubt()
    client = as_(world.second_central)
    address = reverse("profiles:decide_link", args=[doubt.reference])
    client.get(address)
    world.answered_link(doubt)
    answer = client.post(address, ANSWER | {"answer": "same", "words": "I know her well.", "version": doubt.version})
    page = plain(answer.content.decode())
    assert answer.status_code == 422 and LinkDecision.unscoped.count() == 1
    assert "A colleague answered about these two records while you looked." in page
    assert "Two homes, and two birth dates." in page and "I know her well." in page


def test_a_second_person_is_asked_about_a_child_and_agrees(world, as_):
    decision = world.child_joined()
    assert "Waiting for you to look" not in plain(page_of(as_(world.central), "links"))
    client = as_(world.head_of_service)
    assert "Waiting for you to look as a second person" in plain(page_of(client, "links"))
    page = page_of(client, "link", LinkDoubt.unscoped.get(pk=decision.doubt_id).reference)
    assert reverse("profiles:confirm_link", args=[decision.reference]) in page
    told = {"looked_words": "The school says so too.", "version": decision.version, "form_key": ""}
    assert client.post(reverse("profiles:confirm_link", args=[decision.reference]), told).status_code == 303
    assert LinkDecision.unscoped.get(pk=decision.pk).state == "stands"


def test_a_second_person_disagrees(world, as_):
    decision, client = world.child_joined(), as_(world.head_of_service)
    address = reverse("profiles:decline_link", args=[decision.reference])
    assert "I do not agree" in page_of(client, "decline_link", decision.reference)
    told = {"looked_words": "They are twins.", "version": decision.version, "form_key": ""}
    assert client.post(address, told).status_code == 303
    assert LinkDecision.unscoped.get(pk=decision.pk).state == "declined"


def test_an_answer_is_undone_on_its_page(world, as_):
    decision, client = world.answered_link(), as_(world.central)
    assert "binds nothing" in plain(page_of(client, "undo_link", decision.reference))
    told = {"undone_words": "The school corrected it.", "version": decision.version, "form_key": ""}
    assert client.post(reverse("profiles:undo_link", args=[decision.reference]), told).status_code == 303
    page = plain(page_of(client, "link_answers", state="undone"))
    assert "Undone" in page


def test_what_a_run_was_stopped_for_is_asked_no_longer(world, as_):
    doubt = world.doubt()
    world.stopped()
    client = as_(world.central)
    assert "Nothing is asked now." in plain(page_of(client, "links"))
    assert client.get(reverse("profiles:link", args=[doubt.reference])).status_code == 404


def test_an_answer_of_a_stopped_run_binds_and_can_still_be_undone(world, as_):
    decision = world.answered_link()
    world.stopped()
    client, doubt = as_(world.central), LinkDoubt.unscoped.get(pk=decision.doubt_id)
    page = plain(page_of(client, "link", doubt.reference))
    assert "Undo this answer" in page and "Heol" not in page, "what the files said is told no more"
    assert client.get(reverse("profiles:undo_link", args=[decision.reference])).status_code == 200


def test_figures_are_counts_for_those_who_see_no_person(world, as_):
    world.answered_link()
    world.child_joined()
    page = plain(page_of(as_(world.commissioner), "link_agreement"))
    assert "In 0 of 2 answers people said what the run had made of the records." in page and "Gwen" not in page


def test_what_stands_is_taken_out_by_keys_alone(world, as_):
    world.answered_link()
    world.child_joined()
    answer = as_(world.commissioner).get(reverse("profiles:export_link_decisions"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [({row["record_id_l"], row["record_id_r"]}, row["same"]) for row in rows] == [({"HOX1", "HOX2"}, "false")]
    assert set(rows[0]) == {"feed_l", "record_id_l", "feed_r", "record_id_r", "same", "decided_on"}
    assert AccessEntry.unscoped.order_by("-pk").first().action == "export"


@pytest.mark.parametrize("role", ["profile-owner", "lead-worker", "engagement-worker", "cluster-manager", "analyst"])
def test_no_practitioner_and_nobody_without_names_opens_a_pair(world, as_, role):
    doubt = world.doubt()
    scoped = role in ("lead-worker", "engagement-worker", "cluster-manager")
    client = as_(world.actor(role, cluster="porth") if scoped else world.actor(role))
    for name, args in (("links", []), ("link", [doubt.reference]), ("decide_link", [doubt.reference])):
        assert client.get(reverse(f"profiles:{name}", args=args)).status_code == 403


def test_every_way_in_which_two_values_agree_has_its_words():
    found = settings().get_settings("duckdb").as_dict()
    for comparison in found["comparisons"]:
        name = comparison["output_column_name"]
        for level in comparison["comparison_levels"]:
            level |= {"m_probability": 0.5, "u_probability": 0.5}
        said = {told for _condition, told, _bits, _column in levels(comparison)} - {UNKNOWN}
        assert not {told for told in said if (name, told) not in link_words.LEVELS and not told.startswith("Jaro")}


def test_capitals_spaces_and_marks_make_no_difference_side_by_side():
    told = {
        ("a", "1"): {"surname": "O'BRIEN", "postcode": "CF40 1AA"},
        ("b", "2"): {"surname": "O’Brien", "postcode": "cf401aa"},
    }
    found = sides.compared([("a", "1")], [("b", "2")], told, ["surname", "postcode", "upn"])
    assert [(each.column, each.mark) for each in found] == [("surname", "same"), ("postcode", "same")]
