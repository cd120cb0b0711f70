"""Sentences of casework: for each no what to do next, and for each proposal why this worker."""

from django.utils.translation import gettext_lazy as _

from lynchpin.casework.family_words import SENTENCES as FAMILY_SENTENCES
from lynchpin.casework.hand_sentences import CHANGING_HANDS
from lynchpin.casework.snag_choices import SNAG_SENTENCES
from lynchpin.casework.visit_choices import VISIT_SENTENCES

SENTENCES: dict[str, object] = {
    "case_closed": _("This case is closed. Open the person's page to see who is working with them now."),
    "case_open_already": _("This case is open. There is nothing to take up again."),
    "caseload_full": _(
        "This worker has no room: %(load)s of %(limit)s points are in use and this case weighs %(weight)s. "
        "Choose another worker."
    ),
    "worker_has_left": _("This worker is not at work on that day. Choose another worker."),
    "worker_holds_no_cases": _(
        "This colleague's role does not hold cases. Choose an engagement worker or a lead worker."
    ),
    "worker_kept_from_case": _("This worker cannot be given this case. Choose another worker."),
    "case_already_theirs": _("This worker already holds the case. Choose another worker or go back."),
    "referral_not_routed": _(
        "Only a referral that was passed to a lead worker can become a case. Open the referral to see where it is."
    ),
    "referral_names_nobody_known": _("Find or add the person on the referral first. Then open the case."),
    "resident_has_open_case": _("This person already has an open case. Tell the worker who holds it instead."),
    "person_has_moved": _(
        "They have moved to another area since this was passed to you. Give it back to the front door, which passes it on to "
        "where they live now."
    ),
    "weights_not_loaded": _("No weight formula is in force on that day. Ask the system administrator to load one."),
    "weight_answer_unknown": _(
        "The weight formula in force has no points for one of these answers. Choose another answer."
    ),
    "conversation_in_future": _("Enter the day of the conversation. It cannot be after today."),
    "agreed_in_future": _("Enter the day on which the plan was agreed. It cannot be after today."),
    "review_before_agreed": _("Enter a review date after the day on which the plan was agreed."),
    "plan_without_goals": _("Write at least one goal in the person's own words."),
    "plan_not_waiting": _(
        "This edition of the plan no longer waits for approval. Open the case to see what became of it."
    ),
    "plan_is_your_own": _("You wrote this edition of the plan. Ask another lead worker to look at it."),
    "sent_back_without_words": _("Say what is missing, so that the worker can put it right with the person."),
    "contact_in_future": _("Enter when the contact took place. It cannot be later than now."),
    "contact_before_case": _("Enter a day on or after %(opened)s, the day on which the case opened."),
    "contact_kept_elsewhere": _("This contact was already kept under another case. Open the contact page again."),
    "rating_out_of_range": _("Choose a number from 0 to 10."),
    "goal_not_in_plan": _("This goal belongs to an earlier plan. Rate the goals of the plan that is in force."),
    "override_without_reason": _(
        "Say why case %(case)s goes to another worker than the one proposed, or choose the worker proposed."
    ),
    "nothing_to_share_out": _("Choose a worker for at least one case."),
    "sharing_out_of_date": _(
        "Case %(case)s could no longer be given as chosen, so no case was given. What you chose is kept below, beside a new "
        "proposal. Check it and try again."
    ),
    "duties_before_last": _("Enter a day on or after %(start)s, when the duties recorded last began."),
    "duties_too_far_ahead": _("Enter a day within the next twelve months."),
    "duties_over_a_week": _("Enter hours that fit into a week of %(hours)s hours."),
    "only_worker_with_room": _("Nobody else who can be given this case has room for it."),
    "knew_them_before": _("They worked with this person before."),
    "speaks_their_language": _("The person would like Welsh, and they speak it."),
    "no_welsh_speaker_has_room": _("The person would like Welsh, and nobody with room speaks it."),
    "welsh_speaker_would_be_fuller": _(
        "The person would like Welsh. A worker who speaks it has room, but the sharing out would be less even with them, "
        "or others need them more."
    ),
    "nearest_with_room": _("Of those with room they start nearest, %(km)s km away."),
    "this_far_away": _("They start %(km)s km away."),
    "home_place_not_known": _("No distance is known: we cannot tell in which area the person lives."),
    "base_place_not_known": _("No distance is known: we cannot tell where this worker starts from."),
    "knows_what_they_asked_about": _("They are trained in what the person asked about."),
    "knows_some_of_what_they_asked_about": _(
        "They are trained in some of what the person asked about: %(met)s of %(asked)s."
    ),
    "emptiest_caseload": _("Theirs is the emptiest caseload of those who could take it: %(share)s%% is in use."),
    "fullest_caseload_kept_low": _("It keeps the loads even: the fullest caseload is then %(share)s%% in use."),
    "nobody_to_share_among": _("No engagement worker is at work in this cluster."),
    "nobody_has_room": _("Nobody has room for a case of %(weight)s points."),
    "kept_from_those_with_room": _("Those who have room cannot be given this case."),
    "room_went_to_others": _("There is not room for everyone who waits, and this sharing out helps the most people."),
    **FAMILY_SENTENCES,
    **VISIT_SENTENCES,
    **SNAG_SENTENCES,
    **CHANGING_HANDS,
}
