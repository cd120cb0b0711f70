"""Homes of those who walk with people: workers, lead workers and cluster managers."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.queries.approvals import cases_with_plans_waiting
from lynchpin.casework.queries.caseload import silent_cases
from lynchpin.casework.queries.headroom import ClusterHeadroom, WorkerHeadroom, allocation_board, cluster_headroom
from lynchpin.desk.choices import Permission as Desk
from lynchpin.desk.homes import snags
from lynchpin.desk.homes.families import teams_around_families
from lynchpin.desk.homes.hands import (
    absences_near,
    actions_agreed,
    cover_today,
    from_colleagues,
    supervisions_due,
    transfers_waiting,
)
from lynchpin.desk.homes.home import MOST_SHOWN, Part, Section
from lynchpin.desk.homes.onward import check_ins_to_make, handed_to_me
from lynchpin.desk.homes.words import (
    case_item,
    due_tag,
    family_item,
    last_spoken,
    own_person_item,
    referral_item,
    silence_tag,
    waiting_line,
)
from lynchpin.desk.queries.caseload import OwnPerson, own_people
from lynchpin.desk.queries.referrals import referrals_to_open, told_lately
from lynchpin.face.parts import Link, Meter, Tag, Tile
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.kernel.actor import Actor
from lynchpin.pathways.choices import Permission as Pathways


def own_caseload(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Everybody on the caseload, each once: due today, new, not spoken with, and the rest by the day they are due."""
    people = own_people(actor)
    later = [own for own in people if not own.is_due]
    fresh = [own for own in later if own.case.last_contact_on is None]
    silent = [own for own in later if own.case.last_contact_on is not None and own.case.silent]
    coming = [own for own in later if own not in fresh and own not in silent]
    found = (
        _own_section(actor, "new", _("New on your caseload"), fresh),
        _own_section(actor, "quiet", _("Not spoken with for two weeks"), silent),
        _own_section(actor, "coming", _("Coming up"), coming),
    )
    due = [own for own in people if own.is_due]
    return _today(actor, due, has_people=bool(people)), *(section for section in found if section.items)


def _today(actor: Actor, due: list[OwnPerson], *, has_people: bool) -> Section:
    nobody_due = _("Nobody is due today. Those who come next are below, if you would like to be in touch early.")
    nobody_yet = _("Nobody is on your caseload yet. When your lead worker gives you a case, the person is shown here.")
    return Section(
        key="today",
        title=_("Today’s people"),
        items=tuple(own_person_item(actor, own, due_tag(own.days_to_next)) for own in due),
        empty=nobody_due if has_people else nobody_yet,
        more=Link(_("Your whole caseload"), reverse("casework:caseload")),
    )


def _own_section(actor: Actor, key: str, title: str, people: list[OwnPerson]) -> Section:
    return Section(key, title, tuple(own_person_item(actor, own, _tag(own)) for own in people))


def _tag(own: OwnPerson) -> Tag:
    silent = own.case.last_contact_on is not None and own.case.silent
    return silence_tag(own.case.silent_days) if silent else due_tag(own.days_to_next)


