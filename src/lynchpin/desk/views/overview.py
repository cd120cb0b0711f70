"""A person's overview: how it is safe to reach them first, and everything that the rooms know of them after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.casework.choices import CaseStatus
from lynchpin.desk.choices import Permission
from lynchpin.desk.family_tree import family_picture, part_of
from lynchpin.desk.happening import lately
from lynchpin.desk.queries.overview import CaseAtAGlance, PersonOverview, ReferralAtAGlance, person_overview
from lynchpin.face.parts import Link, SummaryRow, Tag, TimelineEvent
from lynchpin.frontdoor.choices import ReferralSource
from lynchpin.frontdoor.views.words import kind_label, status_tag
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show
from lynchpin.people.choices import FamilyRole
from lynchpin.people.queries import FamilyFacts, Member
from lynchpin.people.views.resident import asking_url, particulars_shown, safe_contact_shown

WITH_CASE = (
    (gettext_lazy("Record what matters"), "casework:record_what_matters", "casework.record_what_matters"),
    (gettext_lazy("Agree a plan"), "casework:agree_plan", "casework.agree_plan"),
    (gettext_lazy("Record an outcome"), "outcomes:record_outcome", "outcomes.record_outcome"),
    (gettext_lazy("Give the case to a worker"), "casework:allocate_case", "casework.allocate_case"),
    (gettext_lazy("Close the case"), "outcomes:close_case", "outcomes.close_case"),
)
WITH_PERSON = (
    (gettext_lazy("What fits them, and why not"), "desk:what_fits", Permission.READ_WHAT_FITS),
    (gettext_lazy("Ask about safe contact"), "people:record_safe_contact", "people.record_safe_contact"),
    (gettext_lazy("Record a move"), "people:move_resident", "people.move_resident"),
    (gettext_lazy("Form a family"), "people:form_family", "people.form_family"),
    (gettext_lazy("The person’s record"), "people:resident", "people.read_resident"),
)


@page(Permission.READ_OVERVIEW, opens="resident")
def overview_page(request: Request, reference: str) -> HttpResponse:
    """Nothing here is edited: each door leads to the room that owns the fact."""
    actor = request.actor
    facts = person_overview(actor, reference)
    record = facts.record
    key = record.brief.resident_id
    return show(
        request,
        "desk/overview.html",
        facts=facts,
        person=record.brief,
        visit_safety=record.safe_contact.visit_safety if record.safe_contact else "",
        safe_contact=_without_visit_safety(facts),
        particulars=particulars_shown(record.brief),
        families=[_family(family, place, key) for place, family in enumerate(_with_others(record.families), 1)],
        by_name=[each.brief.name for each in record.by_name],
        referrals=[_referral(each) for each in facts.referrals or ()],
        state=_state(facts.case) if facts.case else None,
        case=_case(facts.case) if facts.case else [],
        lately=lately(facts),
        record_contact=_record_contact(actor, facts),
        ask_url=asking_url(actor, record.brief.reference),
        doors=_doors(actor, facts),
        may_raise=actor.may("safeguarding.raise_concern"),
    )


def _without_visit_safety(facts: PersonOverview) -> list[SummaryRow]:
    """What was said about safe contact, without what a warning above says already."""
    rows = safe_contact_shown(facts.record.safe_contact)
    shown_above = facts.record.safe_contact.visit_safety if facts.record.safe_contact else ""
    return [row for row in rows if not shown_above or row.value != shown_above]


@dataclass(frozen=True, slots=True)
class FamilyShown:
    """A family as a picture and as a list: adults, then children; and those who belonged to it before."""

    picture: str
    adults: tuple[MemberShown, ...]
    children: tuple[MemberShown, ...]
    earlier: tuple[MemberShown, ...]


@dataclass(frozen=True, slots=True)
class MemberShown:
    """Somebody of the family; without an address for the person whose page it is."""

    name: str
    url: str
    part: str
    from_on: date
    to_on: date | None


def _with_others(families: Iterable[FamilyFacts]) -> list[FamilyFacts]:
    """Families of which somebody else is in sight too: of one alone there is nothing to draw."""
    return [each for each in families if len(each.present) + len(each.earlier) > 1]


def _family(family: FamilyFacts, place: int, resident_id: int) -> FamilyShown:
    members = [(each, _member(each, resident_id)) for each in family.present]
    return FamilyShown(
        picture=family_picture(family, resident_id, f"family-{place}"),
        adults=tuple(shown for each, shown in members if each.role == FamilyRole.ADULT),
        children=tuple(shown for each, shown in members if each.role != FamilyRole.ADULT),
        earlier=tuple(_member(each, resident_id) for each in family.earlier),
    )


def _member(each: Member, resident_id: int) -> MemberShown:
    theirs = each.brief.resident_id == resident_id
    url = "" if theirs else reverse("desk:overview", args=[each.brief.reference])
    words = _("%(part)s, with a second home here") if each.role == FamilyRole.SECOND_HOME else "%(part)s"
    return MemberShown(each.brief.name, url, words % {"part": part_of(each)}, each.from_on, each.to_on)


def _referral(each: ReferralAtAGlance) -> dict[str, object]:
    """A referral as a card: its state, where it came from, and its steps."""
    return {
        "reference": each.reference,
        "url": reverse("frontdoor:referral", args=[each.reference]),
        "source": ReferralSource(each.source).label,
        "received_on": each.received_on,
        "owner": each.owner,
        "state": status_tag(each.status),
        "steps": [TimelineEvent(kind_label(step.kind), step.at, step.by) for step in each.steps],
    }


def _state(case: CaseAtAGlance) -> Tag:
    if case.status != CaseStatus.OPEN:
        return Tag(str(CaseStatus.CLOSED.label), "grey")
    if not case.worker:
        return Tag(_("Waiting for a worker"), "orange")
    return Tag(_("No contact for 14 days"), "yellow") if case.silent else Tag(str(CaseStatus.OPEN.label), "teal")


def _case(case: CaseAtAGlance) -> list[SummaryRow]:
    rows = (
        (_("Lead worker"), case.lead),
        (_("Worker"), case.worker or _("Nobody yet")),
        (_("Opened"), case.opened_on),
        (_("Last contact"), case.last_contact_on or _("None yet")),
        (_("Next contact"), case.next_contact_on),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def _record_contact(actor: Actor, facts: PersonOverview) -> str:
    """Where a contact is recorded; nowhere while nobody may be in touch, and without an open case."""
    open_case = facts.case is not None and facts.case.status == CaseStatus.OPEN
    if not open_case or facts.record.contact_held or not actor.may("casework.record_contact"):
        return ""
    return reverse("casework:record_contact", args=[facts.case.reference])  # type: ignore[union-attr]


def _doors(actor: Actor, facts: PersonOverview) -> list[Link]:
    case = facts.case.reference if facts.case and facts.case.status == CaseStatus.OPEN else ""
    with_case = [Link(label, reverse(name, args=[case])) for label, name, code in WITH_CASE if case and actor.may(code)]
    person = facts.record.brief.reference
    return [
        *with_case,
        *(Link(label, reverse(name, args=[person])) for label, name, code in WITH_PERSON if actor.may(code)),
    ]
