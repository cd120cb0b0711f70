"""What the desk's pages ask for."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    OPEN_HOME = "desk.open_home"
    READ_OVERVIEW = "desk.read_overview"
    READ_ZONE = "desk.read_zone"
    READ_DATA_PROTECTION = "desk.read_data_protection"
    READ_STATEMENTS = "desk.read_statements"
    READ_BLANK_FORMS = "desk.read_blank_forms"


SENTENCES: dict[str, object] = {
    "sheet_contact_held": _("Give nothing about this person out now. Ask the safeguarding lead first."),
    "sheet_not_told": _("Ask the person’s worker for this form. Your role does not show what they talked about."),
}
