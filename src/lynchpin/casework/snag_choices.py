"""Words of what is missing or does not work: how far it has come, what was answered, and why not."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SnagState(TextChoices):
    TOLD = "told", _("Told")
    JOINED = "joined", _("Joined with others who said so")
    ANSWERED = "answered", _("Answered")
    SEEN = "seen", _("Answered, and seen by whoever told it")


class SnagAnswer(TextChoices):
    WILL_DO = "will-do", _("We will do this")
    THERE = "there", _("It is there already")
    CANNOT = "cannot", _("It cannot be")


SNAG_SENTENCES: dict[str, object] = {
    "snag_kind_unknown": _("Choose what is missing or not working from the list."),
    "snag_names_person": _(
        "Leave the person’s name out of your words. Whoever answers needs to know what is missing, and not for whom."
    ),
    "snag_nowhere": _("Choose which cluster this is about."),
    "snag_joined_already": _("This was joined with others who said the same. Answer it there."),
    "snag_answered_already": _("This was answered already. Nothing more is needed."),
    "snag_not_answered": _("This has not been answered yet. The answer will come to your home page."),
    "snag_seen_already": _("You have seen this answer already. Nothing more is needed."),
    "snag_joins_nothing": _("Choose at least one other that says the same."),
    "snags_differ": _("Only what is of one kind can be joined. Choose others of the same kind."),
    "snag_answer_without_words": _("Say what will be done, where it is, or why it cannot be."),
}
