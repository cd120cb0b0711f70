"""Those who keep the service right: its office, its officers and its machine."""

from __future__ import annotations

from lynchpin.organisations.policy.grants import DEFINITIONS, READING_PATHWAYS, STAFF_ROOM, Cells, grants

KEEPING: dict[str, Cells] = {
    "admin-officer": STAFF_ROOM
    | grants(
        "all",
        "F1 F2",
        "notices.read_notices",
        "notices.check_notice",
        "notices.cancel_notice",
        "notices.post_notice",
        "people.read_resident",
        "people.search_residents",
    )
    | grants(
        "all",
        "F0",
        "profiles.read_feeds",
        "profiles.load_feed",
        "profiles.refuse_feed",
        "places.load_places",
        "places.load_boundaries",
        "places.load_ranks",
        "places.load_postcodes",
        "places.add_venue",
    ),
    "data-protection-officer": DEFINITIONS
    | grants("all", "F0", "desk.open_home")
    | grants(
        "all",
        "F1 F6",
        "kernel.read_access_log",
        "organisations.read_agreements",
        "organisations.sign_agreement",
        "organisations.revoke_agreement",
        "organisations.read_roles",
        "organisations.read_staff",
        "organisations.assign_role",
        "people.search_residents",
        "people.read_resident",
        "people.read_restrictions",
        "people.restrict_resident",
        "people.lift_restriction",
        "profiles.read_feeds",
        "profiles.read_runs",
        "profiles.withdraw_profile_run",
        "desk.read_data_protection",
    ),
    "head-of-service": STAFF_ROOM
    | grants("all", "F1 F3", *READING_PATHWAYS)
    | grants(
        "all",
        "F1 F3",
        "people.read_resident",
        "people.search_residents",
        "people.merge_residents",
        "people.decline_merge",
        "people.unmerge_residents",
        "casework.read_case",
        "casework.read_caseload",
        "casework.read_headroom",
        "frontdoor.read_queue",
        "frontdoor.export_queue",
        "frontdoor.read_referral",
        "outcomes.read_achievements",
        "outcomes.export_achievements",
        "organisations.read_staff",
        "organisations.read_roles",
        "organisations.switch_on_programme",
    )
    | grants("all", "F0", "outcomes.read_scorecard", "profiles.read_runs", "profiles.read_feeds", "desk.read_zone"),
    "safeguarding-lead": STAFF_ROOM
    | grants(
        "all",
        "F1 F2 F4",
        "safeguarding.read_concerns",
        "safeguarding.report_concern",
        "safeguarding.confirm_concern",
        "safeguarding.acknowledge_concern",
        "safeguarding.close_concern",
        "people.read_resident",
        "people.search_residents",
    ),
    "profile-owner": DEFINITIONS
    | grants(
        "all",
        "F0",
        "desk.open_home",
        "profiles.read_runs",
        "profiles.commission_profile_run",
        "profiles.receive_profile_run",
        "profiles.fail_profile_run",
        "profiles.approve_profile_run",
        "profiles.withdraw_profile_run",
        "profiles.declare_feed",
        "profiles.read_feeds",
    ),
    "system-admin": DEFINITIONS
    | grants(
        "all",
        "F0",
        "desk.open_home",
        "organisations.add_account",
        "organisations.end_role",
        "organisations.read_staff",
        "organisations.read_roles",
        "organisations.load_organisations",
        "places.load_places",
        "places.load_boundaries",
        "places.load_ranks",
        "places.load_postcodes",
        "places.draw_cluster",
        "framework.load_framework",
        "frontdoor.load_frontdoor",
        "frontdoor.declare_closed_day",
        "profiles.declare_feed",
        "outcomes.load_reported_results",
        "casework.load_weights",
        "casework.load_supervision_rhythms",
        "pathways.load_pathways",
    ),
}
