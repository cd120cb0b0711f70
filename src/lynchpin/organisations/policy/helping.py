"""Those who help people: the centre, the clusters, their leads and workers."""

from __future__ import annotations

from lynchpin.organisations.policy.grants import (
    AROUND_FAMILIES,
    HOLDING_CASES,
    STAFF_ROOM,
    WALKING_PATHWAYS,
    Cells,
    grants,
)

HELPING: dict[str, Cells] = {
    "central-support": STAFF_ROOM
    | grants("all", "F1 F2 F3", *WALKING_PATHWAYS, "pathways.edit_pathway_step")
    | grants(
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
        "frontdoor.set_review_allowance",
        "frontdoor.read_routing_rules",
        "profiles.read_profile",
        "profiles.read_contests",
        "profiles.contest_fact",
        "profiles.answer_contest",
        "profiles.close_contest",
        "profiles.read_feeds",
        "profiles.read_runs",
        "profiles.read_assurance",
        "profiles.read_scoring",
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
    | grants(
        "all",
        "F1 F2",
        "profiles.read_links",
        "profiles.decide_link",
        "profiles.confirm_link",
        "profiles.decline_link",
        "profiles.undo_link",
        "profiles.read_link_figures",
        "people.read_resident",
        "people.search_residents",
        "people.add_resident",
        "people.amend_resident",
        "people.move_resident",
        "people.record_death",
        "people.take_back_death",
        "people.record_safe_contact",
        "people.form_family",
        "people.begin_own_record",
        "people.propose_merge",
        "people.settle_check",
        "casework.read_case",
        "casework.read_family_team",
        "casework.read_headroom",
        "casework.read_caseload",
        "casework.read_visits",
        "casework.answer_visit",
        "organisations.read_staff",
        "outcomes.read_scorecard",
        "desk.read_overview",
        "desk.read_zone",
    )
    | grants("all", "F1", "casework.read_snags", "casework.join_snags", "casework.answer_snag"),
    "cluster-manager": STAFF_ROOM
    | grants("cluster", "F1 F2 F3", *WALKING_PATHWAYS)
    | grants(
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
        "casework.read_transfers",
        "casework.read_supervision",
        "casework.record_supervision",
        "casework.record_absence",
        "casework.end_absence",
        "casework.open_case",
        "casework.export_cases",
        "casework.read_family_team",
        "casework.read_visits",
        "casework.answer_visit",
        "outcomes.record_outcome",
        "outcomes.read_achievements",
        "outcomes.export_achievements",
        "outcomes.close_case",
        "desk.read_overview",
    )
    | grants("all", "", "people.check_resident")
    | grants(
        "cluster",
        "F1",
        "organisations.read_staff",
        "casework.read_snags",
        "casework.join_snags",
        "casework.answer_snag",
    )
    | grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
    "lead-worker": STAFF_ROOM
    | grants("cluster", "F1 F2 F3", *AROUND_FAMILIES)
    | grants("cluster", "F1 F2 F3", *WALKING_PATHWAYS)
    | grants("cluster", "F1 F2 F3", *HOLDING_CASES)
    | grants(
        "cluster",
        "F1 F2 F3",
        "people.search_residents",
        "frontdoor.read_referral",
        "casework.read_headroom",
        "casework.open_case",
        "casework.weigh_case",
        "casework.allocate_case",
        "casework.share_out_cases",
        "casework.record_duties",
        "casework.read_visits",
        "casework.answer_visit",
        "casework.reopen_case",
        "casework.record_supervision",
        "casework.approve_plan",
        "casework.send_back_plan",
    )
    | grants("own", "F1 F2 F3", "frontdoor.report_someone_met")
    | grants("cluster", "F1", "casework.tell_snag")
    | grants("own", "F1", "casework.see_snag_answer")
    | grants(
        "alloc",
        "F1 F2 F3",
        "frontdoor.return_referral",
        "frontdoor.leave_open_offer",
        "frontdoor.record_persons_no",
    )
    | grants("all", "", "people.check_resident")
    | grants("cluster", "F1", "organisations.read_staff")
    | grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
    "engagement-worker": STAFF_ROOM
    | grants("alloc", "F1 F2 F3", *AROUND_FAMILIES)
    | grants("alloc", "F1 F2 F3", *WALKING_PATHWAYS)
    | grants("alloc", "F1 F2 F3", *HOLDING_CASES, "people.amend_resident")
    | grants("alloc", "F1", "casework.tell_snag")
    | grants("own", "F1", "casework.see_snag_answer")
    | grants("all", "", "people.check_resident")
    | grants(
        "own",
        "F1 F2 F3",
        "frontdoor.send_referral",
        "frontdoor.read_own_referrals",
        "frontdoor.report_someone_met",
    )
    | grants("all", "F0", "outcomes.read_scorecard", "desk.read_zone"),
}
