"""The framework's own words."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DefinitionKind(TextChoices):
    """What a definition defines. Keys are stable seed keys such as SO1, PC1, CG01, OM01."""

    STRATEGIC_OUTCOME = "strategic_outcome", _("Strategic outcome")
    ZONE_OUTCOME = "zone_outcome", _("Zone outcome")
    KEY_CHALLENGE = "key_challenge", _("Key challenge")
    THEME = "theme", _("Theme")
    PRIORITY = "priority", _("Priority")
    CUSTOMER_GROUP = "customer_group", _("Customer group")
    SPECIFIC_GROUP = "specific_group", _("Group of one line only")
    NEED = "need", _("Need")
    WELLBEING_GOAL = "wellbeing_goal", _("Well-being goal")
    WAY_OF_WORKING = "way_of_working", _("Way of working")
    POLICY = "policy", _("Policy")
    SUCCESS_THEME = "success_theme", _("What makes it succeed")


HEADINGS = {
    DefinitionKind.ZONE_OUTCOME: _("Zone outcomes"),
    DefinitionKind.KEY_CHALLENGE: _("Key challenges"),
    DefinitionKind.CUSTOMER_GROUP: _("Customer groups"),
    DefinitionKind.WELLBEING_GOAL: _("Well-being goals"),
    DefinitionKind.WAY_OF_WORKING: _("Ways of working"),
    DefinitionKind.POLICY: _("Policies"),
}  # what else stands on the page, and over what


class MeasureKind(TextChoices):
    """The three questions of results-based accountability."""

    HOW_MUCH = "how_much", _("How much did we do?")
    HOW_WELL = "how_well", _("How well did we do it?")
    BETTER_OFF = "better_off", _("Is anyone better off?")


class RuleKind(TextChoices):
    """What a rule of a line asks about. Place and timetable are asked by the room that keeps sessions."""

    AGE = "age", _("Age")
    GROUP = "group", _("Group")
    AREA = "area", _("Area")
    LANGUAGE = "language", _("Language")
    BEFORE = "before", _("What comes first")
    NOT_STATED = "not_stated", _("Whom it is for")


class Permission(StrEnum):
    READ_FRAMEWORK = "framework.read_framework"
    LOAD_FRAMEWORK = "framework.load_framework"


class Verb(StrEnum):
    FRAMEWORK_LOADED = "framework.framework_loaded"


SENTENCES: dict[str, object] = {}
