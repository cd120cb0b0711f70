"""Rules of the front door: moves, clocks, the matrix, owners, and when somebody is left in peace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import (
    SENTENCES,
    CandidateDecision,
    CandidateState,
    ClockStep,
    OwnStatus,
    ReferralStatus,
    Route,
    Urgency,
)
from lynchpin.kernel.clock import LOCAL

WEDNESDAY = date(2026, 6, 10)
WEDNESDAY_NOON = datetime(2026, 6, 10, 12, tzinfo=LOCAL)
FRIDAY_NOON = datetime(2026, 6, 12, 12, tzinfo=LOCAL)
FRIDAY = date(2026, 6, 12)


@dataclass(frozen=True)
class Clock:
    step: str = "decide"
    urgency: str = "routine"
    key: str = ""
    route: str = ""
    limit: int = 5
    unit: str = "day"
    valid_from: date = date(2016, 4, 1)
    valid_to: date | None = None


@dataclass(frozen=True)
class Cell:
    vulnerability_band: str = "amber"
    resilience_band: str = "low"
    route: str = Route.PRIORITY
    valid_from: date = date(2016, 4, 1)
    valid_to: date | None = None


def test_the_state_table_names_every_status_and_only_statuses():
    assert set(rules.TRANSITIONS) == set(ReferralStatus)
    assert {to for reached in rules.TRANSITIONS.values() for to in reached} <= set(ReferralStatus)


@pytest.mark.parametrize(("now", "to"), list(product(ReferralStatus, ReferralStatus)))
def test_every_move_is_legal_or_refused_with_a_sentence(now, to):
    reason = rules.why_not_move(now, to)
    assert (reason is None) == (to in rules.TRANSITIONS[now])
    assert reason is None or reason.code in SENTENCES


def test_every_status_but_the_first_can_be_reached():
    reached = {to for moves in rules.TRANSITIONS.values() for to in moves}
    assert reached == set(ReferralStatus) - {ReferralStatus.RECEIVED}


def test_a_referral_nobody_looked_at_cannot_be_passed_to_a_worker():
    assert rules.why_not_move(ReferralStatus.RECEIVED, ReferralStatus.ROUTED).code == "screen_first"


def test_a_clock_counts_working_days_over_a_weekend():
    assert rules.decide_by([Clock(limit=1)], Urgency.ROUTINE, FRIDAY_NOON) == date(2026, 6, 15)


def test_the_clock_of_the_day_of_receipt_holds_and_not_a_later_one():
    later = Clock(limit=1, valid_from=date(2026, 6, 11))
    assert rules.decide_by([Clock(), later], Urgency.ROUTINE, WEDNESDAY_NOON) == date(2026, 6, 17)


def test_the_latest_of_two_clocks_in_force_holds():
    later = Clock(limit=1, valid_from=date(2026, 6, 1))
    assert rules.decide_by([Clock(), later], Urgency.ROUTINE, WEDNESDAY_NOON) == date(2026, 6, 11)


def test_without_a_loaded_clock_the_proposed_days_hold():
    assert rules.decide_by([], Urgency.SAME_DAY, WEDNESDAY_NOON) == WEDNESDAY
    assert rules.decide_by([], Urgency.ROUTINE, WEDNESDAY_NOON) == date(2026, 6, 15)


def test_what_is_sent_on_a_friday_is_read_on_monday():
    assert rules.read_on(FRIDAY) == date(2026, 6, 15)


def test_two_bands_give_the_route_of_their_cell_on_that_day():
    ended = Cell(route=Route.CASELOAD, valid_to=date(2026, 6, 9))
    assert rules.route_for([ended, Cell()], "amber", "low", WEDNESDAY) == Route.PRIORITY


def test_without_enough_data_nothing_is_suggested():
    assert rules.route_for([Cell()], "insufficient", "low", WEDNESDAY) == Route.NONE


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (rules.Standing(stopped=True, asked=True), "outreach_stopped"),
        (rules.Standing(no_on=date(2025, 6, 11)), "no_within_a_year"),
        (rules.Standing(no_on=date(2025, 6, 10)), None),
        (rules.Standing(no_on=WEDNESDAY, asked=True), None),
        (rules.Standing(approaches=3), "approached_three_times"),
        (rules.Standing(approaches=2), None),
    ],
)
def test_somebody_is_left_in_peace_after_a_no_a_stop_or_three_approaches(standing, code):
    reason = rules.why_not_approach(standing, WEDNESDAY)
    assert (reason and reason.code) == code


@pytest.mark.parametrize(
    ("owners", "owner"),
    [
        (rules.Owners(family_lead=9, cluster_leads=(1,), centre=(4,)), 9),
        (rules.Owners(cluster_leads=(1, 2), zone_leads=(3,), centre=(4,)), 1),
        (rules.Owners(zone_leads=(3,), centre=(4,)), 3),
        (rules.Owners(centre=(4,)), 4),
        (rules.Owners(), None),
    ],
)
def test_routing_finds_the_nearest_owner_there_is(owners, owner):
    assert rules.owner_for(owners) == owner


def test_only_a_released_candidate_may_be_decided():
    assert [state for state in CandidateState if rules.why_not_decide(state) is None] == [CandidateState.RELEASED]


def test_raising_and_lowering_change_how_soon():
    soon = rules.urgency_of(CandidateDecision.RAISE, Route.CASELOAD)
    assert (soon, rules.urgency_of(CandidateDecision.LOWER, Route.PRIORITY)) == (Urgency.SOON, Urgency.ROUTINE)


STEPS = [("received", 1), ("screened", 2), ("approach", 3), ("approach", 4), ("met", 5), ("ended", 6)]


def told(**known):
    progress = rules.own_progress(STEPS, **known)
    return dict(progress), rules.own_status(ReferralStatus.ENDED, progress, work_ended=True)


def test_with_the_persons_agreement_a_referrer_is_told_four_things_each_with_its_first_day():
    assert told(may_know=True) == (dict(zip(OwnStatus, (1, 3, 5, 6), strict=True)), OwnStatus.ENDED)


def test_without_it_a_referrer_is_told_that_it_came_and_whether_it_has_ended():
    assert told(may_know=False) == ({OwnStatus.RECEIVED: 1}, OwnStatus.ENDED)
    untold = rules.own_progress(STEPS, may_know=False)
    said = {rules.own_status(status, untold, work_ended=False) for status in ReferralStatus}
    assert said == {OwnStatus.RECEIVED, OwnStatus.ENDED}


def test_of_someone_out_of_sight_nothing_but_their_coming_is_told():
    assert rules.own_progress(STEPS, may_know=True, hidden=True) == ((OwnStatus.RECEIVED, 1),)
    progress = rules.own_progress(STEPS, may_know=True)
    said = {rules.own_status(status, progress, work_ended=True, hidden=True) for status in ReferralStatus}
    assert said == {OwnStatus.RECEIVED}


def test_a_told_name_is_parted_before_its_last_word():
    assert rules.parted("Siân Mair Pugh") == ("Siân Mair", "Pugh")
    assert rules.parted("Siân") == ("Siân", "")


@dataclass(frozen=True)
class Hours(Clock):
    step: str = "first-try"
    limit: int = 4
    unit: str = "hour"


def test_working_hours_stop_at_five_and_go_on_the_next_working_morning():
    friday_at_three = datetime(2026, 6, 12, 15, tzinfo=LOCAL)
    assert rules.due_at(Hours(), "first-try", Urgency.ROUTINE, friday_at_three) == datetime(
        2026, 6, 15, 11, tzinfo=LOCAL
    )


def test_the_hour_that_october_repeats_lengthens_no_clock():
    friday_noon = datetime(2026, 10, 23, 12, tzinfo=LOCAL)  # the clocks go back on the Sunday after
    due = rules.due_at(Hours(limit=8), "first-try", Urgency.ROUTINE, friday_noon)
    assert due == datetime(2026, 10, 26, 12, tzinfo=LOCAL)


def test_what_comes_after_five_is_due_the_next_working_day_and_never_before_it_came():
    friday_evening = datetime(2026, 6, 12, 19, tzinfo=LOCAL)
    assert rules.due_at(None, "decide", Urgency.SAME_DAY, friday_evening) == datetime(2026, 6, 15, 17, tzinfo=LOCAL)


def test_a_closed_day_is_no_working_day():
    closed = frozenset({date(2026, 6, 15)})
    assert rules.decide_by([Clock(limit=1)], Urgency.ROUTINE, FRIDAY_NOON, closed) == date(2026, 6, 16)


def test_a_rule_for_the_route_holds_before_one_for_every_route():
    every, first = Clock(step="allocate", limit=2), Clock(step="allocate", limit=1, route=Route.PRIORITY)
    assert rules.rule_for([every, first], "allocate", Urgency.ROUTINE, Route.PRIORITY, WEDNESDAY) is first
    assert rules.rule_for([every, first], "allocate", Urgency.ROUTINE, Route.CASELOAD, WEDNESDAY) is every


def test_an_urgency_without_a_rule_of_its_own_has_the_routine_one():
    routine = Clock(step="allocate")
    assert rules.rule_for([routine], "allocate", Urgency.SOON, "", WEDNESDAY) is routine


def test_every_end_stops_every_clock():
    ending = {"answered", "passed-on", "persons-no", "open-offer", "ended", "helped", "voided"}
    assert {kind for kind in ending if rules.CLOCK_MOVES[kind].stops != set(ClockStep)} == set()


def test_each_refusal_has_a_sentence_of_its_own_moment():
    assert rules.why_not_move(ReferralStatus.RECEIVED, ReferralStatus.BROKERED).code == "screen_first"
    assert rules.why_not_move(ReferralStatus.SCREENING, ReferralStatus.WITH_PROVIDER).code == "ask_provider_first"
    assert rules.why_not_move(ReferralStatus.BROKERED, ReferralStatus.ENDED).code == "not_answered_yet"


@dataclass(frozen=True)
class Came:
    source: str
    asked_for_self: bool = False
    person_agrees: bool | None = None


@pytest.mark.parametrize(
    ("came", "asked"),
    [
        (Came("RS5", asked_for_self=True), True),
        (Came("RS5"), False),  # a neighbour asked for them
        (Came("RS3", person_agrees=True), True),
        (Came("RS3", person_agrees=False), False),
        (Came("RS1"), False),
        (Came("RS6"), True),
    ],
)
def test_only_whoever_came_of_their_own_accord_or_said_yes_has_asked(came, asked):
    assert rules.asked(came) is asked


def test_each_verb_goes_only_where_the_table_of_moves_lets_it():
    for verb, (to, from_these) in rules.FROM.items():
        assert [status for status in from_these if rules.why_not_move(status, to) is not None] == [], verb


@pytest.mark.parametrize(("verb", "status"), list(product(rules.FROM, ReferralStatus)))
def test_every_verb_goes_ahead_or_is_refused_with_a_sentence(verb, status):
    reason = rules.why_not_by(verb, status)
    assert (reason is None) == (status in rules.FROM[verb][1])
    assert reason is None or reason.code in SENTENCES


def test_no_question_to_a_provider_is_left_open_by_an_end():
    moves = rules.BROKERING_TRANSITIONS
    assert {state for state, after in moves.items() if after} == {"asked", "accepted"}
    assert {to for after in moves.values() for to in after} <= set(moves)


def test_whoever_sends_a_form_has_read_that_it_came_and_whoever_sends_a_list_has_not():
    assert rules.CLOCK_MOVES["received"].starts == (ClockStep.DECIDE,)
    assert rules.CLOCK_MOVES["listed"].starts == (ClockStep.ACKNOWLEDGE, ClockStep.DECIDE)
