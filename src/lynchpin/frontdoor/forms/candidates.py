"""Filters of the families up for review, and the reviewer's decision about one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lynchpin.face.forms import ChoiceField, ChoicesField, EditForm, FilterForm, LongTextField, ReasonField
from lynchpin.frontdoor.choices import CandidateDecision, CandidateState, DecisionGround
from lynchpin.frontdoor.queries.referrals import REST_OF_COUNTY

NEW = "new"
LISTED = [choice for choice in CandidateState.choices if choice[0] != CandidateState.WITHHELD]


class CandidateFilter(FilterForm):
    """State and cluster; what was not released is only ever counted."""

    state = ChoicesField(label=_("State"), choices=LISTED)
    cluster = forms.ChoiceField(label=_("Cluster"))

    def __init__(self, *args: Any, clusters: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [("", _("All clusters")), *clusters.items(), (REST_OF_COUNTY, _("Outside every cluster"))]
        self.fields["cluster"].choices = named  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """A person of the family as the form asks about them: `alike` are (reference, name) of residents they may be."""

    key: str
    name: str
    adult: bool
    alike: Sequence[tuple[str, str]]


class CandidateForm(EditForm):
    """A decision with its reason; for an agreed family, who each person is and whom to speak with first."""

    hides_optional = True  # what has to be answered depends on the decision

    decision = ChoiceField(
        label=_("What do you decide?"),
        choices=CandidateDecision.choices,
        error_messages={"required": _("Choose what you decide.")},
    )
    ground = ChoiceField(
        label=_("What decides it?"),
        choices=DecisionGround.choices,
        error_messages={"required": _("Choose what decides it.")},
    )
    decision_reason = ReasonField(label=_("Why? Your reason is kept with the decision."), max_length=400)
    stated_reason = LongTextField(
        label=_("Reason that may be given to the person"),
        help_text=_("In plain words, from facts that are not sensitive. Never say that they were scored."),
        max_length=400,
        rows=3,
        required=False,
    )
    first_key = ChoiceField(label=_("Whom to speak with first"), required=False)

    def __init__(self, *args: Any, members: Sequence[MemberChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        adults = [
            each for each in members if each.adult
        ] or members  # a child is spoken with first where nobody else is
        self.fields["first_key"].choices = [(each.key, each.name) for each in adults]  # type: ignore[attr-defined]
        self.fields["first_key"].initial = adults[0].key if len(adults) == 1 else None
        for place, each in enumerate(members):
            self.fields[f"member_{place}"] = _who_is(each)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("decision") in (None, CandidateDecision.REJECT):
            return given
        if not given.get("stated_reason"):
            self.add_error("stated_reason", _("Write the reason that may be given to the person."))
        if not given.get("first_key"):
            self.add_error("first_key", _("Choose whom to speak with first."))
        for place in range(len(self.members)):
            if not given.get(f"member_{place}"):
                self.add_error(f"member_{place}", _("Say whether this is somebody known or somebody new."))
        return given

    @property
    def decided(self) -> dict[str, Any]:
        """The answers as the use case takes them: each person's key with a resident's reference, or nothing for someone new."""
        given = dict(self.cleaned_data)
        chosen = [given.pop(f"member_{place}", "") for place in range(len(self.members))]
        pairs = zip(self.members, chosen, strict=True)
        return given | {"members": [(each.key, "" if answer == NEW else answer) for each, answer in pairs]}


def _who_is(member: MemberChoice) -> forms.ChoiceField:
    """The question who somebody is; nothing is asked where nobody known is like them."""
    choices = [*member.alike, (NEW, _("Somebody new"))]
    if not member.alike:
        return forms.ChoiceField(choices=choices, required=False, initial=NEW, widget=forms.HiddenInput)
    return ChoiceField(label=_("Who is %(name)s?") % {"name": member.name}, choices=choices, required=False)
