"""How a cell of the policy is written, and what many roles hold alike."""

from __future__ import annotations

from lynchpin.kernel.actor import Grant

PUBLIC, CLOCK = "public", "clock"  # the two roles without accounts: public forms, and jobs
Cells = dict[str, Grant]


def grants(scope: str, fields: str, *permissions: str) -> Cells:
    """The same scope and classes of field for several permissions."""
    grant = Grant(scope, frozenset(fields.split()))
    return dict.fromkeys(permissions, grant)


CHOOSING = grants(
    "own",
    "F0",
    "organisations.choose_role",
    "desk.open_home",
    "desk.read_statements",
    "desk.read_blank_forms",
    "notices.switch_digests",
    "profiles.read_public_record",
)
DEFINITIONS = CHOOSING | grants(
    "all",
    "F0",
    "organisations.read_programmes",
    "places.read_places",
    "framework.read_framework",
    "outcomes.read_public_scorecard",
)
STAFF_ROOM = (
    DEFINITIONS
    | grants("own", "F1 F4", "safeguarding.raise_concern")
    | grants("all", "F0", "desk.open_home", "places.read_ranks")
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
    "desk.read_what_fits",
    "pathways.start_pathway",
    "pathways.answer_step_test",
    "pathways.answer_offer_questions",
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

STOPPING_PROFILING = (
    "profiles.stop_profiling",
    "profiles.propose_resuming",
    "profiles.resume_profiling",
    "profiles.decline_resuming",
)  # anyone of three roles stops it; two people of them let it go on

LIFTING_FREEZES = (
    "profiles.read_assurance",
    "profiles.look_into_freeze",
    "profiles.lift_freeze",
)  # two people of three roles look into a run that lies far from the one before

SETTLING_FILES = (
    "profiles.accept_stopped_extract",
    "profiles.decline_extract",
)  # whoever loaded a file that was stopped never accepts it; another person of either role may

AROUND_FAMILIES = tuple(
    f"casework.{verb}"
    for verb in (
        "read_family_team",
        "form_family_team",
        "join_family_team",
        "leave_family_team",
        "record_family_answer",
        "assess_family",
        "add_family_action",
        "settle_family_action",
        "hold_family_meeting",
        "offer_family_lead",
        "take_family_lead",
        "close_family_team",
    )
)

HOLDING_CASES = (
    "people.read_resident",
    "people.move_resident",
    "people.record_death",
    "people.record_safe_contact",
    "people.form_family",
    "people.begin_own_record",
    "casework.read_case",
    "casework.read_caseload",
    "casework.read_transfers",
    "casework.propose_transfer",
    "casework.acknowledge_transfer",
    "casework.decline_transfer",
    "casework.withdraw_transfer",
    "casework.read_supervision",
    "casework.finish_supervision_action",
    "casework.record_absence",
    "casework.end_absence",
    "casework.record_contact",
    "casework.start_visit",
    "casework.end_visit",
    "casework.extend_visit",
    "casework.record_what_matters",
    "casework.correct_contact",
    "casework.correct_what_matters",
    "casework.agree_plan",
    "casework.rate_goal",
    "outcomes.record_outcome",
    "outcomes.read_achievements",
    "outcomes.close_case",
    "desk.read_overview",
)  # what the work with one person asks for, whoever holds the case
