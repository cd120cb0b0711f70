"""Contest a fact on a person's behalf: it goes to its source, with an owner here and a day by which it is answered."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.profiles import rules
from lynchpin.profiles.choices import ContestState, Permission, RunState, Verb
from lynchpin.profiles.models import Contribution, FactContest, FamilyProfile, LinkedPerson, ProfileRun


@use_case(Permission.CONTEST_FACT)
def contest_fact(actor: Actor, *, line_id: int, claim: str, words: str, owner: str, at: datetime) -> str:
    """Take down what a person says is wrong with one line of an approved run. Gives the contest's reference.

    `owner` is the reference of the colleague who puts it to the partner. Raises `NotFound` for a line out of sight.
    """
    line = Contribution.objects.visible_to(actor).find(pk=line_id)
    profile = FamilyProfile.objects.visible_to(actor).find(pk=line.profile_id)
    run = ProfileRun.objects.visible_to(actor).find(pk=profile.run_id, state=RunState.APPROVED)
    waiting = FactContest.objects.visible_to(actor).filter(state=ContestState.OPEN, feed_id=line.feed)
    contested = waiting.filter(person_key=line.person_key, factor=line.factor).exists()
    refuse_if(rules.why_not_contest_fact(line, contested=contested))
    person = LinkedPerson.objects.visible_to(actor).find(profile_id=profile.pk, person_key=line.person_key)
    contest = FactContest(
        reference=references.draw("G"),
        run_reference=run.reference,
        profile_id=profile.pk,
        family_key=profile.family_key,
        cluster_key=profile.cluster_key,
        person_key=person.person_key,
        person_name=f"{person.forename} {person.surname}".strip(),
        birth_date=person.birth_date,
        feed_id=line.feed,
        factor=line.factor,
        evidence_date=line.evidence_date,
        claim=claim,
        words=words,
        contested_at=at,
        contested_by=actor.staff_id,  # type: ignore[misc]
        owner=Staff.objects.visible_to(actor).at_work(local_date(at)).find(reference=owner),
        due_on=rules.answer_due(local_date(at)),
    )
    save_first(contest, otherwise=Reason("fact_contested_already"))
    audit.record(Verb.FACT_CONTESTED, contest, feed=line.feed, factor=line.factor, claim=claim, due_on=contest.due_on)
    return contest.reference
