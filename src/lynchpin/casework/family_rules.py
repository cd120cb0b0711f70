"""Pure answers about a team around the family. Days are counted in working days; ages in whole years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lynchpin.casework.family_words import (
    FROM_THE_FAMILY,
    FamilyActionStatus,
    FamilyAnswer,
    FamilyOutcome,
    FamilyTeamStatus,
)
from lynchpin.kernel import calendar
from lynchpin.kernel.errors import Reason
from lynchpin.organisations.rules import is_at_work
from lynchpin.people.rules import DECIDES_FROM as DECIDES_FROM

FAMILY_TEAM_TRANSITIONS: Mapping[FamilyTeamStatus, frozenset[FamilyTeamStatus]] = {
    FamilyTeamStatus.FORMING: frozenset({FamilyTeamStatus.MEETING, FamilyTeamStatus.CLOSED}),
    FamilyTeamStatus.MEETING: frozenset({FamilyTeamStatus.CLOSED}),
    FamilyTeamStatus.CLOSED: frozenset(),
}
SIX_WEEKS = timedelta(weeks=6)  # to the first meeting and from each to the next, as the published schemes have it


def within_six_weeks(day: date, closures: frozenset[date] = frozenset()) -> date:
    """The last working day that is no later than six weeks on."""
    found = day + SIX_WEEKS
    while not calendar.is_working_day(found, closures):
        found -= timedelta(days=1)
    return found


def why_not_go_on(team: Any) -> Reason | None:
    """Whether a team still works."""
    return Reason("family_team_closed") if team.status == FamilyTeamStatus.CLOSED else None


def why_not_lead_family(staff: Any, *, lead_id: int, on: date) -> Reason | None:
    """Whether a colleague can become the lead professional."""
    if staff.pk == lead_id:
        return Reason("family_lead_already")
    return None if is_at_work(staff, on) else Reason("family_lead_not_at_work")


def why_not_take_lead(team: Any, staff_id: int | None) -> Reason | None:
    """Only whoever was asked takes the lead."""
    if no := why_not_go_on(team):
        return no
    asked = team.next_lead_id is not None and team.next_lead_id == staff_id
    return None if asked else Reason("family_lead_not_offered")


def why_not_join(team: Any, *, name: str, role: str, agency: str) -> Reason | None:
    """Whether somebody without an account can be put on the team: by name, role and agency, and nothing more of theirs."""
    if no := why_not_go_on(team):
        return no
    if not name.strip():
        return Reason("member_without_name")
    if not role.strip():
        return Reason("member_without_role")
    if not agency:
        return Reason("member_without_agency")
    return Reason("member_named_by_address") if _is_address(name) or _is_address(role) else None


def why_not_join_colleague(staff: Any, *, on_team: bool, on: date) -> Reason | None:
    """Whether a colleague can be put on the team."""
    if on_team:
        return Reason("member_already")
    return None if is_at_work(staff, on) else Reason("member_not_at_work")


def why_not_leave(team: Any, member: Any, *, actions: int, successor: bool) -> Reason | None:
    """Whether a member can leave: nobody leaves work behind that is nobody's."""
    if no := why_not_go_on(team) or why_not_own(member):
        return no
    if member.staff_id is not None and member.staff_id == team.lead_id:
        return Reason("member_is_family_lead")
    return Reason("member_owns_actions", actions=actions) if actions and not successor else None


def why_not_own(member: Any) -> Reason | None:
    """Whether a member can own an action."""
    return Reason("member_has_left") if member.left_on is not None else None


def decides(age: int | None, *, adult: bool, able_because: str) -> Reason | None:
    """Why somebody does not answer for themselves: from 16 on they do, and whoever is said, with a reason, to be able.

    `adult` is the family's word for somebody whose date of birth is not known.
    """
    if able_because.strip() or (adult if age is None else age >= DECIDES_FROM):
        return None
    return Reason("answer_without_age") if age is None else Reason("answer_of_a_child")


def answer_kept(before: str, agrees: bool) -> str:
    """What an answer is kept as: a no after a yes takes the yes back."""
    if agrees:
        return FamilyAnswer.YES
    return FamilyAnswer.WITHDRAWN if before == FamilyAnswer.YES else FamilyAnswer.NO


def why_not_answer(team: Any, *, before: str, agrees: bool, told_on: date, today: date) -> Reason | None:
    """Whether an answer changes anything."""
    if no := why_not_go_on(team):
        return no
    if told_on > today:
        return Reason("answer_in_future")
    same = (before == FamilyAnswer.YES) if agrees else before in (FamilyAnswer.NO, FamilyAnswer.WITHDRAWN)
    return Reason("answer_given_already") if same else None


def why_not_assess(team: Any, *, agreed: int, risk_explained: bool, held_on: date, today: date) -> Reason | None:
    """Whether a family assessment can be kept. `agreed` is how many of the family said yes."""
    if no := why_not_go_on(team):
        return no
    if held_on > today:
        return Reason("assessed_in_future")
    if not agreed:
        return Reason("nobody_agreed")
    return None if risk_explained else Reason("risk_not_explained")


def why_not_act(team: Any, *, agreed: int, about_agrees: bool, due_on: date, today: date) -> Reason | None:
    """Whether an action can be put into the plan."""
    if no := why_not_go_on(team):
        return no
    if not agreed:
        return Reason("nobody_agreed")
    if not about_agrees:
        return Reason("about_without_consent")
    return Reason("action_due_before") if due_on < today else None


def why_not_settle_action(team: Any, action: Any, *, done: bool, note: str) -> Reason | None:
    """Whether an action can be ticked off, or stopped with a reason."""
    if no := why_not_go_on(team):
        return no
    if action.status != FamilyActionStatus.OPEN:
        return Reason("action_settled_already")
    return None if done or note.strip() else Reason("action_stopped_without_why")


def why_not_meet(team: Any, *, held_on: date, formed_on: date, came: int, agreed: int, today: date) -> Reason | None:
    """Whether a meeting of a day can be recorded."""
    if no := why_not_go_on(team):
        return no
    if not agreed:
        return Reason("nobody_agreed")
    if held_on > today:
        return Reason("family_meeting_in_future")
    if held_on < formed_on:
        return Reason("family_meeting_too_early", formed=formed_on.strftime("%d/%m/%Y"))
    return None if came else Reason("family_meeting_of_nobody")


def why_not_review(held_on: date, review_on: date, latest: date) -> Reason | None:
    """Whether the next review is within six weeks of the meeting."""
    fits = held_on < review_on <= latest
    return None if fits else Reason("family_review_too_late", latest=latest.strftime("%d/%m/%Y"))


def why_not_close_team(team: Any, *, outcome: str, actions: int) -> Reason | None:
    """Whether a team can end so: what it promised is settled first, unless the end came from the family."""
    if no := why_not_go_on(team):
        return no
    if outcome in FROM_THE_FAMILY:
        return None
    if team.status == FamilyTeamStatus.FORMING:
        return Reason("family_team_never_met")
    return Reason("family_actions_open", actions=actions) if actions else None


def steps_down(outcome: str) -> bool:
    """Whether the next thing after this end is a handover."""
    return outcome in (FamilyOutcome.STEPPED_DOWN, FamilyOutcome.STEPPED_UP)


def _is_address(words: str) -> bool:
    return "@" in words or sum(sign.isdigit() for sign in words) >= 6