def routed_to_me(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Referrals that only this colleague can take further."""
    section = Section(
        key="to-open",
        title=_("Referrals to open"),
        items=tuple(referral_item(actor, each) for each in referrals_to_open(actor)),
        empty=_("No referral waits for you. The centre passes new ones here."),
    )
    return (section,)


def families_of_mine(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """News of families that this colleague is with already: nobody else is sent to them."""
    told = told_lately(actor)
    section = Section(
        key="families",
        title=_("New about families you are with"),
        items=tuple(family_item(each) for each in told),
    )
    return (section,) if told else ()


def plans_to_look_at(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Plans that a colleague wrote and that count only when somebody else has looked at them."""
    waiting = cases_with_plans_waiting(actor)
    items = tuple(case_item(case, None, action=_look(case.reference, edition)) for case, edition in waiting)
    return (Section("plans", _("Plans to look at"), items),) if items else ()


def _look(reference: str, edition: int) -> Link:
    return Link(_("Look at the plan"), reverse("casework:approve_plan", args=[reference, edition]))


def to_allocate(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Cases without a worker, beside those who could take them."""
    board = allocation_board(actor)
    waiting = Section(
        key="to-allocate",
        title=_("Waiting for a worker"),
        items=tuple(
            case_item(case, Tag(_("Waiting"), "orange"), waiting_line(case), action=_allocate(actor, case.reference))
            for case in board.waiting[:MOST_SHOWN]
        ),
        empty=_("Every open case has a worker."),
        more=Link(_("The allocation board"), reverse("casework:allocation_board")),
    )
    room = Section(
        key="headroom",
        title=_("Room on caseloads"),
        meters=tuple(worker_meter(worker) for worker in board.workers),
        empty=_("No worker is at work in your cluster yet."),
    )
    return waiting, room


def _allocate(actor: Actor, reference: str) -> Link | None:
    if not actor.may(Casework.ALLOCATE_CASE):
        return None
    return Link(_("Give it to a worker"), reverse("casework:allocate_case", args=[reference]))


def worker_meter(worker: WorkerHeadroom) -> Meter:
    """How much of what a worker can carry is in use."""
    words = _("%(load)s of %(limit)s points") % {"load": worker.load, "limit": worker.limit}
    return Meter(worker.name, worker.load, worker.limit, words)


def silent(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """People nobody has spoken with for two weeks, whoever works with them."""
    rows = silent_cases(actor, limit=MOST_SHOWN)
    section = Section(
        key="silent",
        title=_("Not spoken with for two weeks"),
        items=tuple(
            case_item(row, silence_tag(row.silent_days), _held_by(row.worker), last_spoken(row)) for row in rows
        ),
        empty=_("Somebody has spoken with everyone in the last two weeks."),
        more=Link(_("All silent cases"), f"{reverse('casework:caseload')}?show=silent"),
    )
    return (section,)


def _held_by(worker: str) -> str:
    return _("With %(worker)s.") % {"worker": worker} if worker else _("No worker yet.")


def clusters_beside(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """One section a cluster, by name: load and silence, and no order of merit."""
    return tuple(cluster_section(cluster) for cluster in cluster_headroom(actor) if cluster.key)


def cluster_section(cluster: ClusterHeadroom) -> Section:
    """A cluster's caseload in points, and its people who wait or have not been spoken with."""
    listed = f"{reverse('casework:caseload')}?cluster={cluster.key}"
    words = _("%(load)s of %(limit)s points") % {"load": cluster.load, "limit": cluster.limit}
    return Section(
        key=f"cluster-{cluster.key}",
        title=cluster.name,
        meters=(Meter(_("Load"), cluster.load, cluster.limit, words),),
        tiles=(
            Tile(cluster.cases, ngettext("open case", "open cases", cluster.cases), listed),
            Tile(cluster.waiting, _("waiting for a worker"), f"{listed}&show=waiting"),
            Tile(cluster.silent, _("not spoken with for two weeks"), f"{listed}&show=silent"),
        ),
    )


ENGAGEMENT_WORKER: tuple[Part, ...] = (
    (Desk.OPEN_HOME, from_colleagues),
    (Pathways.ACKNOWLEDGE_HANDOVER, handed_to_me),
    (Pathways.RECORD_CHECK_IN, check_ins_to_make),
    (Casework.READ_CASELOAD, own_caseload),
    (Casework.READ_CASELOAD, cover_today),
    (Casework.READ_CASELOAD, absences_near),
)
FROM_COLLEAGUES: tuple[Part, ...] = (  # a page of its own for whose home is their day
    snags.ANSWERED,
    (Casework.READ_TRANSFERS, transfers_waiting),
    (Casework.READ_FAMILY_TEAM, teams_around_families),
    (Casework.READ_SUPERVISION, actions_agreed),
)
LEAD_WORKER: tuple[Part, ...] = (
    (Casework.READ_CASELOAD, silent),  # first: nobody else would notice that a person is not spoken with
    snags.ANSWERED,
    (Casework.READ_TRANSFERS, transfers_waiting),
    (Casework.APPROVE_PLAN, plans_to_look_at),
    (Frontdoor.READ_REFERRAL, families_of_mine),
    (Pathways.ACKNOWLEDGE_HANDOVER, handed_to_me),
    (Frontdoor.READ_REFERRAL, routed_to_me),
    (Pathways.RECORD_CHECK_IN, check_ins_to_make),
    (Casework.READ_FAMILY_TEAM, teams_around_families),
    (Casework.READ_HEADROOM, to_allocate),
    (Casework.READ_CASELOAD, cover_today),
    (Casework.READ_SUPERVISION, supervisions_due),
    (Casework.READ_SUPERVISION, actions_agreed),
    (Casework.READ_CASELOAD, absences_near),
)
CLUSTER_MANAGER: tuple[Part, ...] = (
    (Casework.READ_HEADROOM, to_allocate),
    (Casework.READ_CASELOAD, silent),
    (Casework.READ_TRANSFERS, transfers_waiting),
    (Casework.READ_SUPERVISION, supervisions_due),
    (Casework.READ_CASELOAD, absences_near),
    snags.TO_ANSWER,
)
BESIDE: tuple[Part, ...] = ((Casework.READ_HEADROOM, clusters_beside),)
