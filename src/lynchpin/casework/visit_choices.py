"""Words of a visit that somebody makes alone: where, how it stands, what is done when nobody hears, and why not."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VisitPlace(TextChoices):
    HOME = "home", _("At their home")
    ELSEWHERE = "elsewhere", _("Somewhere else")


class VisitState(TextChoices):
    """How a visit stands at a moment: it follows from the clock and from what was recorded, so no job can forget it."""

    OUT = "out", _("On a visit")
    OVERDUE = "overdue", _("Overdue: nobody has heard from them")
    HEARD = "heard", _("Heard from late: speak with them")
    ENDED = "ended", _("Over")


class AlarmStep(TextChoices):
    """What was done about an overdue visit. The first two are said by the visitor, the last three end the alarm."""

    SAID_SAFE = "said-safe", _("Said “I am safe”, after the time")
    ASKED_MORE = "asked-more", _("Asked for more time, after the time")
    RANG = "rang", _("I rang, and nobody answered")
    WENT = "went", _("Somebody is on the way to them")
    POLICE = "police", _("I have called the police")
    STILL_THERE = "still-there", _("I spoke with them: they are safe and still there")
    SAFE = "safe", _("I spoke with them: they are safe and the visit is over")
    HARMED = "harmed", _("They have come to harm, and help is with them")


THEIR_OWN = (AlarmStep.SAID_SAFE, AlarmStep.ASKED_MORE)
ENDING = (AlarmStep.STILL_THERE, AlarmStep.SAFE, AlarmStep.HARMED)

VISIT_SENTENCES: dict[str, object] = {
    "visit_under_way": _(
        "You are still down as on a visit. Say that you are safe first, on your home page. Then start the next visit."
    ),
    "visitor_not_at_work": _("You are not down as at work today. Speak with your lead worker before you go."),
    "visit_without_place": _("Say where you are going, so that somebody can find you."),
    "visit_without_number": _("Enter the number on which you can be rung."),
    "visit_back_too_soon": _("Choose a time that is still to come."),
    "visit_back_too_late": _(
        "Choose a time within the next %(hours)s hours. If it takes longer, ask for more time while you are there."
    ),
    "visit_over_already": _("This visit is over already. Nothing more is needed."),
    "visit_not_overdue": _("This visit is not overdue, so there is nothing to answer. Their time is not up yet."),
    "alarm_answered_already": _("A colleague has answered this alarm already. Nothing more is needed."),
    "alarm_is_ones_own": _("Somebody else has to speak with you before this alarm ends. Ask your manager."),
    "alarm_step_not_theirs": _("Only the visitor can say this themselves. Choose what you did."),
    "visitor_has_come_away": _("They have said that the visit is over. Choose another answer."),
}
