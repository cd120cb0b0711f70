"""Those outside the service or at its edge: the public, partners, zones, boards and the clock."""

from __future__ import annotations

from lynchpin.organisations.policy.grants import CLOCK, DEFINITIONS, PUBLIC, Cells, grants

OUTSIDE: dict[str, Cells] = {
    PUBLIC: grants(
        "none",
        "F0",
        "frontdoor.ask_for_help",
        "frontdoor.send_referral_by_link",
        "frontdoor.answer_by_link",
        "outcomes.read_public_scorecard",
        "profiles.read_public_record",
        "desk.read_statements",
        "desk.read_blank_forms",
    ),
    CLOCK: grants(
        "all",
        "F1 F2 F5",
        "frontdoor.raise_candidates",
        "frontdoor.release_candidates",
        "frontdoor.lapse_brokerings",
        "frontdoor.find_owners",
    )
    | grants("all", "F0", "casework.read_headroom", "notices.write_digest", "notices.send_digest"),
    "referrer": DEFINITIONS
    | grants("all", "F0", "desk.open_home")
    | grants("own", "F1", "frontdoor.send_referral", "frontdoor.read_own_referrals")
    | grants("own", "F1 F3", "casework.read_family_team", "casework.settle_family_action"),
    "zone-coordinator": DEFINITIONS
    | grants(
        "all",
        "F0",
        "desk.open_home",
        "outcomes.read_scorecard",
        "desk.read_zone",
        "places.add_venue",
        "places.read_ranks",
    ),
    "analyst": DEFINITIONS
    | grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard", "profiles.read_assurance"),
    "board-member": DEFINITIONS
    | grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard", "profiles.read_assurance"),
    "scrutiny-member": DEFINITIONS
    | grants("agg", "F0", "desk.open_home", "outcomes.read_scorecard", "profiles.read_assurance"),
}
