"""Every exemption from a rule of the house, one line each with its reason. Their number is pinned, so that none slips in."""

from __future__ import annotations

PUBLIC_PAGES: dict[str, str] = {
    "account_login": "the door itself",
    "account_logout": "leaving must always work",
    "demo_sign_in": "one-press entry of a demo; missing anywhere else",
    "healthz": "for a load balancer, which has no account; says nothing of content",
    "readyz": "for a load balancer, which has no account; says nothing of content",
}

UNSCOPED: dict[str, str] = {
    "lynchpin/kernel/models.py": "defines it",
    "lynchpin/kernel/keyed.py": "definitions are compared by key before anyone's scope exists",
    "lynchpin/kernel/use_case.py": "a form key is looked up for whoever sent the form",
    "lynchpin/organisations/actors.py": "makes the actor that a scope needs",
    "lynchpin/organisations/demo_accounts.py": "the door of a demo lists its people before anyone is signed in",
    "lynchpin/organisations/models.py": "a scope is made of assignments",
    "lynchpin/organisations/queries/agreements.py": "no feed loads without an agreement, whoever loads it",
    "lynchpin/people/homes.py": "one dwelling is kept once, so that protection covers everyone in it",
    "lynchpin/people/models/residents.py": "a scope is made of involvements, restrictions and merges",
    "lynchpin/people/models/homes.py": "a home's area and protection are facts of the place, for whoever may see the person",
    "lynchpin/people/queries/briefs.py": "ids only: which records are one person, and with whom contact is held",
    "lynchpin/people/queries/contact.py": "whether a way is safe is judged from everything kept, and shown to nobody",
    "lynchpin/people/queries/decisions.py": "names of colleagues who asked",
    "lynchpin/people/queries/records.py": "the list of small areas to choose from",
    "lynchpin/people/use_cases/add_resident.py": "the row just made, for the trail",
    "lynchpin/people/use_cases/end_involvement.py": "every record of one person, merged ones too",
    "lynchpin/people/use_cases/form_family.py": "the row just made, for the trail",
    "lynchpin/people/use_cases/merge_residents.py": "records that follow a merged one must not be left behind",
    "lynchpin/people/use_cases/move_resident.py": "every record of one person moves together",
    "lynchpin/people/use_cases/propose_merge.py": "a pair is proposed once, whoever proposed it",
    "lynchpin/people/use_cases/release_contact.py": "every record of one person, merged ones too",
    "lynchpin/people/use_cases/unmerge_residents.py": "records that followed a merge go back with it",
    "lynchpin/notices/queries/safety.py": "safety is judged from everything kept, and shown to nobody",
    "lynchpin/safeguarding/queries/concerns.py": "a seal must not keep the safeguarding lead from acting",
    "lynchpin/safeguarding/use_cases/raise_concern.py": "a worry is taken about anybody, and nothing is shown for it",
    "lynchpin/profiles/use_cases/receive_profile_run.py": "scores without a route are dropped, whoever receives the next run",
    "lynchpin/frontdoor/models/referrals.py": "of who sees all but a few, the few are asked for and left out",
    "lynchpin/frontdoor/queries/owners.py": "what came back finds an owner at the centre, whoever sends it back",
    "lynchpin/frontdoor/queries/peace.py": "a person's no binds whoever may not see it",
    "lynchpin/frontdoor/queries/referrals.py": "names of colleagues on a timeline",
    "lynchpin/frontdoor/use_cases/declare_closed_day.py": "a closed day is closed for everybody's clocks; none is shown",
    "lynchpin/frontdoor/use_cases/end_referral.py": "the later room has judged who may close its own case",
    "lynchpin/frontdoor/use_cases/find_owners.py": "sealed people need an owner at work too",
    "lynchpin/frontdoor/use_cases/lapse_brokerings.py": "silence about somebody who is sealed is silence too",
    "lynchpin/frontdoor/use_cases/reopen_referral.py": "the later room has judged who may reopen its own case",
    "lynchpin/frontdoor/use_cases/extend_timeline.py": "the later room has judged who may work on its own record",
    "lynchpin/casework/queries/headroom.py": "a caseload is counted whole, sealed people's cases too",
    "lynchpin/casework/queries/holders.py": "names of colleagues, and who must be kept away from whom",
    "lynchpin/casework/use_cases/place_case.py": "a caseload is counted whole, sealed people's cases too",
    "lynchpin/casework/use_cases/open_case.py": "a person has one open case, whoever holds it",
    "lynchpin/casework/use_cases/resume_case.py": "the later room has judged who asks; a caseload is counted whole",
    "lynchpin/casework/use_cases/record_contact.py": "a contact sent twice is kept once; the case was found in scope",
    "lynchpin/pathways/queries/standing.py": "a person is on a pathway once and their no binds, whoever may not see it",
    "lynchpin/pathways/use_cases/end_places.py": "whoever closes a case leaves no place behind without an owner",
    "lynchpin/pathways/use_cases/record_check_in.py": "the check-in was found in scope; its case and series belong to it",
    "lynchpin/outcomes/queries/brought.py": "a former reference comes over once, whoever brings it",
    "lynchpin/outcomes/queries/traces.py": "a scorecard counts everyone; only numbers leave it",
    "lynchpin/site/commands/__init__.py": "finds who a command acts for",
    "lynchpin/site/commands/account.py": "asks whether anyone works here yet",
    "lynchpin/site/readiness.py": "asks whether any agreement is in force",
    "lynchpin/site/reference_loading.py": "asks whether anyone works here yet",
    "lynchpin/site/benches/page_race.py": "says how many records there are beside how long a page took",
    "lynchpin/demo/concerns.py": "a demo looks up what it has just made",
    "lynchpin/demo/finding.py": "a demo looks up what it has just made",
    "lynchpin/demo/front_door.py": "a demo looks up what it has just made",
    "lynchpin/demo/households.py": "a demo looks up what it has just made",
    "lynchpin/demo/machine.py": "makes the actors of a demo",
    "lynchpin/demo/onward.py": "a demo looks up what it has just made",
    "lynchpin/demo/walking.py": "a demo looks up what it has just made",
}

