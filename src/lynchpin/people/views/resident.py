"""One resident: who they are, how it is safe to reach them, their family, and what may be done."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.parts import Link, SummaryRow
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.people import queries
from lynchpin.people.choices import Channel, FamilyRole, Language, Permission, Sex
from lynchpin.people.queries import ResidentBrief, ResidentRecord, SafeContactFact
from lynchpin.people.views.words import overview_of, ways_in_words

YOUNG_UNTIL = 25
VERBS = (
    (Permission.AMEND_RESIDENT, gettext_lazy("Put particulars right")),
    (Permission.MOVE_RESIDENT, gettext_lazy("Record a move")),
    (Permission.RECORD_SAFE_CONTACT, gettext_lazy("Ask about safe contact")),
    (Permission.FORM_FAMILY, gettext_lazy("Form a family")),
    (Permission.PROPOSE_MERGE, gettext_lazy("Propose a merge")),
    (Permission.RESTRICT_RESIDENT, gettext_lazy("Restrict this record")),
)
OF_THE_LIVING = (Permission.MOVE_RESIDENT, Permission.RECORD_SAFE_CONTACT)
WHEN_ALIVE = (Permission.RECORD_DEATH, gettext_lazy("Record that they died"))
WHEN_DEAD = (Permission.TAKE_BACK_DEATH, gettext_lazy("They are alive: take it back"))


@page(Permission.READ_RESIDENT, opens="resident")
def resident_page(request: Request, reference: str) -> HttpResponse:
    """A resident's record in this room."""
    facts = queries.resident(request.actor, reference)
    shown = {
        "particulars": particulars_shown(facts.brief),
        "contact": safe_contact_shown(facts.safe_contact),
        "family": _family_shown(facts),
        "verbs": [*_verbs_offered(request.actor, facts.brief), *_own_offered(request.actor, facts)],
        "shows_contact": request.actor.shows("F2") and facts.brief.died_on is None,
        "overview_url": overview_of(request.actor, facts.brief.reference),
        "ask_url": asking_url(request.actor, facts.brief.reference),
    }
    return show(request, "people/resident.html", facts=facts, **shown)


def asking_url(actor: Actor, reference: str) -> str:
    """Where somebody is asked how it is safe to reach them; nowhere for those who may not ask."""
    may = actor.may(Permission.RECORD_SAFE_CONTACT)
    return reverse("people:record_safe_contact", args=[reference]) if may else ""


def particulars_shown(person: ResidentBrief) -> list[SummaryRow]:
    """A person's particulars; what is empty, or not shown to this role, has no row."""
    language = str(Language(person.language).label) if person.language else _("Not asked yet")
    rows = [
        SummaryRow(_("Known as"), person.known_as),
        SummaryRow(_("Date of birth"), person.birth_date or _("Not known")),
        SummaryRow(_("Age"), "" if person.age is None else str(person.age)),
        SummaryRow(_("Sex"), str(Sex(person.sex).label)),
        SummaryRow(_("Language to use"), language),
        SummaryRow(_("Phone number"), person.phone),
        SummaryRow(_("E-mail address"), person.email),
        SummaryRow(_("Address"), ", ".join(filter(None, (person.address, person.postcode)))),
    ]
    return [row for row in rows if row.value]


def safe_contact_shown(answer: SafeContactFact | None) -> list[SummaryRow]:
    """What a person said about safe contact; nothing when they were not asked."""
    if answer is None:
        return []
    ways = capfirst(ways_in_words(answer.channels)) or _("None: make no contact")
    rows = [
        SummaryRow(_("Safe ways"), ways),
        SummaryRow(_("Best way"), str(Channel(answer.preferred).label) if answer.preferred else ""),
        SummaryRow(_("Good and safe times"), answer.when),
        SummaryRow(_("A voicemail is safe"), _yes_or_no(answer.voicemail_ok)),
        SummaryRow(_("Letters in a plain envelope"), _yes_or_no(answer.letters_discreet)),
        SummaryRow(_("Who must not know"), answer.must_not_know),
        SummaryRow(_("Before a visit"), answer.visit_safety),
        SummaryRow(_("Asked on"), local_date(answer.asked_at)),
    ]
    return [row for row in rows if row.value]


def _family_shown(facts: ResidentRecord) -> list[SummaryRow]:
    return [
        SummaryRow(
            str(FamilyRole(each.role).label),
            Link(each.brief.name, reverse("people:resident", args=[each.brief.reference]))
            if each.brief.reference
            else each.brief.name,
        )
        for each in facts.relatives
    ]


def _verbs_offered(actor: Actor, person: ResidentBrief) -> list[Link]:
    offered = (
        [*(verb for verb in VERBS if verb[0] not in OF_THE_LIVING), WHEN_DEAD]
        if person.died_on
        else [*VERBS, WHEN_ALIVE]
    )
    held = [(permission.partition(".")[2], label) for permission, label in offered if actor.may(permission)]
    return [Link(str(label), reverse(f"people:{name}", args=[person.reference])) for name, label in held]


def _own_offered(actor: Actor, facts: ResidentRecord) -> list[Link]:
    """A record of their own, for the young who have none."""
    young = facts.brief.age is None or facts.brief.age < YOUNG_UNTIL
    if facts.own_since is not None or not young or not actor.may(Permission.BEGIN_OWN_RECORD):
        return []
    return [
        Link(_("Give them a record of their own"), reverse("people:begin_own_record", args=[facts.brief.reference]))
    ]


def _yes_or_no(said: bool) -> str:
    return _("Yes") if said else _("No")
