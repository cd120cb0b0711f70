"""See what a run tells of the facts that people contest: gone, changed, or told as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people import names
from lynchpin.profiles.choices import LineKind, NextFact, Verb
from lynchpin.profiles.models import Contribution, FactContest, FamilyProfile, LinkedPerson, ProfileRun


@part
def compare_contests(actor: Actor, *, run_reference: str) -> dict[str, int]:
    """Keep it with each contest whose fact was not seen corrected yet and whose person is in the run. Gives counts.

    Unscoped: whoever receives a run sees no person, and nothing of these is shown to them.
    """
    run = ProfileRun.objects.visible_to(actor).find(reference=run_reference)
    waiting = FactContest.unscoped.filter(next_fact__in=("", NextFact.SAME)).select_for_update().order_by("pk")
    seen: Counter[str] = Counter()
    for contest in waiting:
        if person := _person(run, contest):
            contest.next_fact, contest.compared_run = _next_fact(contest, person), run_reference
            contest.store("next_fact", "compared_run")
            seen[contest.next_fact] += 1
    audit.record(Verb.CONTESTS_COMPARED, None, run=run_reference, **seen)
    return dict(seen)


def _person(run: ProfileRun, contest: FactContest) -> LinkedPerson | None:
    """The person in the run: by their key, or by name and birth date where linking has given them another."""
    profiles = FamilyProfile.unscoped.filter(run_id=run.pk)
    people = LinkedPerson.unscoped.filter(profile_id__in=profiles.values("pk"))
    if same := people.filter(person_key=contest.person_key).first():
        return same
    born = people.filter(birth_date=contest.birth_date) if contest.birth_date else ()
    return next((each for each in born if _alike(each, contest)), None)


def _alike(person: LinkedPerson, contest: FactContest) -> bool:
    return names.fold(f"{person.forename} {person.surname}") == names.fold(contest.person_name)


def _next_fact(contest: FactContest, person: LinkedPerson) -> NextFact:
    lines = Contribution.unscoped.filter(profile_id=person.profile_id, person_key=person.person_key)
    told = lines.filter(kind=LineKind.FACT, factor=contest.factor, feed=contest.feed_id)
    return _compared(contest.evidence_date, told.values_list("evidence_date", flat=True))


def _compared(before: date | None, days: Iterable[date | None]) -> NextFact:
    found = set(days)
    if not found:
        return NextFact.GONE
    return NextFact.SAME if before in found else NextFact.CHANGED
