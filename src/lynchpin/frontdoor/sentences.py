"""Why the front door says no, in whole sentences, by the code of the reason."""

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, object] = {
    "referral_received_already": _("This referral has come in already."),
    "referral_screened_already": _("A colleague is looking at this referral already. Open it to see what was found."),
    "referral_answered_already": _(
        "Advice was given on this referral, so it has ended. If they come back, bring the referral back."
    ),
    "referral_routed_already": _("This referral is with a lead worker already. Ask them what happens next."),
    "referral_taken_up_already": _("Someone is working with this person already. The work goes on in their case."),
    "referral_passed_on_already": _("This referral was passed to a statutory service, so it has ended here."),
    "person_said_no": _("The person said no, so this referral has ended. Nothing more is done unless they ask."),
    "referral_returned_already": _("This referral is back at the front door already. Choose what happens next."),
    "referral_brokered_already": _(
        "A provider was asked already. Wait for the answer, or take the question back first."
    ),
    "referral_with_provider_already": _(
        "A provider is helping this person already. When that is over, say how the provider’s help ended."
    ),
    "referral_ended_already": _(
        "The help on this referral has ended. If they need it again, bring the referral back, or reopen their case."
    ),
    "open_offer_left_already": _(
        "An open offer was left with this person. If they come forward, bring the referral back first."
    ),
    "referral_void_already": _("This referral was set aside as sent by mistake. Send a new one."),
    "screen_first": _("Look at the referral first, and say who it is about. Then choose what happens next."),
    "route_first": _("Pass the referral to a lead worker first. Then someone can begin to work with the person."),
    "ask_provider_first": _("Ask a provider first. Their yes is recorded when they have given it."),
    "at_front_door_already": _("This referral is at the front door. Choose what happens next."),
    "option_fits_need": _("It helps with what was asked for."),
    "option_ask_age": _("Ask how old they are first, as it is for some ages only."),
    "option_ask_group": _("Ask first whether it is for people in their position."),
    "option_last_resort": _("It is there for when nothing else is."),
    "option_whole_handover": _(
        "Ask first whether they may be eligible: if they are, it comes before our own help with work. "
        "Its yes, with the day on which it starts, is kept."
    ),
    "option_worker": _("A worker listens to what matters to them, and goes with them to what they choose."),
    "option_worker_again": _("A lead worker sent them back. Speak with the lead before you pass them on again."),
    "option_statutory": _("Only where it appears that there may be a need for care and support."),
    "line_from_age": _("It is for people of %(age)s and over."),
    "line_to_age": _("It is for people of up to %(age)s."),
    "line_other_groups": _("It is for people in another position."),
    "line_other_needs": _("It does not help with what was asked for."),
    "ask_three_times": _("They asked for help. Try to reach them three times before you leave an open offer."),
    "only_they_come_back": _("It comes back only when they come forward themselves. Choose that they came back to us."),
    "reopen_their_case": _(
        "A worker was with them before. Ask for their case to be reopened, or send a new referral for a new need."
    ),
    "duplicate_not_named": _("Name the other referral, by its reference."),
    "duplicate_of_itself": _("Name the other referral, not this one."),
    "duplicate_is_void": _("The other referral was set aside itself. Name the one that goes on."),
    "duplicate_of_somebody_else": _("The other referral is about somebody else. Check its reference."),
    "provider_not_of_line": _("This provider does not give what was chosen. Choose one of those that give it."),
    "not_a_provider": _("Only a provider can be asked. Choose one from the list."),
    "offer_not_in_force": _("This part of the core offer is not given any more. Choose another."),
    "agreement_in_future": _("Enter the day on which the person agreed. It cannot be after today."),
    "start_day_missing": _("Enter the day on which they start, so that nobody waits without a date."),
    "start_before_asked": _("Enter a day on or after the day on which the provider was asked."),
    "answered_already": _("The provider has answered already. Open the referral to see what they said."),
    "not_answered_yet": _("The provider has not answered yet. Record their answer first."),
    "ended_some_other_way": _("Choose how it ended."),
    "no_clock_runs": _("No clock runs on this referral, so there is nothing to stop."),
    "clock_stands_already": _("The clock of this referral stands still already."),
    "clock_runs_already": _("The clock of this referral runs already."),
    "closed_day_past": _("Choose a day from today on. A day that is past cannot be closed."),
    "closed_day_not_worked": _("Nobody works on this day anyway, so clocks stand still already."),
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
    "routing_draft_open": _("A draft of the routing rules waits already. Agree it or set it aside first."),
    "routing_not_whole": _("Choose a route for every pair of bands."),
    "routing_group_unknown": _("This customer group is not one of those in force on that day. Choose others."),
    "routing_from_the_past": _("Choose a day from today on. What was suggested under other rules stays as it was."),
    "routing_same_as_now": _("This changes nothing: the rules in force on that day say the same."),
    "routing_needs_a_second_person": _("You drafted this edition. Another person has to agree it."),
    "routing_agreed_already": _("This edition was agreed already. Draft another one to change it."),
    "routing_set_aside_already": _("This edition was set aside. Draft another one."),
    "allowance_from_the_past": _("Choose a day from today on. What was released before stays released."),
    "waits_for_review_time": _("The time for reviews this month is used up."),
    "waits_for_room": _("The caseloads there have no room for more."),
    "waits_for_next_release": _("They are put up for review at the next nightly release."),
    "candidate_waits": _(
        "This family waits until there is time to review it and room to help. It cannot be decided yet."
    ),
    "member_not_answered": _("Say for each person whether they are known already or new."),
    "nobody_to_approach": _("Choose the adult to speak with first."),
    "row_value_missing": _("This cell is empty, and the row cannot do without it."),
    "row_value_unknown": _("This is not one of the codes that can stand here."),
    "row_date_unreadable": _("This is not a date in the form 2026-03-27."),
    "row_value_too_long": _("This is longer than can be kept."),
    "row_value_unreadable": _("This cannot be read as what the column holds."),
    "row_reference_twice": _("This reference stands on an earlier line too."),
    "row_date_in_future": _("This date is after today."),
    "met_person_has_not_agreed": _(
        "Ask them first. Without their yes nothing is sent and nothing is kept; they can come to us themselves."
    ),
    "link_not_usable": _(
        "This link cannot be used. What you typed is still here: keep it, and ask the central support team for a new link."
    ),
    "link_revoked_already": _("This link was taken back already. Nobody can use it."),
    "list_taken_in_already": _("This list was taken in already. Nobody is added twice."),
    "list_staged_already": _("This list is here already, waiting to be looked at. Open it below."),
    "list_set_aside_already": _("This list was set aside. Send the file again to begin again."),
    "list_has_faults": _(
        "Lines that need attention: %(count)s. Mend the file and send the whole of it again, so that nobody is left out."
    ),
    "list_too_long": _("This list has more than %(most)s lines. Split it and send the parts one after another."),
    "list_without_names": _("No column of this file holds a name. Call it Name, or First name and Surname."),
    "row_not_a_date": _("This is not a date such as 27/03/1986, from 1900 on."),
    "row_language_unknown": _("Write Welsh, English, BSL or other, or leave the cell empty."),
    "row_not_yes_or_no": _("Write yes or no, or leave the cell empty."),
    "row_person_twice": _("This person stands on an earlier line too."),
}
