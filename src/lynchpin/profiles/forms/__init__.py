"""Parsing for the pages of the room; nothing here saves."""

from lynchpin.profiles.forms.bounds import (
    EndImpactAssessmentForm,
    ProposeResumingForm,
    RecordImpactAssessmentForm,
    StopProfilingForm,
)
from lynchpin.profiles.forms.contests import AnswerContestForm, CloseContestForm, ContestFactForm, ContestFilter
from lynchpin.profiles.forms.files import AcceptStoppedForm, BoundFeedForm, DeclineExtractForm, LoadFeedForm
from lynchpin.profiles.forms.freezes import LiftFreezeForm, LookIntoFreezeForm
from lynchpin.profiles.forms.links import AnswerFilter, DecideLinkForm, LinkFilter, LookAgainForm, UndoLinkForm
from lynchpin.profiles.forms.runs import ChooseAssessmentForm, CommissionProfileRunForm, RunForm

__all__ = [
    "AcceptStoppedForm",
    "AnswerContestForm",
    "AnswerFilter",
    "BoundFeedForm",
    "ChooseAssessmentForm",
    "CloseContestForm",
    "CommissionProfileRunForm",
    "ContestFactForm",
    "ContestFilter",
    "DecideLinkForm",
    "DeclineExtractForm",
    "EndImpactAssessmentForm",
    "LiftFreezeForm",
    "LinkFilter",
    "LoadFeedForm",
    "LookAgainForm",
    "LookIntoFreezeForm",
    "ProposeResumingForm",
    "RecordImpactAssessmentForm",
    "RunForm",
    "StopProfilingForm",
    "UndoLinkForm",
]
