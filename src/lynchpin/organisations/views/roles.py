"""Who may do what: the policy, as a table that can be read."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse

from lynchpin.kernel.page import page, show
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.policy_table import (
    FIELD_CLASSES,
    SCOPES,
    PolicyLine,
    permission_name,
    policy_table,
    role_name,
)


@page(Permission.READ_ROLES)
def roles_page(request: HttpRequest) -> HttpResponse:
    by_role = groupby(policy_table(), key=lambda line: line.role)
    roles = [(role, role_name(role), [_in_words(line) for line in lines]) for role, lines in by_role]
    return show(request, "organisations/roles.html", roles=roles)


def _in_words(line: PolicyLine) -> tuple[str, str, str]:
    fields = ", ".join(str(FIELD_CLASSES[code]) for code in line.fields)
    return permission_name(line.permission), str(SCOPES[line.scope]), fields
