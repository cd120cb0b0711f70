"""Whatever a partner may type has room in the column that keeps it: PostgreSQL would refuse the page else."""

from __future__ import annotations

import pytest
from django import forms

from lynchpin.frontdoor.forms.links import AnswerLinkForm, GivingForm, LinkAnswerForm, LinkReferralForm
from lynchpin.frontdoor.forms.meeting import MeetingForm
from lynchpin.frontdoor.forms.told import HelpForm, ReferralForm
from lynchpin.frontdoor.listed import LONGEST
from lynchpin.frontdoor.models import Brokering, PartnerLink, Referral

KEPT = [
    *((form, Referral) for form in (HelpForm, ReferralForm, LinkReferralForm, MeetingForm)),
    *((form, PartnerLink) for form in (GivingForm, AnswerLinkForm)),
    (LinkAnswerForm, Brokering),
]


@pytest.mark.parametrize(("form", "model"), KEPT, ids=lambda given: given.__name__)
def test_a_form_takes_no_more_than_its_column_keeps(form, model):
    columns = {field.name: field.max_length for field in model._meta.get_fields() if getattr(field, "max_length", None)}
    typed = {name: field for name, field in form.base_fields.items() if isinstance(field, forms.CharField)}
    kept = {name: columns.get(name, columns.get(f"told_{name}")) for name in typed}
    assert any(kept.values()), "nothing was compared"
    too_long = {name for name, most in kept.items() if most and not (typed[name].max_length or most + 1) <= most}
    assert too_long == set()


def test_a_list_keeps_no_more_of_a_cell_than_its_column():
    most = {name: Referral._meta.get_field(f"told_{name}").max_length for name in LONGEST}
    assert {name for name in LONGEST if LONGEST[name] > most[name]} == set()
