"""The policy table and the rooms' permissions name the same things, both ways."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from lynchpin.organisations.choices import Role
from lynchpin.organisations.policy import CLOCK, PARTS, POLICY, PUBLIC
from tests.house.reading import ROOMS

SCOPES = {"none", "agg", "own", "alloc", "org", "cluster", "zone", "all"}
FIELDS = {"F0", "F1", "F2", "F2p", "F3", "F4", "F5", "F6", "F7"}


def permissions() -> set[str]:
    found: set[str] = set()
    for room in ROOMS:
        if find_spec(f"lynchpin.{room}.choices"):
            members = getattr(import_module(f"lynchpin.{room}.choices"), "Permission", ())
            found |= {str(member) for member in members}
            assert all(str(member).startswith(f"{room}.") for member in members), room
    return found


def granted() -> set[str]:
    return {code for cells in POLICY.values() for code in cells}


def test_no_role_stands_in_two_parts_of_the_table():
    assert sum(len(part) for part in PARTS) == len(POLICY)


def test_nothing_is_granted_that_no_room_asks_for():
    assert granted() - permissions() == set()


def test_nothing_is_asked_for_that_nobody_holds():
    assert permissions() - granted() == set()


def test_every_role_offered_has_a_row_and_every_row_a_role():
    assert set(POLICY) == set(Role.values) | {PUBLIC, CLOCK}


def test_every_cell_has_a_known_scope_and_known_fields():
    for role, cells in POLICY.items():
        for code, grant in cells.items():
            assert grant.scope in SCOPES and grant.fields <= FIELDS, (role, code)


def test_the_table_is_frozen():
    for rows in (POLICY, next(iter(POLICY.values()))):
        assert not hasattr(rows, "__setitem__")


def test_who_administers_accounts_grants_no_rights_and_sees_no_content():
    admin = POLICY["system-admin"]
    assert "organisations.assign_role" not in admin
    content = {"F1", "F2", "F2p", "F3", "F4", "F5"}
    assert not any(grant.fields & content for code, grant in admin.items())


def test_a_protected_address_is_shown_to_no_role_as_yet():
    assert not any("F2p" in grant.fields for cells in POLICY.values() for grant in cells.values())


def test_the_public_holds_only_public_forms_and_pages():
    assert set(POLICY[PUBLIC]) == {
        "frontdoor.ask_for_help",
        "frontdoor.send_referral_by_link",
        "frontdoor.answer_by_link",
        "outcomes.read_public_scorecard",
        "profiles.read_public_record",
        "desk.read_statements",
        "desk.read_blank_forms",
    }
