"""What waits for a colleague, kind by kind, for their digest: the facts of the homes as ids, with nobody's name read.

Each kind is asked under a permission of the room that owns it. Ids are of one kind's own records and leave as a number only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.models import Case, Plan
from lynchpin.desk.queries.files import files_to_put_right
from lynchpin.desk.queries.waiting_from_others import FROM_OTHERS
from lynchpin.frontdoor.choices import BrokeringState, CandidateState, ReferralStatus
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.models import Brokering, Candidate, Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import end_of_day
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read
from lynchpin.notices.choices import DigestKind, NoticeState
from lynchpin.notices.choices import Permission as Notices
from lynchpin.notices.models import Notice
from lynchpin.notices.tellings import WORK
from lynchpin.organisations.choices import Permission as Organisations
from lynchpin.organisations.models import RoleAssignment, SharingAgreement, Staff
from lynchpin.organisations.rules import agreement_state
from lynchpin.pathways.choices import Permission as Pathways
from lynchpin.pathways.models import CheckIn, Handover
from lynchpin.people.choices import Permission as People
from lynchpin.people.models import MergeProposal, ResidentCheck
from lynchpin.profiles.choices import Permission as Profiles
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.models import ProfileRun
from lynchpin.safeguarding.choices import ConcernStatus
from lynchpin.safeguarding.choices import Permission as Safeguarding
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.rules import next_due

Ids = frozenset[int]


def waiting_for(actors: Iterable[Actor], kinds: Iterable[str], now: datetime) -> dict[str, Ids]:
    """Kind -> ids of what waits, under whichever of a colleague's assignments it is their work; a thing counts once."""
    wanted, found = list(kinds), dict[str, Ids]()
    for actor in actors:
        for kind in wanted:
            if actor.may(WORK[kind]) and (ids := FOUND[kind](actor, now)):
                found[kind] = found.get(kind, frozenset()) | ids
    return found


def ids(rows: object) -> Ids:
    """The ids of a scoped queryset."""
    return frozenset(rows.values_list("pk", flat=True))  # type: ignore[attr-defined]


@read(Safeguarding.READ_CONCERNS)
def concerns_due(actor: Actor, now: datetime) -> Ids:
    """Open concerns whose next step is due by the end of today."""
    still_open = Concern.objects.visible_to(actor).exclude(status=ConcernStatus.CLOSED)
    dues = ((row.pk, next_due(row)) for row in still_open)
    return frozenset(pk for pk, due in dues if due and local_date(due.at) <= actor.on)


@read(Casework.READ_CASELOAD)
def cases_new(actor: Actor, now: datetime) -> Ids:
    """On one's own caseload, and nobody has spoken with the person yet."""
    mine = Case.objects.visible_to(actor).open().held_by(actor.staff_id)
    return ids(mine.filter(last_contact_at__isnull=True, next_contact_on__gt=actor.on))


@read(Casework.READ_CASELOAD)
def contacts_due(actor: Actor, now: datetime) -> Ids:
    """On one's own caseload, with the next contact due today or overdue, or without a day."""
    mine = Case.objects.visible_to(actor).open().held_by(actor.staff_id)
    return ids(mine.filter(Q(next_contact_on__lte=actor.on) | Q(next_contact_on__isnull=True)))


@read(Casework.READ_CASE)
def reviews_due(actor: Actor, now: datetime) -> Ids:
    """Cases on one's own caseload whose plan in force is to be looked at again by today."""
    mine = Case.objects.visible_to(actor).open().held_by(actor.staff_id)
    reviews = Plan.objects.visible_to(actor).filter(case_id__in=mine.values("pk")).reviews()
    return frozenset(case_id for case_id, review_on in reviews.items() if review_on <= actor.on)


@read(Pathways.READ_HANDOVER)
def handovers_to_answer(actor: Actor, now: datetime) -> Ids:
    """Handovers to oneself that wait for an answer or for the first visit."""
    return ids(Handover.objects.visible_to(actor).under_way().filter(to_staff_id=actor.staff_id or 0))


@read(Pathways.READ_CHECK_INS)
def check_ins_due(actor: Actor, now: datetime) -> Ids:
    """Check-ins to make today or overdue."""
    return ids(CheckIn.objects.visible_to(actor).to_ask().filter(due_on__lte=actor.on))


@read(Frontdoor.READ_REFERRAL)
def referrals_to_open(actor: Actor, now: datetime) -> Ids:
    """Referrals passed to oneself that wait to become a case."""
    routed = Referral.objects.visible_to(actor).filter(status=ReferralStatus.ROUTED)
    return ids(routed.filter(owner_id=actor.staff_id or 0))


