"""How often each fault strikes in each feed: shares of rows, our own estimates, tuned until linking is as hard as in life."""

from lynchpin_world.feeds.feed import Feed

EVERYWHERE = {
    "forename_slip": 0.03,
    "surname_slip": 0.03,
    "known_as": 0.30,  # of everybody; a quarter go by another name
    "other_form": 0.015,
    "middle_name_first": 0.01,
    "forename_of_sibling": 0.0015,
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
    "birth_defaulted": 0.002,
    "birth_missing": 0.003,
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
DUPLICATED = 0.03  # rows written twice, each copy with faults of its own


def rates(feed: Feed) -> dict[str, float]:
    """The share of the feed's rows that each fault strikes: the usual ones, and its own in their place."""
    return EVERYWHERE | dict(feed.rates)