ACTORS: dict[str, str] = {
    "lynchpin/organisations/actors.py": "reads from the database what a colleague may do today",
    "lynchpin/site/commands/account.py": "the first account, while nobody works here",
    "lynchpin/site/reference_loading.py": "the first pack, while nobody works here",
    "lynchpin/site/benches/four_writers.py": "writes into a throwaway database",
    "lynchpin/demo/machine.py": "makes the actors of a demo",
}

CLOCK_READERS = (
    "views",
    "commands",
    "jobs",
    "middleware",
    "running",
    "sign_in",
    "backups",
    "readiness",
    "reference_loading",
)

GUARD_AT_REST: dict[str, str] = {
    "lynchpin/kernel/guard.py": "defines it",
    "lynchpin/site/commands/migrate.py": "migrations change tables and their rows",
    "lynchpin/site/commands/restore.py": "a restored backup replaces every table",
    "lynchpin/demo/scale/database.py": "copies rows that use cases wrote, in a demo's own database and nowhere else",
}

KERNEL_PEN: dict[str, str] = {
    "lynchpin/kernel/window.py": "defines it",
    "lynchpin/kernel/audit.py": "writes the trail",
    "lynchpin/kernel/access.py": "writes the access log",
    "lynchpin/kernel/use_case.py": "keeps form keys",
}

RAW_SQL: dict[str, str] = {
    "lynchpin/people/queries/engines.py": "full-text search, inside ids that a scope has given",
    "lynchpin/demo/haste.py": "a database setting while a demo is made",
    "lynchpin/demo/scale/database.py": "copies a demo's rows in the database, millions at a time",
}
