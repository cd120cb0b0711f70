"""The default catalogue, version 2026-09: the factors of DOMAIN 4.4 that the five feeds carry. A profile may replace any of it."""

from __future__ import annotations

from lynchpin_vrp.features.factor import Factor
from lynchpin_vrp.features.factors import (
    ed1_persistent_absence,
    ed2_low_attendance,
    ed3_fixed_term_exclusions,
    ed4_unplanned_school_moves,
    ed5_progress_concern,
    ed7_unmet_learning_needs,
    fa1_recent_statutory_closure,
    fa2_young_carer,
    he3_missed_early_years_contacts,
    ho1_rent_arrears,
    ho2_homelessness,
    ho3_residential_instability,
    in1_free_meals,
    in2_council_tax_arrears,
    pr3_steady_attendance,
    pr5_settled_home,
    pr10_early_years_contacts,
)

VERSION = "2026-09"

CATALOGUE: tuple[Factor, ...] = (
    ed1_persistent_absence.FACTOR,
    ed2_low_attendance.FACTOR,
    ed3_fixed_term_exclusions.FACTOR,
    ed4_unplanned_school_moves.FACTOR,
    ed5_progress_concern.FACTOR,
    ed7_unmet_learning_needs.FACTOR,
    in1_free_meals.FACTOR,
    in2_council_tax_arrears.FACTOR,
    ho1_rent_arrears.FACTOR,
    ho2_homelessness.FACTOR,
    ho3_residential_instability.FACTOR,
    he3_missed_early_years_contacts.FACTOR,
    fa1_recent_statutory_closure.FACTOR,
    fa2_young_carer.FACTOR,
    pr3_steady_attendance.FACTOR,
    pr5_settled_home.FACTOR,
    pr10_early_years_contacts.FACTOR,
)
