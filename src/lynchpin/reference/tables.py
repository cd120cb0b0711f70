"""Every file a reference pack may hold: its room, its name and its columns. A new file is declared here first."""

from lynchpin.reference.columns import (
    Column,
    Kind,
    both,
    choice,
    day,
    link,
    links,
    text,
    whole,
    yes_no,
)

SOURCE_TAGS = ("S1", "S2", "R", "GK", "SUG")

EVERY_ROW = (
    Column("key", Kind.KEY, needed=True),
    *both("label"),
    day("valid_from"),
    day("valid_to"),
    Column("aliases", many=True),
    choice("source", *SOURCE_TAGS, many=True),
)
SORT = whole("sort")

FRAMEWORK: dict[str, tuple[Column, ...]] = {
    "framework/strategic_outcomes": (SORT,),
    "framework/zone_outcomes": (
        link("strategic_outcome", "framework/strategic_outcomes", needed=False),
        choice("kind", "population", "measurement"),
        SORT,
    ),
    "framework/key_challenges": (SORT,),
    "framework/themes": (
        links("strategic_outcomes", "framework/strategic_outcomes"),
        SORT,
    ),
    "framework/priorities": (
        link("theme", "framework/themes"),
        whole("printed_rank"),
        SORT,
        links("groups", "framework/customer_groups"),
    ),
    "framework/customer_groups": (SORT,),
    "framework/specific_groups": (
        whole(
            "age_from", needed=False
        ),  # a group that is an age and nothing else is not asked for: the date of birth says it
        whole("age_to", needed=False),
        yes_no("asked"),  # no: chosen elsewhere, so that nobody here can answer
        SORT,
    ),
    "framework/needs": (SORT,),
    "framework/outcome_measures": (
        choice("frameworks", "CF", "SOF", many=True),
        choice("rba_type", "how_much", "how_well", "better_off"),
        choice("polarity", "higher", "lower", "neutral"),
        choice(
            "better_off_kind",
            "skills",
            "attitude",
            "behaviour",
            "circumstance",
            needed=False,
        ),
        *both("denominator"),
        SORT,
    ),
    "framework/provisions": (
        link("priority", "framework/priorities"),
        links("themes", "framework/themes"),
        links("providers", "organisations/providers"),
        choice("targeting", "groups", "own", "open", "not_stated"),
        links("groups", "framework/customer_groups"),
        links("specific_groups", "framework/specific_groups"),
        links("needs", "framework/needs"),
        whole("age_from", needed=False),
        whole("age_to", needed=False),
        yes_no("all_clusters"),
        links("clusters", "places/clusters"),
        whole("weeks_from", needed=False),
        whole("weeks_to", needed=False),
        whole("hours_per_week", needed=False),
        whole("expected_people", needed=False),
        links("measures", "framework/outcome_measures"),
        link("try_first", "organisations/programmes", needed=False),
        link("try_first_group", "framework/customer_groups", needed=False),
        yes_no("last_resort"),
        yes_no("in_appendix"),
        *both("rules"),
    ),
    "framework/eligibility_rules": (
        link("line", "framework/provisions"),
        choice("kind", "before", "language", "area"),
        Column("tests", many=True),  # test=yes: any one of these, of `lines` or of the rest is enough
        links("lines", "framework/provisions"),
        Column("languages", many=True),
        links("zones", "places/zones"),
        yes_no("changeable"),
    ),
    "framework/wellbeing_goals": (SORT,),
    "framework/ways_of_working": (*both("prompt"), SORT),
    "framework/policies": (
        choice("kind", "act", "duty", "strategy", "plan", "aim"),
        link("part_of", "framework/policies", needed=False),
        SORT,
    ),
    "framework/success_themes": (SORT,),
}

PLACES: dict[str, tuple[Column, ...]] = {
    "places/councils": (text("official_code"), SORT),
    "places/clusters": (
        link("council", "places/councils"),
        text("official_code"),
        link("programme", "organisations/programmes", needed=False),
        SORT,
    ),
    "places/cluster_areas": (link("cluster", "places/clusters"), whole("vintage")),
    "places/zones": (
        link("council", "places/councils"),
        link("anchor", "places/councils", needed=False),
        SORT,
    ),
    "places/zone_areas": (
        link("zone", "places/zones"),
        text("definition"),
        yes_no("candidate"),
        text("area_code"),
        whole("vintage"),
    ),
    "places/zone_components": (*both("contents"), SORT),
}

