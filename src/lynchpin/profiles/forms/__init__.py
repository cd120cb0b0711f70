"""Parsing for the pages of the room; nothing here saves."""

from lynchpin.profiles.forms.bounds import (
    EndImpactAssessmentForm,
    ProposeResumingForm,
    RecordImpactAssessmentForm,
    StopProfilingForm,
)
from lynchpin.profiles.forms.contests import AnswerContestForm, CloseContestForm, ContestFactForm, ContestFilter
from lynchpin.profiles.forms.links import AnswerFilter, DecideLinkForm, LinkFilter, LookAgainForm, UndoLinkForm
from lynchpin.profiles.forms.runs import ChooseAssessmentForm, CommissionProfileRunForm, LoadFeedForm, RunForm

__all__ = [
    "AnswerContestForm",
    "AnswerFilter",
    "ChooseAssessmentForm",
    "CloseContestForm",
    "CommissionProfileRunForm",
    "ContestFactForm",
    "ContestFilter",
    "DecideLinkForm",
    "EndImpactAssessmentForm",
    "LinkFilter",
    "LoadFeedForm",
    "LookAgainForm",
    "ProposeResumingForm",
    "RecordImpactAssessmentForm",
    "RunForm",
    "StopProfilingForm",
    "UndoLinkForm",
]
