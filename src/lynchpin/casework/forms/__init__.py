"""Forms of casework. They parse; they never save."""

from lynchpin.casework.forms.contacts import ContactForm
from lynchpin.casework.forms.editing import AllocationForm, OpeningForm, RenewedForm, WeighingForm
from lynchpin.casework.forms.lists import CaseFilter, ExportForm
from lynchpin.casework.forms.plans import PlanForm, RatingForm
from lynchpin.casework.forms.talks import WhatMattersForm

__all__ = [
    "AllocationForm",
    "CaseFilter",
    "ContactForm",
    "ExportForm",
    "OpeningForm",
    "PlanForm",
    "RatingForm",
    "RenewedForm",
    "WeighingForm",
    "WhatMattersForm",
]
