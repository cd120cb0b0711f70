"""Why the front door says no, in whole sentences, by the code of the reason."""

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, object] = {
    "referral_received_already": _("This referral has come in already."),
    "referral_screened_already": _("A colleague is looking at this referral already. Open it to see what was found."),
    "referral_answered_already": _(
        "Advice was given on this referral, so it has ended. Send a new one to begin again."
    ),
    "referral_routed_already": _("This referral is with a lead worker already. Ask them what happens next."),
    "referral_taken_up_already": _("Someone is working with this person already. The work goes on in their case."),
    "referral_passed_on_already": _("This referral was passed to a statutory service, so it has ended here."),
    "person_said_no": _("The person said no, so this referral has ended. Nothing more is done unless they ask."),
    "referral_returned_already": _("This referral is back at the front door already. Choose what happens next."),
    "referral_brokered_already": _(
        "A provider was asked already. Wait for the answer, or take the question back first."
    ),
    "referral_with_provider_already": _("A provider is helping this person already. Record there how it goes."),
    "referral_ended_already": _("The help on this referral has ended. Reopen the case if they need it again."),
    "open_offer_left_already": _(
        "An open offer was left with this person. If they come forward, bring the referral back first."
    ),
    "referral_void_already": _("This referral was set aside as sent by mistake. Send a new one."),
    "screen_first": _("Look at the referral first, and say who it is about. Then choose what happens next."),
    "route_first": _("Pass the referral to a lead worker first. Then someone can begin to work with the person."),
    "ask_provider_first": _("Ask a provider first. Their yes is recorded when they have given it."),
    "at_front_door_already": _("This referral is at the front door. Choose what happens next."),
    "nobody_helps_yet": _("Nobody is helping this person yet, so nothing can end. Choose what happens next."),
    "outreach_stopped": _(
        "Outreach to this person is stopped. Speak with the safeguarding lead before anything is sent or said to them."
    ),
    "no_within_a_year": _("The person said no on %(said_on)s. Do not approach them before %(until)s unless they ask."),
    "approached_three_times": _(
        "They were approached three times in six weeks. Leave an open offer; they can come back to it at any time."
    ),
    "no_owner_found": _("Nobody is there to pass this to. Ask for a colleague to be given the central support role."),
    "candidate_decided_already": _("A colleague has decided on this family already. Open it to see what was decided."),
    "candidate_not_released": _("This family is not up for review. It may have lapsed when a newer run was approved."),
    "member_not_answered": _("Say for each person whether they are known already or new."),
    "nobody_to_approach": _("Choose the adult to speak with first."),
    "row_value_missing": _("This cell is empty, and the row cannot do without it."),
    "row_value_unknown": _("This is not one of the codes that can stand here."),
    "row_date_unreadable": _("This is not a date in the form 2026-03-27."),
    "row_value_too_long": _("This is longer than can be kept."),
    "row_value_unreadable": _("This cannot be read as what the column holds."),
    "row_reference_twice": _("This reference stands on an earlier line too."),
    "row_date_in_future": _("This date is after today."),
}
