"""Words of profiling."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ExtractState(TextChoices):
    APPLIED = "applied", _("Loaded")
    REFUSED = "refused", _("Refused")


class RunState(TextChoices):
    COMMISSIONED = "commissioned", _("Commissioned")
    RECEIVED = "received", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    FAILED = "failed", _("Failed")


class VulnerabilityBand(TextChoices):
    GREEN = "green", _("Green")
    AMBER = "amber", _("Amber")
    RED = "red", _("Red")
    INSUFFICIENT = "insufficient", _("Not enough data")


class ResilienceBand(TextChoices):
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")
    NOT_YET_HEARD = "not-yet-heard", _("Not yet heard")


class Permission(StrEnum):
    READ_FEEDS = "profiles.read_feeds"
    LOAD_FEED = "profiles.load_feed"
    DECLARE_FEED = "profiles.declare_feed"
    READ_RUNS = "profiles.read_runs"
    COMMISSION_RUN = "profiles.commission_profile_run"
    RECEIVE_RUN = "profiles.receive_profile_run"
    APPROVE_RUN = "profiles.approve_profile_run"
    WITHDRAW_RUN = "profiles.withdraw_profile_run"
    READ_PROFILE = "profiles.read_profile"


class Verb(StrEnum):
    FEED_DECLARED = "profiles.feed_declared"
    FEED_LOADED = "profiles.feed_loaded"
    FEED_REFUSED = "profiles.feed_refused"
    PROFILE_RUN_COMMISSIONED = "profiles.profile_run_commissioned"
    PROFILE_RUN_RECEIVED = "profiles.profile_run_received"
    PROFILE_RUN_APPROVED = "profiles.profile_run_approved"
    PROFILE_RUN_WITHDRAWN = "profiles.profile_run_withdrawn"


SENTENCES: dict[str, object] = {}
