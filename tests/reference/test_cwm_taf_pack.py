"""The Cwm Taf pack against the counts, codes and oddities of the documents it restates."""

import re
from datetime import date
from importlib import resources

import pytest

from lynchpin.reference import Pack, Row, open_pack

COUNTS = {
    "framework/strategic_outcomes": 4,
    "framework/zone_outcomes": 6,
    "framework/key_challenges": 4,
    "framework/themes": 3,
    "framework/priorities": 10,
    "framework/customer_groups": 13,
    "framework/outcome_measures": 19,
    "framework/provisions": 33,
    "framework/wellbeing_goals": 7,
    "framework/ways_of_working": 5,
    "organisations/providers": 14,
    "organisations/roles": 5,
    "places/clusters": 8,
    "places/zones": 2,
    "places/zone_components": 7,
    "frontdoor/referral_sources": 7,
    "pathways/pathways": 3,
    "pathways/pathway_phases": 15,
    "pathways/step_tests": 25,
    "governance/escalation_levels": 5,
    "engagement/activity_types": 12,
    "outcomes/reported_results": 8,
}
NAMES_ALIKE_IN_BOTH_LANGUAGES = {"Pontypridd", "Rhondda Cynon Taf", "Gurnos", "Childline", "Meic", "Cabinet"}
SMALL_AREAS = {"places/cluster_areas", "places/zone_areas"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return open_pack("cwm-taf")


def row(pack: Pack, room: str, name: str, key: str) -> Row:
    return next(row for row in pack.table(room, name) if row.key == key)


def texts(pack: Pack):
    """Every cell that a person may read, with the row it is in."""
    return [(row, cell) for rows in pack.tables.values() for row in rows for cell in row.values()]


@pytest.mark.parametrize("name", COUNTS)
def test_a_file_holds_as_many_rows_as_the_documents_name(pack, name):
    assert pack.manifest()[name] == COUNTS[name]


def test_the_five_roles_make_fifty_posts(pack):
    posts = {role.key: role.whole("posts") for role in pack.table("organisations", "roles")}
    assert sorted(posts.values()) == [2, 4, 4, 8, 32]
    assert sum(posts.values()) == 50


def test_posts_in_clusters_are_the_posts_of_each_cluster_times_eight(pack):
    for role in pack.table("organisations", "roles"):
        if each := role.whole("posts_per_cluster"):
            assert role.whole("posts") == each * len(pack.table("places", "clusters"))


def test_each_cluster_has_its_small_areas_and_no_area_is_in_two(pack):
    areas = pack.table("places", "cluster_areas")
    sizes = {cluster.key: 0 for cluster in pack.table("places", "clusters")}
    for area in areas:
        sizes[area["cluster"]] += 1
    assert sorted(sizes.values()) == [6, 7, 7, 8, 8, 8, 10, 10]
    assert all(re.fullmatch(r"W010\d{5}", area.key) for area in areas)


def test_zone_areas_are_candidates_until_someone_chooses(pack):
    areas = pack.table("places", "zone_areas")
    readings = {(area["zone"], area["definition"]) for area in areas}
    assert all(area.yes("candidate") for area in areas)
    assert readings == {
        ("gurnos", "named"),
        ("upper_rhondda_fach_zone", "cluster"),
        ("upper_rhondda_fach_zone", "wards"),
    }


def test_one_zone_reading_is_exactly_the_cluster_of_that_name(pack):
    reading = {a["area_code"] for a in pack.table("places", "zone_areas") if a["definition"] == "cluster"}
    assert reading == {a.key for a in pack.table("places", "cluster_areas") if a["cluster"] == "upper_rhondda_fach"}


def test_financial_inclusion_is_printed_first_and_sorted_third(pack):
    priority = row(pack, "framework", "priorities", "PC4")
    assert (priority.whole("printed_rank"), priority.whole("sort")) == (1, 3)


def test_priorities_without_printed_groups_stay_without(pack):
    blank = {priority.key for priority in pack.table("framework", "priorities") if not priority.many("groups")}
    assert blank == {"PC3", "PC4", "HC5"}


def test_the_line_missing_from_the_appendix_is_the_only_one_without_measures(pack):
    lines = pack.table("framework", "provisions")
    assert [line.key for line in lines if not line.yes("in_appendix")] == ["PV-33"]
    assert [line.key for line in lines if not line.many("measures")] == ["PV-33"]
    assert row(pack, "framework", "provisions", "PV-33").many("providers") == ()


def test_every_provider_runs_something(pack):
    used = {key for line in pack.table("framework", "provisions") for key in line.many("providers")}
    assert used == {provider.key for provider in pack.table("organisations", "providers")}


def test_every_measure_belongs_to_a_provision(pack):
    used = {key for line in pack.table("framework", "provisions") for key in line.many("measures")}
    assert used == {measure.key for measure in pack.table("framework", "outcome_measures")}


def test_a_provision_stands_under_the_theme_of_its_priority(pack):
    themes = {priority.key: priority["theme"] for priority in pack.table("framework", "priorities")}
    for line in pack.table("framework", "provisions"):
        assert themes[line["priority"]] in line.many("themes"), line.key


def test_sport_coaching_stands_under_two_themes(pack):
    assert row(pack, "framework", "provisions", "PV-07").many("themes") == ("prosperous", "learning")


def test_a_provision_that_is_not_for_every_cluster_names_its_clusters(pack):
    for line in pack.table("framework", "provisions"):
        assert line.yes("all_clusters") != bool(line.many("clusters")), line.key


def test_a_provision_for_its_own_group_names_the_group(pack):
    for line in pack.table("framework", "provisions"):
        if line["targeting"] in {"own", "groups"}:
            assert line.many("groups") or line.many("specific_groups"), line.key


def test_ages_and_weeks_run_upwards(pack):
    for line in pack.table("framework", "provisions"):
        for low, high in (("age_from", "age_to"), ("weeks_from", "weeks_to")):
            assert (line.whole(low) or 0) <= (line.whole(high) or 999), line.key


def test_the_barriers_fund_is_a_last_resort_after_communities_for_work(pack):
    fund = row(pack, "framework", "provisions", "PV-03")
    assert fund.yes("last_resort")
    assert (fund["try_first"], fund["try_first_group"]) == ("communities_for_work", "CG07")


def test_food_bank_use_counts_effort_and_is_neither_good_nor_bad(pack):
    measure = row(pack, "framework", "outcome_measures", "OM13")
    assert (measure["rba_type"], measure["polarity"]) == ("how_much", "neutral")


def test_only_better_off_measures_say_what_kind_of_better(pack):
    for measure in pack.table("framework", "outcome_measures"):
        if measure["better_off_kind"]:
            assert measure["rba_type"] == "better_off", measure.key


def test_the_sixth_zone_outcome_is_a_measurement(pack):
    kinds = [outcome["kind"] for outcome in pack.table("framework", "zone_outcomes")]
    assert kinds == ["population"] * 5 + ["measurement"]


def test_six_reported_results_do_not_say_their_period(pack):
    results = pack.table("outcomes", "reported_results")
    unknown = [result for result in results if result["period_basis"] == "unknown"]
    assert [result.whole("value") for result in results] == [123, 253, 462, 66, 29, 35, 364, 39]
    assert len(unknown) == 6
    assert not any(result.day("period_from") for result in unknown)


def test_parents_engaged_are_not_reported_as_an_outcome(pack):
    assert [r.key for r in pack.table("outcomes", "reported_results") if not r.yes("is_result")] == ["RR7"]


@pytest.mark.parametrize(
    ("bands", "route"),
    [
        ("green:low", "universal_invite"),
        ("green:medium", "no_action"),
        ("green:high", "no_action"),
        ("amber:low", "worker_priority"),
        ("amber:medium", "worker_caseload"),
        ("amber:high", "advice_and_invite"),
        ("red:low", "contact_family"),
        ("red:medium", "contact_triage"),
        ("red:high", "contact_review"),
    ],
)
def test_bands_lead_where_the_default_matrix_says(pack, bands, route):
    assert row(pack, "frontdoor", "band_routes", bands)["route"] == route


def test_a_score_that_leads_nowhere_is_not_kept(pack):
    forgotten = {route.key for route in pack.table("frontdoor", "routes") if not route.yes("keeps_score")}
    assert forgotten == {"no_action"}


def test_every_pair_of_bands_has_one_route(pack):
    routes = pack.table("frontdoor", "band_routes")
    pairs = {(route["vulnerability"], route["resilience"]) for route in routes}
    assert len(pairs) == len(routes) == 3 * 4


def test_resilience_not_yet_heard_is_routed_as_medium_and_listens_first(pack):
    routes = {route.key: route for route in pack.table("frontdoor", "band_routes")}
    for colour in ("green", "amber", "red"):
        assert routes[f"{colour}:not_yet_heard"]["route"] == routes[f"{colour}:medium"]["route"]
    assert {key for key, route in routes.items() if route.yes("listen_first")} == {
        key for key in routes if key.endswith("not_yet_heard")
    }


def test_clocks_carry_the_defaults(pack):
    clocks = {clock.key: clock.whole("limit") for clock in pack.table("frontdoor", "service_clocks")}
    assert clocks == {"acknowledge": 1, "decide": 3, "allocate": 2, "first_try": 5, "urgent": 0, "provider_answer": 10}


def test_phases_step_up_and_down_one_at_a_time(pack):
    phases = [row for row in pack.table("pathways", "pathway_phases") if row["pathway"] == "employability"]
    assert len(phases) == 5
    keys = [phase.key for phase in phases]
    assert [phase.many("steps_up_to") for phase in phases] == [*((key,) for key in keys[1:]), ()]
    assert [phase.many("steps_down_to") for phase in phases] == [(), *((key,) for key in keys[:-1])]


def test_escalation_climbs_from_level_0_to_4(pack):
    levels = pack.table("governance", "escalation_levels")
    assert [level.whole("level") for level in levels] == [0, 1, 2, 3, 4]
    assert [level["goes_to"] for level in levels] == [*(level.key for level in levels[1:]), ""]


def test_communities_first_ended_in_march_2018_and_names_what_followed(pack):
    programme = row(pack, "organisations", "programmes", "communities_first")
    assert programme.valid_to == date(2018, 3, 31)
    assert programme.holds_on(date(2018, 3, 31))
    assert not programme.holds_on(date(2018, 4, 1))
    assert "communities_for_work_plus" in programme.many("successors")


def test_the_public_services_board_hands_over_to_its_successor_overnight(pack):
    board = row(pack, "governance", "bodies", "public_services_board")
    after = row(pack, "governance", "bodies", board.many("successors")[0])
    assert (after.valid_from - board.valid_to).days == 1


def test_the_board_with_several_names_is_one_body_with_aliases(pack):
    board = row(pack, "governance", "bodies", "generating_wealth")
    assert {"Generating Wealth Board", "Generating Wealth Steering Group"} <= set(board.aliases)
    assert row(pack, "governance", "bodies", "commissioning_steering")["kind"] == "decision"


def test_every_feed_has_one_sender_and_that_agency_is_its_partner(pack):
    senders = {agency["feed"]: agency.key for agency in pack.table("organisations", "agencies") if agency["feed"]}
    sending = [agency["feed"] for agency in pack.table("organisations", "agencies") if agency["feed"]]
    assert len(sending) == len(set(sending))
    assert senders == {feed.key: feed["partner"] for feed in pack.table("profiles", "feeds")}


@pytest.mark.parametrize(
    ("line", "digits"),
    [
        ("emergency", "999"),
        ("police", "101"),
        ("mental_health", "111"),
        ("domestic_abuse", "08088010800"),
        ("samaritans", "116123"),
        ("samaritans_welsh", "08081640123"),
        ("childline", "08001111"),
        ("meic", "08088023456"),
    ],
)
def test_a_help_line_has_its_number(pack, line, digits):
    assert row(pack, "site", "help_lines", line)["number"].replace(" ", "") == digits


def test_only_the_councils_own_line_has_no_number(pack):
    lines = pack.table("site", "help_lines")
    assert [line.key for line in lines if not line["number"]] == ["social_services_out_of_hours"]
    assert [line.key for line in lines if line.yes("council_must_fill")] == ["social_services_out_of_hours"]


def test_emergency_out_of_hours_and_domestic_abuse_lines_come_first(pack):
    ordered = sorted(pack.table("site", "help_lines"), key=lambda line: line.whole("sort"))
    assert [line.key for line in ordered[:3]] == ["emergency", "social_services_out_of_hours", "domestic_abuse"]


def test_labels_differ_between_the_languages_unless_they_are_names(pack):
    alike = {
        r.label_en
        for name, rows in pack.tables.items()
        if name not in SMALL_AREAS
        for r in rows
        if r.label_en == r.label_cy
    }
    assert alike == NAMES_ALIKE_IN_BOTH_LANGUAGES


def test_sentences_are_never_the_same_in_both_languages(pack):
    for rows in pack.tables.values():
        for each in rows:
            for column in (name for name in each if name.endswith("_en") and name != "label_en" and each[name]):
                assert each[column] != each[column.removesuffix("en") + "cy"], (each.file, each.key, column)


def test_welsh_cells_hold_no_english_function_words(pack):
    english = re.compile(r"\b(the|of|with|which|people|their|from|through|other)\b", re.IGNORECASE)
    slips = [
        (each.key, each[name])
        for rows in pack.tables.values()
        for each in rows
        for name in each
        if name.endswith("_cy") and english.search(each[name].replace("Fortitude through the Arts", ""))
    ]
    assert slips == []


def test_no_telephone_number_stands_outside_the_help_lines(pack):
    number = re.compile(r"\b0\d{2,4}[ -]?\d{3}")
    assert [cell for each, cell in texts(pack) if each.file != "site/help_lines.csv" and number.search(cell)] == []


def test_help_lines_are_national_numbers_and_no_geographic_one(pack):
    for line in pack.table("site", "help_lines"):
        assert re.fullmatch(r"|999|101|111|116 123|080[08] [\d ]+", line["number"]), line.key


def test_no_officer_is_named_or_titled(pack):
    titled = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Author|Director|Leader)\b")
    assert [cell for _, cell in texts(pack) if titled.search(cell)] == []


def test_every_source_tag_is_explained_beside_the_pack(pack):
    explained = resources.files("lynchpin.reference").joinpath("cwm-taf", "SOURCES.md").read_text("utf-8")
    used = {tag for rows in pack.tables.values() for each in rows for tag in each.source}
    assert used == {tag for tag in used if f"| `{tag}` |" in explained}
    assert "Open Government Licence v3.0" in explained


def test_every_row_names_a_source(pack):
    assert [each.key for rows in pack.tables.values() for each in rows if not each.source] == []
