"""How often each fault strikes in each feed: shares of rows, our own estimates, tuned until linking is hard."""

EVERYWHERE = {
    "forename_slip": 0.03,
    "surname_slip": 0.03,
    "known_as": 0.30,  # of everybody; a quarter go by another name
    "other_form": 0.015,
    "middle_name_first": 0.01,
    "forename_of_sibling": 0.002,
    "surname_spelling": 0.03,
    "half_surname": 0.25,
    "former_surname": 0.10,
    "surname_of_household": 0.04,
    "names_swapped": 0.003,
    "marks_dropped": 0.35,
    "marks_lost": 0.01,
    "punctuation_dropped": 0.30,
    "birth_digit_wrong": 0.012,
    "day_month_swapped": 0.015,
    "birth_defaulted": 0.006,
    "birth_missing": 0.01,
    "sex_missing": 0.03,
    "sex_wrong": 0.005,
    "stale_address": 0.10,
    "house_named": 0.02,
    "postcode_missing": 0.03,
    "postcode_slip": 0.015,
    "phone_missing": 0.25,
    "phone_replaced": 0.12,
    "email_missing": 0.45,
}
ONLY = {
    "education": {"upn_missing": 0.06, "upn_of_relative": 0.003, "known_as": 0.45},
    "housing": {"uprn_missing": 0.10, "nino_missing": 0.45, "nino_of_relative": 0.004, "birth_not_asked": 0.06},
    "revenues": {
        "uprn_missing": 0.04,
        "nino_missing": 0.25,
        "nino_of_relative": 0.005,
        "birth_not_asked": 0.2,
        "initial_only": 0.05,
        "upper_case": 0.85,
        "marks_dropped": 0.90,
        "stale_address": 0.02,
    },
    "childrens_services": {"nhs_number_missing": 0.45, "nhs_number_of_relative": 0.008, "upn_missing": 0.40},
    "health_visiting": {"nhs_number_missing": 0.05, "nhs_number_of_relative": 0.004, "surname_of_household": 0.10},
}
DUPLICATED = 0.03  # rows written twice, each copy with faults of its own


def rates(feed: str) -> dict[str, float]:
    """The share of the feed's rows that each fault strikes."""
    return EVERYWHERE | ONLY[feed]
