"""The service history begins after its people exist, keeps working hours, and ends at the world's today."""

from collections import Counter, defaultdict
from datetime import date, time, timedelta

import pytest

from lynchpin_world import grow, history, packs
from lynchpin_world.service import events
from lynchpin_world.service.working_time import bank_holidays, easter_sunday, is_working_day, later


@pytest.fixture(scope="module")
def region():
    return grow(6000, seed=1)


@pytest.fixture(scope="module")
def told(region):
    return history(region, seed=1)


@pytest.fixture(scope="module")
def stories(told):
    found = defaultdict(list)
    for event in told:
        found[event.story].append(event)
    return found


def kinds(story):
    return [type(event) for event in story]


def test_the_same_seed_tells_the_same_history(region, told):
    assert history(region, seed=1) == told


def test_another_seed_tells_another_history(region, told):
    assert history(region, seed=2) != told


def test_six_thousand_residents_have_about_three_hundred_stories_and_under_six_thousand_events(told, stories):
    assert 270 <= len(stories) <= 300
    assert len(told) < 6000


def test_events_are_in_order_of_time(told):
    assert [event.at for event in told] == sorted(event.at for event in told)


def test_two_events_of_a_story_are_never_at_the_same_moment(stories):
    for story in stories.values():
        moments = [event.at for event in story]
        assert len(set(moments)) == len(moments)


def test_the_history_spans_two_years_and_ends_at_today(region, told):
    assert told[-1].at.date() <= region.as_at
    assert region.as_at - told[-1].at.date() <= timedelta(days=4)
    assert timedelta(days=690) < told[-1].at - told[0].at < timedelta(days=732)


def test_everything_happens_on_a_working_day_in_working_hours(told):
    for event in told:
        assert is_working_day(event.at.date())
        assert time(9) <= event.at.time() < time(18)


def test_people_are_old_enough_to_speak_for_themselves_when_their_story_begins(region, stories):
    for story in stories.values():
        assert region.people[story[0].person_id].age_on(story[0].at.date()) >= 16


def test_a_story_is_about_one_person_of_one_family(region, stories):
    for story in stories.values():
        assert len({(event.person_id, event.family_id) for event in story}) == 1
        assert story[0].person_id in region.families[story[0].family_id].adult_ids


def test_every_story_opens_with_a_referral_or_the_person_asking(stories):
    assert {type(story[0]) for story in stories.values()} == {events.ReferralSent, events.SelfReferral}


def test_nothing_happens_after_a_no_or_a_closing(stories):
    for story in stories.values():
        ended = [place for place, kind in enumerate(kinds(story)) if kind in {events.PersonSaidNo, events.CaseClosed}]
        assert ended in ([], [len(story) - 1])


def test_a_plan_follows_the_conversation_about_what_matters(stories):
    for story in stories.values():
        if events.PlanMade in kinds(story):
            assert kinds(story).index(events.WhatMatters) < kinds(story).index(events.PlanMade)


def test_goals_move_only_within_the_plan_and_the_scale(stories):
    for story in stories.values():
        goals = next((event.goals for event in story if isinstance(event, events.PlanMade)), ())
        moved = [e for e in story if isinstance(e, events.ContactMade) and e.goal_moved is not None]
        assert all(event.goal_moved < len(goals) and 0 <= event.rating <= 10 for event in moved)


def test_a_declined_referral_comes_back(stories):
    declined = [story for story in stories.values() if events.ServiceDeclined in kinds(story)]
    returned = [story for story in declined if events.ReferralSent in kinds(story)[2:]]
    assert len(returned) >= 5


def test_some_cases_are_open_at_the_end_and_a_few_of_them_are_silent(region, stories):
    open_cases = [
        story for story in stories.values() if kinds(story)[-1] not in {events.CaseClosed, events.PersonSaidNo}
    ]
    silent = [story for story in open_cases if region.as_at - story[-1].at.date() > timedelta(days=90)]
    assert len(open_cases) > 30
    assert 3 <= len(silent) <= 40


def test_several_stories_lie_outside_every_cluster_and_most_inside(region, stories):
    clusters = [region.homes[region.families[story[0].family_id].home_id].area.cluster for story in stories.values()]
    assert 0.08 < clusters.count("") / len(clusters) < 0.25


def test_the_pack_places_areas_in_eleven_clusters():
    clusters = Counter(area.cluster for area in packs.areas() if area.cluster)
    assert (len(clusters), sum(clusters.values())) == (11, 85)


def test_more_people_come_in_the_second_year_than_in_the_first(region, stories):
    half = region.as_at - timedelta(days=365)
    later = sum(story[0].at.date() > half for story in stories.values())
    assert later > len(stories) * 0.55


def test_most_stories_are_of_the_council_whose_clusters_the_service_works_in(region, stories):
    areas = [region.homes[region.families[story[0].family_id].home_id].area for story in stories.values()]
    served = sum(bool(area.cluster) and area.authority == "W06000016" for area in areas)
    assert served / len(areas) > 0.8


def test_every_goal_says_what_it_is_about(told):
    goals = [goal for event in told if isinstance(event, events.PlanMade) for goal in event.goals]
    assert goals and all(goal.topic in events.TOPICS for goal in goals)


def test_arrivals_have_seasons(stories):
    months = Counter(story[0].at.month for story in stories.values())
    assert months[1] + months[9] > months[8] + months[12]


def test_measures_are_those_of_the_framework(told):
    measures = {event.measure for event in told if isinstance(event, events.Achievement)}
    assert measures <= {f"OM{number:02d}" for number in range(1, 20)}
    assert len(measures) > 8


def test_codes_are_those_that_events_declare(told):
    for event in told:
        match event:
            case events.ReferralSent():
                assert event.source in events.SOURCES
                assert event.urgency in events.URGENCIES
                assert set(event.needs) <= set(events.TOPICS)
            case events.ContactMade():
                assert event.kind in events.CONTACT_KINDS
                assert event.spoke in events.WHO_SPOKE
                assert event.minutes >= 5
            case events.CaseClosed():
                assert event.reason in events.CLOSING_REASONS


def test_welsh_is_written_for_those_who_chose_it_and_its_english_stands_beside_it(region, told):
    notes = [event for event in told if isinstance(event, events.ContactMade)]
    assert {event.note.language for event in notes} == {"cy", "en"}
    for event in notes:
        assert event.note.language == region.people[event.person_id].language
        assert (event.note.text == event.note.english) == (event.note.language == "en")


def test_every_phrase_is_in_both_languages_and_said_once():
    rows = packs.rows("words")
    assert all(row.keys() == {"use", "topic", "en", "cy"} for row in rows)
    assert all(row["en"] and row["cy"] and row["en"] != row["cy"] for row in rows)
    assert len({(row["use"], row["topic"], row["en"]) for row in rows}) == len(rows)


def test_easter_and_the_bank_holidays_of_wales_fall_where_they_did():
    assert [easter_sunday(year) for year in (2024, 2025, 2026)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
    ]
    assert bank_holidays(2022) == {
        *(date(2022, 1, 3), date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 2), date(2022, 5, 30)),
        *(date(2022, 8, 29), date(2022, 12, 26), date(2022, 12, 27)),
    }


def test_working_days_pass_over_weekends_and_holidays():
    assert later(date(2025, 12, 24), 1) == date(2025, 12, 29)
