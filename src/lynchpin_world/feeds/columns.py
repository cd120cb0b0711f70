"""The five feeds: what each is called, how far its addresses are trusted, and its agency's own column names.

Every mapping is ours = theirs, as in a workspace's `profile.toml`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """One agency's extract. `trust` (0 to 1) weighs its addresses when a dwelling is chosen."""

    name: str
    trust: float
    prefix: str
    columns: dict[str, str]
    facts: dict[str, str]

    @property
    def header(self) -> list[str]:
        return [*self.columns.values(), *self.facts.values()]


EDUCATION = Feed(
    name="education",
    trust=0.8,
    prefix="ED",
    columns={
        "record_id": "entry_no",
        "forename": "legal_forename",
        "middle_names": "middle_names",
        "surname": "legal_surname",
        "birth_date": "dob",
        "sex": "gender",
        "address": "home_address",
        "postcode": "home_postcode",
        "phone": "contact_tel",
        "email": "contact_email",
        "upn": "upn",
        "updated_on": "last_changed",
    },
    facts={
        "attendance": "attendance_pct",
        "attendance_previous": "attendance_pct_prev",
        "exclusions": "exclusions_12m",
        "last_exclusion_on": "last_exclusion",
        "school_moves": "school_moves_24m",
        "last_school_move_on": "last_school_move",
        "progress_concern": "below_expected",
        "aln_unmet": "aln_support_unmet",
        "free_meals": "fsm_code",
        "young_carer": "young_carer_flag",
        "term_ended_on": "term_end",
    },
)
HOUSING = Feed(
    name="housing",
    trust=0.9,
    prefix="HS",
    columns={
        "record_id": "household_member_id",
        "forename": "first_name",
        "surname": "last_name",
        "birth_date": "date_of_birth",
        "sex": "sex",
        "address": "property_address",
        "postcode": "property_postcode",
        "uprn": "uprn",
        "phone": "telephone",
        "email": "email_address",
        "nino": "ni_number",
        "updated_on": "amended",
    },
    facts={
        "arrears_weeks": "rent_arrears_weeks",
        "notice_served_on": "notice_date",
        "homeless_on": "homeless_accepted",
        "moves": "moves_12m",
        "last_move_on": "last_move",
        "tenancy_started_on": "tenancy_start",
        "recorded_on": "snapshot_date",
    },
)
REVENUES = Feed(
    name="revenues",
    trust=0.95,
    prefix="RV",
    columns={
        "record_id": "account_line",
        "forename": "given_names",
        "surname": "family_name",
        "birth_date": "birth_dt",
        "address": "chargeable_address",
        "postcode": "pcode",
        "uprn": "uprn",
        "phone": "phone_1",
        "email": "e_mail",
        "nino": "nino",
        "updated_on": "changed_on",
    },
    facts={
        "missed_instalments": "instalments_missed",
        "reminder_on": "reminder_issued",
        "free_meals": "fsm_award",
        "recorded_on": "extract_date",
    },
)
CHILDRENS_SERVICES = Feed(
    name="childrens_services",
    trust=0.7,
    prefix="CS",
    columns={
        "record_id": "involvement_id",
        "forename": "forename",
        "middle_names": "other_names",
        "surname": "surname",
        "birth_date": "dob",
        "sex": "gender",
        "address": "address",
        "postcode": "postcode",
        "phone": "phone",
        "nhs_number": "nhs_no",
        "upn": "upn",
        "updated_on": "modified",
    },
    facts={
        "closed_on": "involvement_end",
        "open_plan": "open_plan",
        "young_carer": "young_carer",
        "recorded_on": "recorded",
    },
)
HEALTH_VISITING = Feed(
    name="health_visiting",
    trust=0.85,
    prefix="HV",
    columns={
        "record_id": "contact_ref",
        "forename": "pat_forename",
        "middle_names": "pat_middle_names",
        "surname": "pat_surname",
        "birth_date": "pat_dob",
        "sex": "pat_sex",
        "address": "pat_address",
        "postcode": "pat_postcode",
        "phone": "pat_mobile",
        "email": "pat_email",
        "nhs_number": "nhs_number",
        "updated_on": "record_updated",
    },
    facts={
        "contacts_missed": "hcwp_missed",
        "last_missed_on": "hcwp_last_missed",
        "contacts_complete": "hcwp_complete",
        "recorded_on": "contact_date",
    },
)
FEEDS = (EDUCATION, HOUSING, REVENUES, CHILDRENS_SERVICES, HEALTH_VISITING)
