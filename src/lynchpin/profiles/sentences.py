"""Why nobody may be profiled now, or not like this, in whole sentences, by the code of the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

OF_BOUNDS: dict[str, StrPromise] = {
    # why nobody is profiled at all
    "profiling_is_stopped": _(
        "Profiling is stopped. Nobody is profiled until one person has proposed to go on and another has agreed."
    ),
    # why profiling is not stopped or resumed
    "profiling_stopped_already": _("Profiling is stopped already. Open the page of the stop to see why."),
    "profiling_not_stopped": _("Profiling is not stopped any more. Open the page again to see how it stands."),
    "stop_needs_a_named_person": _("Profiling is stopped and resumed by named people, not by the service itself."),
    "resuming_proposed_already": _("Someone has proposed to go on already. Agree with them, or decline it."),
    "resuming_not_proposed": _("Nobody proposes to go on. Propose it first, then another person agrees."),
    "resuming_needs_a_second_person": _("You proposed to go on. Someone else has to agree."),
    # why an impact assessment lets nobody be profiled
    "run_without_assessment": _("Name the impact assessment that covers this run. Those in force are in the register."),
    "assessment_not_registered": _(
        "The impact assessment is not in the register. Have it recorded there, and confirmed by the data protection officer."
    ),
    "assessment_unconfirmed": _(
        "The impact assessment is not confirmed yet. Ask the data protection officer to confirm it."
    ),
    "assessment_lapsed": _(
        "The review of the impact assessment is due, so nobody is profiled under it. Have it reviewed and recorded again."
    ),
    "assessment_ended": _("The impact assessment has ended. Choose one that is in force."),
    "assessment_for_other_purposes": _(
        "The impact assessment does not cover this purpose. Choose one of its purposes, word for word."
    ),
    "assessment_for_other_places": _(
        "The impact assessment does not cover every place that was named. Leave the others out, or have it reviewed."
    ),
    "run_reviewed_too_late": _("A run is reviewed no later than its impact assessment. Choose an earlier day."),
    # why an impact assessment is not recorded, confirmed or ended
    "assessment_decided_ahead": _("The day of the decision has not come yet. Check the date."),
    "assessment_review_in_the_past": _("The review is due already. Record the assessment once it has been reviewed."),
    "assessment_without_purpose": _("Say what the assessment allows profiling for, one purpose on each line."),
    "assessment_without_places": _("Name the clusters or zones that it covers, or say that it covers every place."),
    "assessment_over_unknown_place": _(
        "One of the clusters or zones is not known, or has ended. Choose from the list."
    ),
    "assessment_waits_already": _(
        "An assessment with this number waits to be confirmed already. End that one before you record it again."
    ),
    "assessment_confirmed_already": _("This assessment has been confirmed already."),
    "assessment_ended_already": _("This assessment has ended already."),
    "assessment_needs_a_second_person": _("You recorded this assessment. Someone else has to confirm it."),
    "assessment_needs_a_named_person": _("An assessment is recorded and confirmed by named people."),
    # why a fact is not contested, answered or closed
    "fact_is_no_fact": _("Only what a partner recorded about one person can be contested."),
    "fact_is_withheld": _(
        "This fact never leaves the reviewer’s page, so it is not put to its source in a person’s name. Speak with the data "
        "protection officer."
    ),
    "fact_contested_already": _("This fact is with its source already. Wait for the answer."),
    "contest_answered_already": _("This was answered already. Tell the person what was found."),
    "contest_closed_already": _("The person has been told already, so nothing more is to do."),
    "contest_not_answered": _("The source has not answered yet. Record its answer first."),
    "contest_day_ahead": _("The day has not come yet. Check the date."),
    "contest_day_before_asked": _("The day is before the fact was contested. Check the date."),
}
