from django.urls import reverse

from lynchpin.organisations.choices import Role
from lynchpin.organisations.permission_words import PERMISSION_WORDS
from lynchpin.organisations.policy import POLICY
from lynchpin.organisations.policy_table import FIELD_CLASSES, SCOPES, policy_table, role_name

ROLES = reverse("organisations:roles")


def test_the_table_holds_every_cell_of_the_policy_and_no_other():
    written = {(line.role, line.permission, line.scope, frozenset(line.fields)) for line in policy_table()}
    cells = {
        (role, code, grant.scope, grant.fields) for role, grants in POLICY.items() for code, grant in grants.items()
    }
    assert written == cells


def test_every_scope_role_and_field_of_the_policy_has_words():
    for line in policy_table():
        assert role_name(line.role) and str(SCOPES[line.scope]) and all(FIELD_CLASSES[code] for code in line.fields)


def test_every_permission_of_the_policy_has_words_of_its_own_and_no_other_has():
    used = {line.permission for line in policy_table()}
    assert used == PERMISSION_WORDS.keys()
    assert len({str(words) for words in PERMISSION_WORDS.values()}) == len(used)


def test_the_officer_reads_every_role_on_the_page(world, as_):
    shown = as_(world.data_protection_officer).get(ROLES).content.decode()
    assert all(str(role.label) in shown for role in Role) and "Give a case to a worker" in shown
    assert 'href="#lead-worker"' in shown, "each role can be gone to"


def test_the_policy_is_not_shown_to_referrers(world, as_):
    assert as_(world.referrer).get(ROLES).status_code == 403
