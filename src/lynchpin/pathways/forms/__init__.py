"""Forms of pathways. They parse; they never save."""

from lynchpin.pathways.forms.check_ins import CheckInFilter, CheckInForm, SustainedFilter
from lynchpin.pathways.forms.handovers import (
    AcknowledgementForm,
    BecauseForm,
    FirstVisitForm,
    HandoverFilter,
    HandoverForm,
    SendingForm,
)
from lynchpin.pathways.forms.offer import OfferQuestionsForm
from lynchpin.pathways.forms.places import (
    AnswerForm,
    DayForm,
    GuaranteeForm,
    LeavingForm,
    PauseForm,
    PlaceFilter,
    ReturnForm,
    StartForm,
    StepDownForm,
    StepUpForm,
)
from lynchpin.pathways.forms.steps import StepForm

__all__ = [
    "AcknowledgementForm",
    "AnswerForm",
    "BecauseForm",
    "CheckInFilter",
    "CheckInForm",
    "DayForm",
    "FirstVisitForm",
    "GuaranteeForm",
    "HandoverFilter",
    "HandoverForm",
    "LeavingForm",
    "OfferQuestionsForm",
    "PauseForm",
    "PlaceFilter",
    "ReturnForm",
    "SendingForm",
    "StartForm",
    "StepDownForm",
    "StepForm",
    "StepUpForm",
    "SustainedFilter",
]
