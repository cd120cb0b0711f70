"""What the desk's pages ask for."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Happened(TextChoices):
    """Kinds of what can happen with a person, by the room that keeps it."""

    REFERRAL = "referral", _("Referrals")
    CASE = "case", _("Cases")
    CONTACT = "contact", _("Contacts")
    PLAN = "plan", _("What matters and plans")
    PATHWAY = "pathway", _("Pathways")
    OUTCOME = "outcome", _("What changed")
    NOTICE = "notice", _("Letters and messages")


class Permission(StrEnum):
    OPEN_HOME = "desk.open_home"
    READ_OVERVIEW = "desk.read_overview"
    READ_WHAT_FITS = "desk.read_what_fits"
    READ_ZONE = "desk.read_zone"
    READ_DATA_PROTECTION = "desk.read_data_protection"
    READ_STATEMENTS = "desk.read_statements"
    READ_BLANK_FORMS = "desk.read_blank_forms"


SENTENCES: dict[str, object] = {
    "sheet_contact_held": _("Give nothing about this person out now. Ask the safeguarding lead first."),
    "sheet_not_told": _("Ask the person’s worker for this form. Your role does not show what they talked about."),
}
