"""Why a pathway, a handover or a check-in cannot go on as asked, and what to do instead."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "pathway_not_offered": _("This pathway is not offered on that day. Choose another one."),
    "pathway_has_no_step": _("This pathway has no step to start at. Ask the central support team to complete it."),
    "already_on_pathway": _("This person is on this pathway already. Open their place and go on from there."),
    "pathway_case_closed": _("The work with this person has ended. Open or reopen their case before you do this."),
    "persons_no_to_pathway": _(
        "This person said no to it on %(said)s. Do not suggest it before %(until)s, unless they ask for it themselves."
    ),
    "step_test_not_answered": _("Answer this first: %(question)s"),
    "step_test_not_met": _("This is needed first: %(needed)s."),
    "step_test_unknown": _("This question is not asked on this pathway. Choose one of its questions."),
    "offer_question_unknown": _("No line of the core offer asks this now. Open the page of what fits again."),
    "offer_answer_missing": _("Answer at least one question, or go back. Leave what nobody has asked them as it is."),
    "no_such_move": _("The pathway has no such move from here. Choose one of the steps on offer."),
    "step_ends_nothing": _("The pathway cannot be completed from this step. Step up first."),
    "place_is_on": _("This person is on the pathway. There is nothing to take up again."),
    "place_is_paused": _(
        "This person is having a break from the pathway. Go on after the break first, or let them leave."
    ),
    "place_is_left": _("This person has left the pathway. Take them back in first."),
    "place_is_completed": _("This person has completed the pathway. Take them back in if they need it again."),
    "no_way_back_in": _("This pathway cannot be entered a second time. Choose another one."),
    "move_in_future": _("Enter the day on which it happened. It cannot be after today."),
    "move_before_last": _("Enter a day on or after %(last)s, the day of the last move."),
    "move_without_reason": _("Say why, in a few words."),
    "leaving_reason_unknown": _("Choose why they leave."),
    "guarantee_given_already": _("This guarantee was already kept. Nothing is owed any more."),
    "guarantee_still_owed": _(
        "A guarantee made to this person is still to be kept. Keep it before you close the case, or choose a reason "
        "that comes from the person."
    ),
    "guarantee_with_nobody": _("Say with which employer or organisation."),
    "interview_result_missing": _("Say whether the interview brought a job offer at once."),
    "step_words_missing": _("Write the step's words in both languages."),
    "step_test_row_unknown": _("The test %(test)s is not known. Choose among the tests of the reference pack."),
    "step_test_row_unclear": _("Write each test on a line of its own, such as skills_gathered=yes."),
    "handover_case_closed": _("This case is closed. A handover starts from open work: reopen the case first."),
    "handover_under_way": _("A handover of this case is under way already. Finish it or withdraw it first."),
    "handover_to_nobody": _("Choose a colleague or an organisation to hand over to, and only one of them."),
    "handover_without_contact": _("Name the person at the organisation who takes it on, and their role."),
    "handover_to_oneself": _("Choose somebody else. You hold this case yourself."),
    "handover_to_unsuitable": _("This colleague cannot take it on. Choose another one."),
    "handover_to_unsuitable_now": _(
        "This colleague can no longer take it on. Withdraw the handover and prepare another one."
    ),
    "handover_untold": _("Write what changed, what matters to the person and what was tried."),
    "handover_without_consent": _("Record who agreed to the handover, on which day, and to what."),
    "consent_in_future": _("Enter the day on which they agreed. It cannot be after today."),
    "handover_is_prepared": _("This handover has not been sent yet. Send it first."),
    "handover_is_sent": _("This handover is with the receiver. Wait for their answer, or withdraw it."),
    "handover_is_acknowledged": _("The receiver has taken it on. Record the first visit, or say why there is none."),
    "handover_is_settled": _("This handover is complete. Nothing more is needed."),
    "handover_came_back": _("This handover came back to the sender. Prepare a new one."),
    "handover_not_yours": _("Only the colleague to whom it was sent can answer. Ask them."),
    "acknowledged_by_nobody": _("Name the person at the organisation who took it on."),
    "decline_without_reason": _("Say why it is declined, so that the sender can find a better way."),
    "withdrawal_without_reason": _("Say why it is withdrawn."),
    "waiver_without_reason": _("Say why there is no accompanied first visit."),
    "visit_in_future": _("Enter the day of the first visit. It cannot be after today."),
    "visit_before_acknowledged": _("Enter a day on or after %(taken)s, the day on which the receiver took it on."),
    "visit_without_company": _("Say who went along to the first visit."),
    "check_in_done_already": _("This check-in was already recorded. Open the list to see what is still to be asked."),
    "check_in_before_end": _("Enter a day on or after %(start)s, the day on which the work ended."),
    "check_in_too_early": _("This check-in is due on %(due)s. It can be recorded from two weeks before."),
    "check_in_in_future": _("Enter the day on which you asked. It cannot be after today."),
    "check_in_result_unknown": _("Choose how things are."),
}