@read(Casework.READ_HEADROOM)
def cases_waiting(actor: Actor, now: datetime) -> Ids:
    """Open cases without a worker."""
    return ids(Case.objects.visible_to(actor).waiting())


@read(Casework.READ_CASELOAD)
def cases_silent(actor: Actor, now: datetime) -> Ids:
    """Open cases in which nobody has spoken with the person for two weeks."""
    return ids(Case.objects.visible_to(actor).silent(actor.on))


@read(Frontdoor.READ_QUEUE)
def decisions_due(actor: Actor, now: datetime) -> Ids:
    """Referrals of the queue whose clock ends today or has ended."""
    return ids(Referral.objects.visible_to(actor).waiting().filter(due_at__lte=end_of_day(actor.on)))


@read(Frontdoor.READ_REFERRAL)
def answers_due(actor: Actor, now: datetime) -> Ids:
    """Providers who were asked and should have answered by the end of today."""
    asked = Brokering.objects.visible_to(actor).filter(state=BrokeringState.ASKED)
    return ids(asked.filter(answer_due_at__lte=end_of_day(actor.on)))


@read(Frontdoor.READ_CANDIDATES)
def families_to_review(actor: Actor, now: datetime) -> Ids:
    """Families released to reviewers."""
    return ids(Candidate.objects.visible_to(actor).filter(state=CandidateState.RELEASED))


@read(People.SETTLE_CHECK)
def checks_asked(actor: Actor, now: datetime) -> Ids:
    """Questions of colleagues whether somebody is known."""
    return ids(ResidentCheck.objects.visible_to(actor).filter(settled_at__isnull=True))


@read(Notices.READ_NOTICES)
def letters_to_check(actor: Actor, now: datetime) -> Ids:
    """Messages that leave only after somebody has read them."""
    return ids(Notice.objects.visible_to(actor).filter(state=NoticeState.WAITING))


@read(Profiles.READ_FEEDS)
def files_refused(actor: Actor, now: datetime) -> Ids:
    """Partners' files that did not load."""
    return frozenset(row.pk for row in files_to_put_right(actor))


@read(Profiles.READ_RUNS)
def runs_waiting(actor: Actor, now: datetime) -> Ids:
    """Runs whose answers came and that nobody has approved."""
    return ids(ProfileRun.objects.visible_to(actor).filter(state=RunState.RECEIVED))


@read(People.MERGE_RESIDENTS)
def merges_waiting(actor: Actor, now: datetime) -> Ids:
    """Proposed merges without a decision."""
    return ids(MergeProposal.objects.visible_to(actor).filter(decided_at__isnull=True))


@read(Organisations.READ_AGREEMENTS)
def agreements_ending(actor: Actor, now: datetime) -> Ids:
    """Sharing agreements that ended or end soon, and were not revoked."""
    rows = SharingAgreement.objects.visible_to(actor).filter(revoked_at__isnull=True)
    return frozenset(row.pk for row in rows if agreement_state(row, actor.on) in ("expiring", "expired"))


@read(Organisations.READ_STAFF)
def colleagues_idle(actor: Actor, now: datetime) -> Ids:
    """Colleagues at work who hold no role."""
    held = RoleAssignment.objects.visible_to(actor).in_force(actor.on).values("staff_id")
    return ids(Staff.objects.visible_to(actor).at_work(actor.on).exclude(pk__in=held))


FOUND: Mapping[str, Callable[[Actor, datetime], Ids]] = {
    DigestKind.CONCERN_DUE: concerns_due,
    DigestKind.CASE_NEW: cases_new,
    DigestKind.CONTACT_DUE: contacts_due,
    DigestKind.REVIEW_DUE: reviews_due,
    DigestKind.HANDOVER_WAITS: handovers_to_answer,
    DigestKind.CHECK_IN_DUE: check_ins_due,
    DigestKind.REFERRAL_TO_OPEN: referrals_to_open,
    DigestKind.CASE_WAITS: cases_waiting,
    DigestKind.CASE_SILENT: cases_silent,
    DigestKind.DECISION_DUE: decisions_due,
    DigestKind.ANSWER_DUE: answers_due,
    DigestKind.FAMILY_TO_REVIEW: families_to_review,
    DigestKind.KNOWN_ASKED: checks_asked,
    DigestKind.LETTER_TO_CHECK: letters_to_check,
    DigestKind.FILE_REFUSED: files_refused,
    DigestKind.RUN_WAITS: runs_waiting,
    DigestKind.MERGE_WAITS: merges_waiting,
    DigestKind.AGREEMENT_ENDS: agreements_ending,
    DigestKind.COLLEAGUE_IDLE: colleagues_idle,
    **FROM_OTHERS,
}
