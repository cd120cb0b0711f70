"""Why an edition of the scoring is not drafted, proposed, approved or tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

OF_SCORING: dict[str, StrPromise] = {
    "scoring_open_already": _("Another change waits already. Open it, or decline it first."),
    "scoring_not_whole": _("The form did not say how every factor and rule counts. Open it again."),
    "scoring_same_as_now": _("Nothing is different from what holds on that day. Change something first."),
    "scoring_from_the_past": _("The day has passed. Choose today or a later day."),
    "scoring_rule_out_of_range": _("A rule is out of range. Enter a number from %(least)s to %(most)s."),
    "scoring_bands_out_of_order": _("The higher band has to begin above the lower one. Raise it, or lower the other."),
    "scoring_points_out_of_range": _("%(factor)s can be worth from 0 to %(most)s points. Enter a number in between."),
    "scoring_ends_before_it_begins": _("%(factor)s would end before it begins. Check its two days."),
    "scoring_without_grounds": _(
        "%(factor)s ships switched off. To switch it on, cite the legal power to disclose and the impact assessment."
    ),
    "scoring_no_longer_a_draft": _("This edition is no longer a draft. Decline it, and draft another."),
    "scoring_not_proposed_yet": _("This edition is still a draft. It has to be proposed first."),
    "scoring_settled_already": _("This edition has already gone further. Open it again to see where it stands."),
    "scoring_needs_a_named_person": _("An edition is proposed by a named person, not by the service itself."),
    "scoring_needs_a_second_person": _("You wrote or proposed this edition. Someone else has to approve it."),
    "scoring_not_tried": _(
        "See first what exactly this edition would do: try it out on the newest approved run, and open this page again."
    ),
    "scoring_nothing_to_try_on": _("No approved run keeps evidence, so there is nothing to try it on yet."),
    "scoring_tried_too_early": _("The edition or the run changed while it was being tried. Try it again."),
    "scoring_could_not_be_tried": _("It could not be tried on the evidence that is kept. Make and approve a new run."),
}
