"""Pure answers about people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Protocol

from lynchpin.kernel.errors import Reason
from lynchpin.people import names
from lynchpin.people.choices import RestrictionKind

OLDEST_AGE = 125
DIED = "died"  # in place of the room that holds contact
DECIDES_FROM = 16  # years of age from which a young person decides about their own record


class Asked(Protocol):
    """What a safe-contact answer says about channels."""

    channels: list[str]


def age_on(born: date | None, on: date) -> int | None:
    """Whole years of age on a day; someone born on 29 February has a birthday on 1 March in other years."""
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def why_not_own(*, has_own: bool, age: int | None, able_because: str, agreed_on: date, today: date) -> Reason | None:
    """From 16 on a young person's word is enough; a younger one is judged able to decide, in words, by whoever records it."""
    if has_own:
        return Reason("own_record_already")
    if agreed_on > today:
        return Reason("own_record_agreed_in_future")
    if able_because.strip() or (age is not None and age >= DECIDES_FROM):
        return None
    return Reason("own_record_age_unknown") if age is None else Reason("own_record_too_young")


def why_not_name(*given: str) -> Reason | None:
    """A name needs letters that can be read, and nothing hidden in it."""
    return None if all(names.is_readable(name) for name in given) else Reason("name_unreadable")


def why_not_born(born: date | None, on: date) -> Reason | None:
    """A date of birth is past, and within a human life."""
    if born is None:
        return None
    if born > on:
        return Reason("born_in_future")
    return Reason("born_long_ago") if on.year - born.year > OLDEST_AGE else None


def why_not_for(died_on: date | None) -> Reason | None:
    """Nothing is begun for somebody who has died."""
    return Reason("person_has_died") if died_on else None


def why_not_died_on(resident: Any, died_on: date, today: date) -> Reason | None:
    """A death is past, comes after the birth, and is recorded once."""
    if resident.died_on is not None:
        return Reason("death_recorded_already")
    if died_on > today:
        return Reason("died_in_future")
    born = resident.birth_date
    return Reason("died_before_birth") if born and died_on < born else None


def why_not_take_back_death(resident: Any) -> Reason | None:
    """What is taken back was recorded."""
    return Reason("death_not_recorded") if resident.died_on is None else None


def why_not_contact(safe_contact: Asked | None, held: Collection[str], channel: str) -> Reason | None:
    """Nobody is contacted while contact is held, before it was asked what is safe, or by a way that is not.

    `held` are the rooms that hold contact, `DIED` among them once somebody has died.
    """
    if held:
        return Reason("person_has_died") if DIED in held else Reason("contact_on_hold")
    if safe_contact is None:
        return Reason("contact_not_asked")
    return None if channel in safe_contact.channels else Reason("channel_not_safe")


def why_not_safe_contact(channels: Sequence[str], preferred: str, nobody: bool) -> Reason | None:
    """An answer names its safe ways, or says that there are none."""
    if not channels and not nobody:
        return Reason("no_channel_given")
    return Reason("preferred_not_safe") if preferred and preferred not in channels else None


def why_not_move(since: date | None, moved_on: date, on: date) -> Reason | None:
    """A move is past and comes after the move before; `since` is when the present home was come to."""
    if moved_on > on:
        return Reason("moved_in_future")
    return Reason("moved_before_last") if since and moved_on < since else None


def why_not_family(resident_ids: Sequence[int]) -> Reason | None:
    """A family has at least two members, each once."""
    if len(set(resident_ids)) < len(resident_ids):
        return Reason("family_twice")
    return Reason("family_too_small") if len(resident_ids) < 2 else None


def why_not_restrict(kind: str, hidden_from: int | None) -> Reason | None:
    """An exclusion names the colleague it is about."""
    return Reason("colleague_missing") if kind == RestrictionKind.EXCLUSION and not hidden_from else None


def why_not_lift(restriction: Any) -> Reason | None:
    """A restriction is lifted once."""
    return Reason("restriction_lifted_already") if restriction.lifted_at is not None else None


def why_not_settle(check: Any) -> Reason | None:
    """A question is dealt with once."""
    return Reason("check_settled_already") if check.settled_at is not None else None
