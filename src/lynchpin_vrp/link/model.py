"""The linkage model: what is compared between two entities, and how nearly the same each thing may be.

A shared home, telephone and e-mail are one comparison, not three: relatives share all of them
at once, and a model that counts each as fresh evidence merges brothers and sisters."""

from __future__ import annotations

from typing import Any

import splink.comparison_level_library as level
import splink.comparison_library as comparison
from splink import SettingsCreator, block_on

SHAPE = 3  # of the comparisons below: a model that was kept for another is not used
# What tells a person from their relatives; a name of the family and a home do not.
PERSONAL = ("forename", "middle_names", "birth_day", "sex", "nhs_number", "nino", "upn")
NUMBERS = ("nhs_number", "nino", "upn")
SAID_OF_A_PERSON = ("birth_place", "occupation")  # compared where a feed gives them


def one_slip(left: str, right: str) -> str:
    """One letter wrong, left out, put in or changed about with its neighbour. The dear measure is asked only where it could be."""
    likely = f"abs(length({left}) - length({right})) <= 1 and jaro_winkler_similarity({left}, {right}) >= 0.55"
    return f"({likely} and damerau_levenshtein({left}, {right}) <= 1)"


def one_figure(left: str, right: str) -> str:
    """Two days of the form 2001-02-28 with one figure wrong, or two neighbours changed about."""
    return (
        f"(hamming({left}, {right}) = 1 or hamming({left}, {right}) = 2 and damerau_levenshtein({left}, {right}) = 1)"
    )


SWAPPED_DATE = """substr(birth_day_l, 1, 4) = substr(birth_day_r, 1, 4)
    and substr(birth_day_l, 6, 2) = substr(birth_day_r, 9, 2) and substr(birth_day_l, 9, 2) = substr(birth_day_r, 6, 2)"""
LIKE_FORENAMES = f"""forename_skeleton_l = forename_skeleton_r and length(forename_skeleton_l) > 1
    or length(forename_l) > 1 and length(forename_r) > 1
        and (jaro_winkler_similarity(forename_l, forename_r) >= 0.9 or {one_slip("forename_l", "forename_r")})"""
INITIAL = "least(length(forename_l), length(forename_r)) = 1 and substr(forename_l, 1, 1) = substr(forename_r, 1, 1)"
MIDDLE = """list_contains(string_split(middle_names_r, ' '), forename_l)
    or list_contains(string_split(middle_names_l, ' '), forename_r)"""
SWAPPED_NAMES = "forename_l = surname_r and surname_l = forename_r"
PART_OF_SURNAME = """length(surname_l) > 2 and length(surname_r) > 2
    and (starts_with(surname_l, surname_r) or ends_with(surname_l, surname_r)
        or starts_with(surname_r, surname_l) or ends_with(surname_r, surname_l))"""
YEAR_ONLY = "birth_year_l = birth_year_r and (year_only_l or year_only_r)"
NEAR_DATES = """abs(date_diff('day', birth_date_l, birth_date_r)) <= 3
    or abs(abs(date_diff('day', birth_date_l, birth_date_r)) - 365) <= 3
    or abs(abs(date_diff('day', birth_date_l, birth_date_r)) - 3652) <= 3"""


def shared(sign: str) -> str:
    """True when one of the two values that each entity has of a sign is the same."""
    return f"({sign}_l = {sign}_r or {sign}_l = other_{sign}_r or other_{sign}_l = {sign}_r or other_{sign}_l = other_{sign}_r)"


SAME_HOME = f"({shared('dwelling')} or {shared('place')})"
SAME_CONTACT = f"({shared('phone')} or {shared('email')})"


def settings(said: tuple[str, ...] = ()) -> SettingsCreator:
    """The model, untrained. `said` are those of SAID_OF_A_PERSON that some feed gives."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="uid",
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,  # the weight of each comparison: what tells relatives apart is summed by itself
        comparisons=[
            _forename(),
            _middle_names(),
            _surname(),
            _birth_date(),
            _home(),
            _levels("sex", level.NullLevel("sex"), level.ExactMatchLevel("sex")),
            *map(_number, NUMBERS),
            *map(_said, said),
        ],
        blocking_rules_to_generate_predictions=[block_on("birth_day", "forename")],  # our own keys replace it
    )


def _levels(name: str, null: Any, *levels: Any) -> comparison.CustomComparison:
    return comparison.CustomComparison(output_column_name=name, comparison_levels=[null, *levels, level.ElseLevel()])


def _number(sign: str) -> comparison.CustomComparison:
    return _levels(sign, level.NullLevel(sign), level.CustomLevel(shared(sign), "same"))


def _said(column: str) -> comparison.CustomComparison:
    return _levels(
        column,
        level.NullLevel(column),
        level.ExactMatchLevel(column, term_frequency_adjustments=True),
        level.JaroWinklerLevel(column, 0.88),
    )


def _forename() -> comparison.CustomComparison:
    return _levels(
        "forename",
        level.NullLevel("forename"),
        level.ExactMatchLevel("forename", term_frequency_adjustments=True),
        level.CustomLevel(shared("called"), "other form of the forename"),
        level.CustomLevel(SWAPPED_NAMES, "forename and surname swapped"),
        level.CustomLevel(LIKE_FORENAMES, "spelt nearly the same"),
        level.CustomLevel(INITIAL, "only an initial"),
        level.CustomLevel(MIDDLE, "known by a middle name"),
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
        level.CustomLevel(shared("named"), "one of two surnames"),
        level.JaroWinklerLevel("surname", 0.9),
        level.CustomLevel(PART_OF_SURNAME, "a part in common"),
        level.CustomLevel(SWAPPED_NAMES, "forename and surname swapped"),
    )


def _birth_date() -> comparison.CustomComparison:
    return _levels(
        "birth_day",
        level.NullLevel("birth_day"),
        level.ExactMatchLevel("birth_day"),
        level.CustomLevel(SWAPPED_DATE, "day and month swapped"),
        level.CustomLevel(one_figure("birth_day_l", "birth_day_r"), "one digit apart"),
        level.CustomLevel(YEAR_ONLY, "only the year is known"),
        level.CustomLevel(NEAR_DATES, "a few days, a year or ten years apart"),
    )


def _home() -> comparison.CustomComparison:
    unknown = "postcode_l is null and dwelling_l is null or postcode_r is null and dwelling_r is null"
    return _levels(
        "home",
        level.CustomLevel(f"({unknown}) and {SAME_CONTACT} is not true", "home not known").configure(
            is_null_level=True
        ),
        level.CustomLevel(f"{SAME_HOME} and {SAME_CONTACT}", "same home and contact"),
        level.CustomLevel(SAME_HOME, "same home"),
        level.CustomLevel(SAME_CONTACT, "same telephone or e-mail"),
        level.CustomLevel(shared("postcode"), "same postcode"),
        level.CustomLevel(shared("sector"), "same sector"),
    )
