"""Words of the bounds of profiling: impact assessments, stops, facts that people contest, and editions of the scoring."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssessmentState(TextChoices):
    """How an impact assessment stands on a day."""

    UNCONFIRMED = "unconfirmed", _("Waiting to be confirmed")
    IN_FORCE = "in_force", _("In force")
    REVIEW_SOON = "review_soon", _("Review is due soon")
    LAPSED = "lapsed", _("Lapsed")
    ENDED = "ended", _("Ended")


class AssessmentEnding(TextChoices):
    """Why an impact assessment no longer counts."""

    REPLACED = "replaced", _("A later one took its place")
    SENT_BACK = "sent_back", _("It has to be done again")
    MISTAKE = "mistake", _("It was recorded by mistake")
    USE_ENDED = "use_ended", _("What it was for is over")


class StopState(TextChoices):
    STANDS = "stands", _("Profiling is stopped")
    OVER = "over", _("Over")


class StopReason(TextChoices):
    """Why profiling is stopped altogether."""

    HARM = "harm", _("People may come to harm by it")
    WRONG = "wrong", _("What it shows is wrong")
    UNFAIR = "unfair", _("It may treat some people unfairly")
    UNLAWFUL = "unlawful", _("It may not be lawful")
    BREACH = "breach", _("Data may have been lost, or seen by others")
    COMPLAINT = "complaint", _("A complaint or an objection has to be looked into first")
    OTHER = "other", _("Another reason")


class ContestState(TextChoices):
    """How far a contested fact is."""

    OPEN = "open", _("With its source")
    ANSWERED = "answered", _("Answered, to be told")
    CLOSED = "closed", _("Told")


class ContestClaim(TextChoices):
    """What a person says is wrong with a fact about them."""

    NOT_SO = "not_so", _("It did not happen, or is not so")
    OUTDATED = "outdated", _("It is over, or the day is wrong")
    SOMEBODY_ELSE = "other", _("It is about somebody else")
    TOLD_WRONGLY = "wrongly", _("It is told wrongly, or leaves something out")


class ContestAnswer(TextChoices):
    """What the source found."""

    CORRECTED = "corrected", _("Corrected")
    PARTLY = "partly", _("Corrected in part")
    STANDS = "stands", _("It stands")


class NextFact(TextChoices):
    """What the next run told of a contested fact."""

    GONE = "gone", _("It is gone")
    CHANGED = "changed", _("It has changed")
    SAME = "same", _("It is told as before")


class ToldHow(TextChoices):
    """How a person was told of the answer."""

    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("By phone")
    LETTER = "letter", _("By letter")


class ScoringState(TextChoices):
    """How far an edition of the scoring has come."""

    DRAFTED = "drafted", _("Draft")
    PROPOSED = "proposed", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")


class LineKind(TextChoices):
    FACT = "fact", _("Fact")
    OVERLAP = "overlap", _("Counted once for the family")
    CAP = "cap", _("Limit of one part of life")
