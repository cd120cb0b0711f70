"""Why a case does not change hands, is not covered or taken up again, and why a supervision is not kept."""

from django.utils.translation import gettext_lazy as _

CHANGING_HANDS = {
    "worker_is_away": _("This worker is away until %(until)s. Choose another worker."),
    "transfer_without_worker": _("No worker holds this case yet. Give it to a worker instead."),
    "transfer_not_yours_to_propose": _(
        "Only the worker who holds a case, or their lead worker, can propose that a colleague takes it on."
    ),
    "transfer_to_yourself": _(
        "A transfer is agreed between two people, so you cannot propose yourself. Choose a colleague, or give yourself the "
        "case on its page if you share out cases."
    ),
    "transfer_under_way": _(
        "A colleague has been asked already to take this case on. Wait for the answer, or withdraw what was asked."
    ),
    "worker_not_in_cluster": _("This colleague does not work in the person's cluster. Choose another worker."),
    "transfer_without_reason": _("Say in a few words why a colleague should take the case on."),
    "transfer_is_proposed": _("This transfer waits for an answer. Take the case on, say no, or withdraw it first."),
    "transfer_is_acknowledged": _("This transfer is complete: the colleague has taken the case on."),
    "transfer_is_declined": _("This transfer was answered with no. Whoever holds the case can propose another one."),
    "transfer_is_withdrawn": _("This transfer was withdrawn. The case is still with the worker who holds it."),
    "transfer_is_overtaken": _(
        "This transfer no longer applies: the case was closed, or given to somebody, in the meantime."
    ),
    "transfer_not_for_you": _("Only the colleague who was asked can answer. You can see how far it is."),
    "transfer_not_from_you": _("Only whoever proposed this transfer, or holds the case, can withdraw it."),
    "transfer_declined_without_reason": _("Say why you cannot take the case on, so that another way can be found."),
    "no_room_to_take_on": _(
        "You have no room: %(load)s of %(limit)s points are in use and this case weighs %(weight)s. Say no, with this as the "
        "reason, or talk with your lead worker."
    ),
    "other_case_is_open": _(
        "This person has another open case, %(case)s. Go on there; two cases are never open at once."
    ),
    "persons_no_stands": _(
        "The person said no, and that is kept. If they ask for help again, send a new referral in their words."
    ),
    "died_is_an_end": _("The person has died. The case can be opened again only if it was closed by mistake."),
    "reopened_without_reason": _("Say in a few words why the case is opened again."),
    "supervision_in_future": _("Enter the day on which you sat down together. It cannot be after today."),
    "supervision_kept_already": _(
        "A supervision with this colleague is kept for that day already. Open it to read it."
    ),
    "supervision_next_too_early": _("Enter a day for the next supervision that is after this one."),
    "supervision_not_yours": _("You do not supervise this colleague. Supervision is kept by whoever leads them."),
    "action_owned_by_others": _("Choose one of the two of you for each action: nobody else was there to agree."),
    "action_before_supervision": _("Enter a day for each action that is not before the supervision."),
    "talked_of_anothers_case": _("Write only about cases that this colleague holds today."),
    "action_done_already": _("This is marked as done already."),
    "action_not_yours": _("Only whoever agreed to do it, or their supervisor, can mark it as done."),
    "absence_ends_before_it_begins": _("Enter a last day away that is on or after the first day."),
    "absence_over_already": _("Enter days that are not over yet. Cover cannot be given for days gone by."),
    "absence_too_long": _("Enter a time of six months at most. If somebody is away for longer, share out their cases."),
    "absence_overlaps": _("They are away from %(from)s to %(to)s already. End that first, or choose other days."),
    "absent_while_covering": _(
        "They cover for a colleague until %(to)s. Choose somebody else for that first, so that nobody is left without cover."
    ),
    "cover_by_themselves": _("Choose another colleague: nobody covers for themselves."),
    "cover_is_away": _("This colleague is away on some of these days. Choose somebody who is at work on all of them."),
    "cover_has_left": _("This colleague is not at work on all of these days. Choose another colleague."),
    "cover_holds_no_cases": _(
        "This colleague's role does not hold cases. Choose an engagement worker or a lead worker."
    ),
    "cover_not_in_cluster": _("This colleague does not work in the same cluster. Choose another colleague."),
    "absence_of_nobody_with_cases": _("This colleague's role does not hold cases, so there is nothing to cover."),
    "absence_over": _("This time away is over already. There is nothing to end."),
}
