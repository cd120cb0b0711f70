"""Forms over notices: a filter, and decisions that carry only a version."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, EditForm, FilterForm
from lynchpin.notices.choices import NoticeState


class NoticeFilter(FilterForm):
    """Which notices to list."""

    state = ChoiceField(label=_("State"), choices=[("", _("Not sent yet")), *NoticeState.choices])


class NoticeStepForm(EditForm):
    """A step of the notice that is shown."""