ORGANISATIONS: dict[str, tuple[Column, ...]] = {
    "organisations/providers": (
        choice("sector", "council", "voluntary", "health", "housing_association"),
        *both("successor", needed=False),
        SORT,
    ),
    "organisations/roles": (
        whole("posts"),
        whole("posts_per_cluster", needed=False),
        whole("clusters_each", needed=False),
        choice("location", "central", "cluster"),
        link("managed_by", "organisations/roles", needed=False),
        choice("managed_by_basis", "stated", "inferred", needed=False),
        SORT,
    ),
    "organisations/funders": (links("successors", "organisations/funders"), SORT),
    "organisations/programmes": (
        choice("kind", "programme", "fund", "grant", "framework", "partner", "benefit"),
        link("funder", "organisations/funders", needed=False),
        links("successors", "organisations/programmes"),
        choice("dates_basis", "known", "partly_known", "unknown"),
        SORT,
    ),
    "organisations/agencies": (
        choice(
            "feed",
            "education",
            "housing",
            "revenues",
            "childrens_services",
            "health_visiting",
            "careers",
            "adult_services",
            "jobcentre",
            "police",
            "substance_misuse",
            "providers",
            "engagement",
            "youth_justice",
            "school_health",
            "probation",
            needed=False,
        ),
        yes_no("sends_referrals"),
        links("referral_sources", "frontdoor/referral_sources"),
        SORT,
    ),
}

PROFILES: dict[str, tuple[Column, ...]] = {
    "profiles/feeds": (
        link("partner", "organisations/agencies"),
        whole("cadence_days"),
        whole("trust_percent"),
        Column("columns", needed=True, many=True),  # ours=theirs
        Column("facts", many=True),
        SORT,
    ),
    "profiles/columns": (choice("kind", "identity", "fact", "change"), SORT),
    "profiles/drift_bounds": (
        whole("limit"),
        choice("unit", "families", "points", "hundredths", "percent", "days", "files"),
        Column("owner", Kind.KEY, needed=True),  # the role that answers for it
        SORT,
    ),
}

FRONT_DOOR: dict[str, tuple[Column, ...]] = {
    "frontdoor/referral_sources": (
        *both("sent_by"),
        *both("identifies"),
        *both("rule"),
        SORT,
    ),
    "frontdoor/service_clocks": (
        choice("starts_when", "received", "decided", "allocated", "brokered"),
        whole("limit"),
        choice("unit", "working_day", "same_day"),
        SORT,
    ),
    "frontdoor/routes": (
        choice(
            "owner",
            "nobody",
            "engagement_worker",
            "lead_worker",
            "single_point_of_contact",
        ),
        yes_no("keeps_score"),
        SORT,
    ),
    "frontdoor/band_routes": (
        choice("vulnerability", "green", "amber", "red"),
        choice("resilience", "low", "medium", "high", "not_yet_heard"),
        link("route", "frontdoor/routes"),
        yes_no("listen_first"),
    ),
    "frontdoor/group_facts": (
        link("group", "framework/customer_groups"),
        text("factor"),
    ),
}

LATER_ROOMS: dict[str, tuple[Column, ...]] = {
    "pathways/pathways": (yes_no("may_re_enter"), yes_no("plan_needs_approval"), SORT),
    "pathways/pathway_phases": (
        link("pathway", "pathways/pathways"),
        whole("number"),
        links("providers", "organisations/providers"),
        links("roles", "organisations/roles"),
        links("steps_up_to", "pathways/pathway_phases"),
        links("steps_down_to", "pathways/pathway_phases"),
        links("re_enters_at", "pathways/pathway_phases"),
        links("core_offer", "framework/provisions"),
        Column("entry_tests", many=True),  # test=yes, or test=yes|other=yes: asked only where the other is so
        Column("exit_tests", many=True),
        choice("promises", "interview", "work_experience", needed=False, many=True),
        yes_no("may_complete"),
        *both("delivered_by"),
        *both("rule"),
    ),
    "pathways/step_tests": (*both("if_yes"), *both("if_no"), SORT),
    "governance/bodies": (
        choice("kind", "board", "decision", "forum", "council", "scrutiny", "team"),
        links("successors", "governance/bodies"),
        SORT,
    ),
    "governance/escalation_levels": (
        whole("level"),
        link("body", "governance/bodies", needed=False),
        links("roles", "organisations/roles"),
        link("goes_to", "governance/escalation_levels", needed=False),
        *both("trigger"),
    ),
    "engagement/activity_types": (yes_no("needs_central_approval"), SORT),
    "outcomes/reported_results": (
        whole("value"),
        link("measure", "framework/outcome_measures"),
        links("other_measures", "framework/outcome_measures"),
        day("period_from"),
        day("period_to"),
        text("reported_quarter"),
        choice("period_basis", "stated", "unknown"),
        yes_no("is_result"),
        SORT,
    ),
    "site/help_lines": (
        text("number", needed=False),
        text("option", needed=False),
        yes_no("council_must_fill"),
        choice("languages", "en", "cy", many=True),
        *both("use"),
        *both("check"),
        SORT,
    ),
}

TABLES: dict[str, tuple[Column, ...]] = {
    name: EVERY_ROW + columns
    for name, columns in (FRAMEWORK | PLACES | ORGANISATIONS | PROFILES | FRONT_DOOR | LATER_ROOMS).items()
}
