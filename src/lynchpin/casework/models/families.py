"""A team around the family: who is on it, who of the family agreed, what was found out, and one plan that all of them keep."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.family_words import FamilyActionStatus, FamilyAnswer, FamilyOutcome, FamilyTeamStatus
from lynchpin.casework.models.absences import is_for_cover
from lynchpin.casework.models.cases import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.people.models import READABLE_AFTER_ENDING, Resident, out_of_sight, sight


class FamilyTeamQuerySet(GovernedQuerySet):
    """Teams of the cases that the actor sees, and those that this colleague is on; for 28 days after their end, too."""

    def in_scope(self, actor: Actor) -> Self:
        seen = Q(case_id__in=cases_in_sight(actor)) | self._joined(actor)
        hidden = out_of_sight(actor)
        return self.filter(seen).exclude(resident_id__in=hidden) if hidden else self.filter(seen)

    def _joined(self, actor: Actor) -> Q:
        if actor.staff_id is None:
            return Q(pk__in=())
        on_it = FamilyTeamMember.unscoped.filter(staff_id=actor.staff_id, left_on__isnull=True).values("team_id")
        mine = Q(pk__in=on_it) | Q(lead_id=actor.staff_id) | Q(next_lead_id=actor.staff_id)
        return mine & (Q(closed_on__isnull=True) | Q(closed_on__gte=actor.on - READABLE_AFTER_ENDING))

    def working(self) -> Self:
        return self.exclude(status=FamilyTeamStatus.CLOSED)


class FamilyTeam(Governed):
    """Several agencies around one family, hung on a case, with a lead professional who offers the lead and is never without it.

    `meet_until_on` is the last day for the first meeting; `review_on` the day by which they meet again, once they met.
    """

    reference = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    lead = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    next_lead = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=8, choices=FamilyTeamStatus.choices, default=FamilyTeamStatus.FORMING)
    formed_at = models.DateTimeField()
    formed_by = models.BigIntegerField()
    meet_until_on = models.DateField()
    review_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=18, choices=FamilyOutcome.choices, blank=True)
    outcome_note = models.CharField(max_length=400, blank=True)

    objects = FamilyTeamQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="closed_family_team_says_when_and_how",
                condition=Q(status=FamilyTeamStatus.CLOSED, closed_on__isnull=False) & ~Q(outcome="")
                | Q(closed_on__isnull=True, outcome="") & ~Q(status=FamilyTeamStatus.CLOSED),
            ),
            models.CheckConstraint(
                name="family_team_that_met_says_when_next",
                condition=~Q(status=FamilyTeamStatus.MEETING) | Q(review_on__isnull=False),
            ),
            models.UniqueConstraint(
                name="case_has_one_family_team_at_a_time",
                fields=["case"],
                condition=~Q(status=FamilyTeamStatus.CLOSED),
            ),
        ]


def family_teams_in_sight(actor: Actor) -> Any:
    """Ids of the teams in the actor's scope, as a subquery for what belongs to one."""
    asked = ("casework.family_teams", is_for_cover(actor), sight(actor))
    return actor.remember(asked, lambda: FamilyTeam.objects.visible_to(actor).values("pk"))


class OfFamilyTeamQuerySet(GovernedQuerySet):
    """What is seen with the team, whoever may read its words: who is on it, who agreed, when it met."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(team_id__in=family_teams_in_sight(actor))


class ToldInFamilyTeamQuerySet(OfFamilyTeamQuerySet):
    """What was said in the team: only where notes and needs (F3) are granted."""

    def in_scope(self, actor: Actor) -> Self:
        return super().in_scope(actor) if actor.shows("F3") else self.none()


class FamilyTeamMember(Governed):
    """Somebody of an agency on the team: a colleague with an account, or a name and a role, and no way to reach them."""

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    objects = OfFamilyTeamQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="colleague_is_on_a_family_team_once",
                fields=["team", "staff"],
                condition=Q(left_on__isnull=True, staff__isnull=False),
            )
        ]


class FamilyConsent(Governed):
    """One answer of one member of the family, for themselves. The newest holds; earlier ones stay.

    `able_because` says why somebody under 16 was judged able to answer, by whoever recorded it: words, never a score.
    """

    append_only = True

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    answer = models.CharField(max_length=10, choices=FamilyAnswer.choices)
    told_on = models.DateField()
    able_because = models.CharField(max_length=400, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfFamilyTeamQuerySet.as_manager()


class FamilyAssessment(Governed):
    """A family assessment, strengths first, in the family's words and language; a later one is a new edition.

    `risk_explained` says that the family was told first that a risk to a child is passed on with or without their consent.
    """

    append_only = True

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    edition = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    language = models.CharField(max_length=5)
    risk_explained = models.BooleanField()
    strengths = models.TextField()
    hopes = models.TextField()
    hard_now = models.TextField(blank=True)
    help_wanted = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = ToldInFamilyTeamQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="family_assessment_has_an_edition_once", fields=["team", "edition"]),
            models.CheckConstraint(name="family_is_told_of_risk_first", condition=Q(risk_explained=True)),
        ]


class FamilyVoice(Governed):
    """What one member of the family said in an assessment; shown while they agree."""

    append_only = True

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    assessment = models.ForeignKey(FamilyAssessment, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    words = models.TextField()

    objects = ToldInFamilyTeamQuerySet.as_manager()


class FamilyAction(Governed):
    """One action of the plan: what, who of the team, by which day. Without a `resident` it is for the whole family."""

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    member = models.ForeignKey(FamilyTeamMember, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, null=True)
    what = models.CharField(max_length=400)
    due_on = models.DateField()
    status = models.CharField(max_length=8, choices=FamilyActionStatus.choices, default=FamilyActionStatus.OPEN)
    settled_on = models.DateField(null=True)
    note = models.CharField(max_length=400, blank=True)
    added_at = models.DateTimeField()
    added_by = models.BigIntegerField()

    objects = ToldInFamilyTeamQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="settled_family_action_says_when",
                condition=Q(status=FamilyActionStatus.OPEN, settled_on__isnull=True)
                | Q(settled_on__isnull=False) & ~Q(status=FamilyActionStatus.OPEN),
            )
        ]


class FamilyMeeting(Governed):
    """A meeting: who came, what was agreed, when they meet again. `members_came`, `family_came` are ids of members and residents."""

    append_only = True

    team = models.ForeignKey(FamilyTeam, on_delete=models.PROTECT)
    held_on = models.DateField()
    members_came = models.JSONField(default=list)
    family_came = models.JSONField(default=list)
    agreed = models.TextField()
    review_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = ToldInFamilyTeamQuerySet.as_manager()
