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
}
