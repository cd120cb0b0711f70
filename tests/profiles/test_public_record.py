"""The public record: everything that profiling is and that changed, of nobody, without signing in."""

import json

from django.urls import reverse

from lynchpin.organisations.models import Staff
from lynchpin.profiles.models import FamilyProfile, LinkedPerson


def read(client, name="public_record"):
    answer = client.get(reverse(f"profiles:{name}"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_anybody_reads_what_counts_what_is_off_and_who_decides(world, client):
    world.approved_run()
    page = read(client)
    for words in ("Persistent absence", "What is switched off", "Central support team", "Edition in force"):
        assert words.lower() in page.lower(), words
    assert "In use. The newest run was approved on" in page


def test_it_is_said_when_profiling_is_stopped_and_why_in_coded_words_only(world, client):
    world.stopped()
    page = read(client)
    assert "Profiling is stopped since" in page and "People may come to harm by it" in page
    assert "A worker saw something that cannot be right." not in page
    assert "By: Head of service" in page


def test_a_freeze_its_looks_and_an_assessment_stand_in_the_log_by_role(world, client):
    world.freeze_lifted()
    page = read(client)
    for words in ("A run was frozen by itself", "Why: The files come again in autumn.", "Why: Nothing else differs."):
        assert words in page
    assert "By: Data protection officer" in page and "DPIA-2026-04" in page


def test_an_edition_stands_with_what_it_changed(world, client):
    world.scoring_approved()
    page = read(client)
    assert "Edition 1 of how factors count was approved" in page


def test_no_name_of_a_colleague_or_a_person_is_in_it(world, client):
    world.freeze_lifted()
    told = read(client, "record_as_json")
    people = {f"{person.forename} {person.surname}" for person in LinkedPerson.unscoped.all()}
    staff = set(Staff.unscoped.values_list("name", flat=True))
    assert people and staff and not any(name in told for name in people | staff)
    assert not any(str(each.family_key) in told for each in FamilyProfile.unscoped.all()[:5])


def test_the_file_holds_the_same_parts_in_both_languages(world, client):
    world.approved_run()
    told = json.loads(read(client, "record_as_json"))
    assert [each["key"] for each in told["en"]["sections"]] == [each["key"] for each in told["cy"]["sections"]]
    assert told["en"]["sections"][0]["title"] != told["cy"]["sections"][0]["title"]


def test_the_text_is_in_the_language_of_the_page(world, client):
    assert read(client, "record_as_text").startswith("Record of profiling")
