"""Every exemption from a rule of the house, one line each with its reason. Their number is pinned, so that none slips in."""

from __future__ import annotations

PUBLIC_PAGES: dict[str, str] = {
    "account_login": "the door itself",
    "account_logout": "leaving must always work",
    "healthz": "for a load balancer, which has no account; says nothing of content",
    "readyz": "for a load balancer, which has no account; says nothing of content",
}

UNSCOPED: dict[str, str] = {
    "lynchpin/kernel/models.py": "defines it",
    "lynchpin/kernel/keyed.py": "definitions are compared by key before anyone's scope exists",
    "lynchpin/kernel/use_case.py": "a form key is looked up for whoever sent the form",
    "lynchpin/organisations/actors.py": "makes the actor that a scope needs",
    "lynchpin/organisations/models.py": "a scope is made of assignments",
    "lynchpin/people/models.py": "a scope is made of involvements, restrictions and zones",
    "lynchpin/places/use_cases/load_places.py": "compares the whole set of memberships with a pack",
}

CLOCK_READERS = ("views", "commands", "jobs", "middleware", "running", "loading")

GUARD_AT_REST: dict[str, str] = {
    "lynchpin/kernel/guard.py": "defines it",
    "lynchpin/site/commands/migrate.py": "migrations change tables and their rows",
    "lynchpin/site/commands/restore.py": "a restored backup replaces every table",
}

KERNEL_PEN: dict[str, str] = {
    "lynchpin/kernel/window.py": "defines it",
    "lynchpin/kernel/audit.py": "writes the trail",
    "lynchpin/kernel/access.py": "writes the access log",
    "lynchpin/kernel/use_case.py": "keeps form keys",
}

RAW_SQL: dict[str, str] = {}
