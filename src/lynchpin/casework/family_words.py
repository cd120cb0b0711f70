"""Words of a team around the family: how far it is, what was answered, how actions and the team itself end, and why not."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FamilyTeamStatus(TextChoices):
    FORMING = "forming", _("Getting together")
    MEETING = "meeting", _("Meeting")
    CLOSED = "closed", _("Closed")


class FamilyAnswer(TextChoices):
    """What one member of the family said about working with the team, for themselves."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    WITHDRAWN = "withdrawn", _("No longer")


class FamilyActionStatus(TextChoices):
    OPEN = "open", _("To do")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")


class FamilyOutcome(TextChoices):
    """How a team around the family ends."""

    GOALS_REACHED = "goals-reached", _("What the family wanted is reached")
    STEPPED_DOWN = "stepped-down", _("Goes on with support open to everyone")
    STEPPED_UP = "stepped-up", _("Goes on with a specialist or statutory service")
    FAMILYS_NO = "familys-no", _("The family said no")
    CONSENT_WITHDRAWN = "consent-withdrawn", _("Nobody in the family agrees any longer")
    MOVED_AWAY = "moved-away", _("The family moved away")
    NO_REPLY = "no-reply", _("No reply, with an open offer left")


FROM_THE_FAMILY = (
    FamilyOutcome.FAMILYS_NO,
    FamilyOutcome.CONSENT_WITHDRAWN,
    FamilyOutcome.MOVED_AWAY,
    FamilyOutcome.NO_REPLY,
)  # ends that do not wait for the team's actions

SENTENCES = {
    "family_team_closed": _("This team is closed. Form a new one from the case if the family asks for it."),
    "case_has_family_team": _("This case has a team around the family already. Open that one and go on there."),
    "family_lead_not_at_work": _("This colleague is not at work. Choose another lead professional."),
    "family_lead_already": _("This colleague is the lead professional already. Choose another one or go back."),
    "family_lead_not_offered": _("The lead was not offered to you. Ask the lead professional to offer it."),
    "member_without_name": _("Name the colleague, or the person at the other agency."),
    "member_without_role": _("Say what their role is."),
    "member_without_agency": _("Choose the agency that they come from."),
    "member_named_by_address": _("Write their name and role. An e-mail address or a phone number is not kept here."),
    "member_already": _("This colleague is on the team already."),
    "member_not_at_work": _("This colleague has left their agency. Choose somebody who works there now."),
    "member_has_left": _("This member has left the team. Choose somebody who is on it now."),
    "member_is_family_lead": _("Hand the lead over first. Its lead professional is always on the team."),
    "member_owns_actions": _("Choose who takes over what they still have to do: %(actions)s in all."),
    "answer_of_a_child": _(
        "They are under 16. Say why they are able to decide this for themselves, or ask whoever may decide for them."
    ),
    "answer_without_age": _(
        "Their date of birth is not known. Find it out, or say why they are able to decide this for themselves."
    ),
    "answer_given_already": _("This is what they said last, so nothing is changed."),
    "answer_of_a_stranger": _("Choose somebody of this family."),
    "answer_in_future": _("Enter the day on which they answered. It cannot be after today."),
    "nobody_agreed": _("Nobody in the family has said yes yet. Ask each of them first."),
    "risk_not_explained": _(
        "Tell the family first that a risk to a child is passed on whether or not they agree, and say here that you did."
    ),
    "assessed_in_future": _("Enter the day on which you talked. It cannot be after today."),
    "about_without_consent": _("This person has not agreed, so no action and no words of theirs are kept here."),
    "action_due_before": _("Enter a day for the action that is today or later."),
    "action_settled_already": _("This action is settled already."),
    "action_stopped_without_why": _("Say in a few words why the action stops."),
    "family_meeting_in_future": _("Enter the day on which the team met. It cannot be after today."),
    "family_meeting_too_early": _("Enter a day on or after %(formed)s, the day on which the team was formed."),
    "family_meeting_of_nobody": _("Choose who came: at least one member of the team."),
    "family_review_too_late": _("Choose a day after the meeting and no later than %(latest)s, six weeks on."),
    "family_actions_open": _("Settle what is still to be done first: %(actions)s in all."),
    "family_team_never_met": _("The team has not met yet. Choose an end that came from the family."),
    "family_team_works_on": _("Close the team around the family first, so that none of its actions is forgotten."),
}
