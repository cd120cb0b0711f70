"""The policy: which role holds which permission, how far it reaches, and which classes of field it shows.

One frozen table, read by a data protection officer and printed into the docs. Permissions are written as their codes, so
that this table imports no later room. What is not written is refused.

Field classes: F0 public, F1 identity, F2 contact and address, F2p protected address, F3 needs and notes,
F4 safeguarding and health, F5 scores and reasons, F6 staff or relative seal, F7 money.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lynchpin.kernel.actor import Grant

PUBLIC, CLOCK = "public", "clock"  # the two roles without accounts: public forms, and jobs


def _grants(scope: str, fields: str, *permissions: str) -> dict[str, Grant]:
    grant = Grant(scope, frozenset(fields.split()))
    return dict.fromkeys(permissions, grant)


def _frozen(table: dict[str, dict[str, Grant]]) -> Mapping[str, Mapping[str, Grant]]:
    return MappingProxyType({role: MappingProxyType(cells) for role, cells in table.items()})


CHOOSING = _grants("own", "F0", "organisations.choose_role", "desk.open_home", "desk.read_statements")
DEFINITIONS = CHOOSING | _grants(
    "all",
    "F0",
    "organisations.read_programmes",
    "places.read_places",
    "framework.read_framework",
    "outcomes.read_public_scorecard",
)
STAFF_ROOM = (
    DEFINITIONS
    | _grants("own", "F1 F4", "safeguarding.raise_concern")
    | _grants("all", "F0", "desk.open_home", "places.read_ranks")
)

READING_PATHWAYS = (
    "pathways.read_pathways",
    "pathways.read_place",
    "pathways.read_handover",
    "pathways.read_check_ins",
    "pathways.read_sustained",
)
WALKING_PATHWAYS = (
    *READING_PATHWAYS,
    "pathways.start_pathway",
    "pathways.answer_step_test",
    "pathways.step_up",
    "pathways.step_down",
    "pathways.pause_pathway",
    "pathways.resume_pathway",
    "pathways.leave_pathway",
    "pathways.re_enter_pathway",
    "pathways.complete_pathway",
    "pathways.give_guarantee",
    "pathways.prepare_handover",
    "pathways.send_handover",
    "pathways.withdraw_handover",
    "pathways.acknowledge_handover",
    "pathways.decline_handover",
    "pathways.record_first_visit",
    "pathways.waive_first_visit",
    "pathways.record_check_in",
)

POLICY: Mapping[str, Mapping[str, Grant]] = _frozen(
    {
        PUBLIC: _grants(
            "none",
            "F0",
            "frontdoor.ask_for_help",
            "frontdoor.send_referral_by_link",
            "frontdoor.answer_by_link",
            "outcomes.read_public_scorecard",
            "desk.read_statements",
        ),
        CLOCK: _grants(
            "all", "F1 F2 F5", "frontdoor.raise_candidates", "frontdoor.lapse_brokerings", "frontdoor.find_owners"
        ),
        "central-support": STAFF_ROOM
        | _grants("all", "F1 F2 F3", *WALKING_PATHWAYS, "pathways.edit_pathway_step")
        | _grants(
            "all",
            "F1 F2 F3 F5",
            "frontdoor.read_queue",
            "frontdoor.read_referral",
            "frontdoor.send_referral",
            "frontdoor.report_someone_met",
            "frontdoor.read_links",
            "frontdoor.give_partner_link",
            "frontdoor.give_answer_link",
            "frontdoor.revoke_partner_link",
            "frontdoor.read_lists",
            "frontdoor.stage_list",
            "frontdoor.take_in_list",
            "frontdoor.set_aside_list",
            "frontdoor.screen_referral",
            "frontdoor.answer_referral",
            "frontdoor.route_referral",
            "frontdoor.pass_on_referral",
            "frontdoor.record_persons_no",
            "frontdoor.broker_referral",
            "frontdoor.answer_brokering",
            "frontdoor.withdraw_brokering",
            "frontdoor.finish_brokering",
            "frontdoor.return_referral",
            "frontdoor.bring_back_referral",
            "frontdoor.leave_open_offer",
            "frontdoor.void_referral",
            "frontdoor.close_referral",
            "frontdoor.pause_clock",
            "frontdoor.resume_clock",
            "frontdoor.read_candidates",
            "frontdoor.decide_candidate",
            "profiles.read_profile",
            "profiles.read_feeds",
            "profiles.read_runs",
            "casework.open_case",
            "casework.allocate_case",
            "casework.share_out_cases",
            "casework.record_duties",
            "outcomes.close_case",
            "casework.weigh_case",
            "outcomes.read_imports",
            "outcomes.stage_import",
            "outcomes.map_import",
            "outcomes.apply_import",
        )
        | _grants(
            "all",
            "F1 F2",
            "people.read_resident",
            "people.search_residents",
            "people.add_resident",
            "people.amend_resident",
            "people.move_resident",
            "people.record_safe_contact",
            "people.form_family",
            "people.propose_merge",
            "people.settle_check",
            "casework.read_case",
            "casework.read_headroom",
            "casework.read_caseload",
            "organisations.read_staff",
            "outcomes.read_scorecard",
            "desk.read_overview",
            "desk.read_zone",
        ),
        "cluster-manager": STAFF_ROOM
        | _grants("cluster", "F1 F2 F3", *WALKING_PATHWAYS)
        | _grants(
            "cluster",
            "F1 F2 F3",
            "people.read_resident",
            "people.search_residents",
            "people.record_safe_contact",
            "frontdoor.read_referral",
            "casework.read_case",
            "casework.read_caseload",
            "casework.read_headroom",
            "casework.allocate_case",
            "casework.share_out_cases",
            "casework.record_duties",
            "casework.open_case",
            "casework.export_cases",
            "outcomes.record_outcome",
            "outcomes.read_achievements",
            "outcomes.export_achievements",
            "outcomes.close_case",
            "desk.read_overview",
        )
        | _grants("all", "", "people.check_resident")
        | _grants("cluster", "F1", "organisations.read_staff")
        | _grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
        "lead-worker": STAFF_ROOM
        | _grants("cluster", "F1 F2 F3", *WALKING_PATHWAYS)
        | _grants(
            "cluster",
            "F1 F2 F3",
            "people.read_resident",
            "people.search_residents",
            "people.move_resident",
            "people.record_safe_contact",
            "people.form_family",
            "frontdoor.read_referral",
            "casework.read_case",
            "casework.read_caseload",
            "casework.read_headroom",
            "casework.open_case",
            "casework.weigh_case",
            "casework.allocate_case",
            "casework.share_out_cases",
            "casework.record_duties",
            "casework.record_contact",
            "casework.record_what_matters",
            "casework.agree_plan",
            "casework.rate_goal",
            "outcomes.record_outcome",
            "outcomes.read_achievements",
            "outcomes.close_case",
            "desk.read_overview",
        )
        | _grants("own", "F1 F2 F3", "frontdoor.report_someone_met")
        | _grants(
            "alloc",
            "F1 F2 F3",
            "frontdoor.return_referral",
            "frontdoor.leave_open_offer",
            "frontdoor.record_persons_no",
        )
        | _grants("all", "", "people.check_resident")
        | _grants("cluster", "F1", "organisations.read_staff")
        | _grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
        "engagement-worker": STAFF_ROOM
        | _grants("alloc", "F1 F2 F3", *WALKING_PATHWAYS)
        | _grants(
            "alloc",
            "F1 F2 F3",
            "people.read_resident",
            "people.amend_resident",
            "people.move_resident",
            "people.record_safe_contact",
            "people.form_family",
            "casework.read_case",
            "casework.read_caseload",
            "casework.record_contact",
            "casework.record_what_matters",
            "casework.agree_plan",
            "casework.rate_goal",
            "outcomes.record_outcome",
            "outcomes.read_achievements",
            "outcomes.close_case",
            "desk.read_overview",
        )
        | _grants("all", "", "people.check_resident")
        | _grants(
            "own",
            "F1 F2 F3",
            "frontdoor.send_referral",
            "frontdoor.read_own_referrals",
            "frontdoor.report_someone_met",
        )
        | _grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
        "admin-officer": STAFF_ROOM
        | _grants(
            "all",
            "F1 F2",
            "notices.read_notices",
            "notices.check_notice",
            "notices.cancel_notice",
            "notices.post_notice",
            "people.read_resident",
            "people.search_residents",
        )
        | _grants(
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
        "referrer": DEFINITIONS
        | _grants("all", "F0", "desk.open_home")
        | _grants("own", "F1", "frontdoor.send_referral", "frontdoor.read_own_referrals"),
        "data-protection-officer": DEFINITIONS
        | _grants("all", "F0", "desk.open_home")
        | _grants(
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
        | _grants("all", "F1 F3", *READING_PATHWAYS)
        | _grants(
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
        | _grants(
            "all", "F0", "outcomes.read_scorecard", "profiles.read_runs", "profiles.read_feeds", "desk.read_zone"
        ),
        "safeguarding-lead": STAFF_ROOM
        | _grants(
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
        | _grants(
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
        "zone-coordinator": DEFINITIONS
        | _grants(
            "all",
            "F0",
            "desk.open_home",
            "outcomes.read_scorecard",
            "desk.read_zone",
            "places.add_venue",
            "places.read_ranks",
        ),
        "analyst": DEFINITIONS | _grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard"),
        "board-member": DEFINITIONS | _grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard"),
        "scrutiny-member": DEFINITIONS | _grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard"),
        "system-admin": DEFINITIONS
        | _grants(
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
            "pathways.load_pathways",
        ),
    }
)
