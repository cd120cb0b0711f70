"""The linkage model: what is compared, and which pairs are compared at all.

A shared home, telephone and e-mail are one comparison, not three: relatives share all of them
at once, and a model that counts each as fresh evidence merges brothers and sisters."""

from __future__ import annotations

from typing import Any

import splink.comparison_level_library as level
import splink.comparison_library as comparison
from splink import SettingsCreator, block_on

BLOCKS = (
    ("nhs_number",),
    ("nino",),
    ("upn",),
    ("birth_day", "surname"),
    ("birth_day", "forename"),
    ("birth_day", "postcode"),
    ("uprn", "forename"),
    ("postcode", "forename", "surname"),
    ("email",),
    ("phone", "initial"),
    ("postcode", "surname_3", "initial"),
    ("forename_3", "surname_3", "birth_year"),
)
SWAPPED_DATE = """substr(birth_day_l, 1, 4) = substr(birth_day_r, 1, 4)
    and substr(birth_day_l, 6, 2) = substr(birth_day_r, 9, 2) and substr(birth_day_l, 9, 2) = substr(birth_day_r, 6, 2)"""
LIKE_FORENAMES = """damerau_levenshtein(forename_l, forename_r) <= 1 and length(forename_l) > 1 and length(forename_r) > 1
    or jaro_winkler_similarity(forename_l, forename_r) >= 0.9 and length(forename_l) > 1 and length(forename_r) > 1
    or forename_skeleton_l = forename_skeleton_r and length(forename_skeleton_l) > 1"""
INITIAL = "least(length(forename_l), length(forename_r)) = 1 and substr(forename_l, 1, 1) = substr(forename_r, 1, 1)"
YEAR_ONLY = "birth_year_l = birth_year_r and (year_only_l or year_only_r)"
NEAR_DATES = """abs(date_diff('day', birth_date_l, birth_date_r)) <= 3
    or abs(abs(date_diff('day', birth_date_l, birth_date_r)) - 365) <= 3
    or abs(abs(date_diff('day', birth_date_l, birth_date_r)) - 3652) <= 3"""
SAME_HOME = "(uprn_l = uprn_r or (postcode_l = postcode_r and house_l = house_r))"
SAME_CONTACT = "(phone_l = phone_r or email_l = email_r)"


def settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="uid",
        retain_matching_columns=False,
        comparisons=[
            _forename(),
            _middle_names(),
            _surname(),
            _birth_date(),
            _home(),
            *map(_same, ("sex", "nhs_number", "nino", "upn")),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKS],
    )


def _levels(name: str, null: Any, *levels: Any) -> comparison.CustomComparison:
    return comparison.CustomComparison(output_column_name=name, comparison_levels=[null, *levels, level.ElseLevel()])


def _same(column: str) -> comparison.CustomComparison:
    return _levels(column, level.NullLevel(column), level.ExactMatchLevel(column))


def _forename() -> comparison.CustomComparison:
    return _levels(
        "forename",
        level.NullLevel("forename"),
        level.ExactMatchLevel("forename", term_frequency_adjustments=True),
        level.CustomLevel("list_has_any(forename_groups_l, forename_groups_r)", "other form of the forename"),
        level.CustomLevel("forename_l = surname_r and surname_l = forename_r", "forename and surname swapped"),
        level.CustomLevel(LIKE_FORENAMES, "spelt nearly the same"),
        level.CustomLevel(INITIAL, "only an initial"),
        level.CustomLevel(
            "list_contains(string_split(middle_names_r, ' '), forename_l) or list_contains(string_split(middle_names_l, ' '), forename_r)",
            "known by a middle name",
        ),
    )


def _middle_names() -> comparison.CustomComparison:
    return _levels(
        "middle_names",
        level.NullLevel("middle_names"),
        level.ExactMatchLevel("middle_names"),
        level.CustomLevel("substr(middle_names_l, 1, 1) = substr(middle_names_r, 1, 1)", "same initial"),
    )


def _surname() -> comparison.CustomComparison:
    return _levels(
        "surname",
        level.NullLevel("surname"),
        level.ExactMatchLevel("surname", term_frequency_adjustments=True),
        level.JaroWinklerLevel("surname", 0.9),
        level.CustomLevel("list_has_any(surname_parts_l, surname_parts_r)", "a part in common"),
        level.CustomLevel("forename_l = surname_r and surname_l = forename_r", "forename and surname swapped"),
    )


def _birth_date() -> comparison.CustomComparison:
    return _levels(
        "birth_day",
        level.NullLevel("birth_day"),
        level.ExactMatchLevel("birth_day"),
        level.CustomLevel(SWAPPED_DATE, "day and month swapped"),
        level.CustomLevel("damerau_levenshtein(birth_day_l, birth_day_r) = 1", "one digit apart"),
        level.CustomLevel(YEAR_ONLY, "only the year is known"),
        level.CustomLevel(NEAR_DATES, "a few days, a year or ten years apart"),
    )


def _home() -> comparison.CustomComparison:
    unknown = "postcode_l is null and uprn_l is null or postcode_r is null and uprn_r is null"
    return _levels(
        "home",
        level.CustomLevel(f"({unknown}) and {SAME_CONTACT} is not true", "home not known").configure(
            is_null_level=True
        ),
        level.CustomLevel(f"{SAME_HOME} and {SAME_CONTACT}", "same home and contact"),
        level.CustomLevel(SAME_HOME, "same home"),
        level.CustomLevel(SAME_CONTACT, "same telephone or e-mail"),
        level.CustomLevel("postcode_l = postcode_r", "same postcode"),
        level.CustomLevel(
            "substr(postcode_l, 1, length(postcode_l) - 2) = substr(postcode_r, 1, length(postcode_r) - 2)",
            "same sector",
        ),
    )
