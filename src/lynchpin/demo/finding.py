"""Partners' extracts arrive, a run is made over the eight clusters, and reviewers begin on its candidates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin.demo.assessing import assess
from lynchpin.demo.assuring import freeze
from lynchpin.demo.doubts import answer_doubts
from lynchpin.demo.ground import ASSESSMENT, READ
from lynchpin.demo.machine import Colleagues
from lynchpin.demo.scoring import agree_on_weights, propose_weights
from lynchpin.demo.staffing import CLUSTERS, DOMAIN
from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.use_cases.decide_candidate import decide_candidate
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.organisations.models import Staff
from lynchpin.profiles.feeding import receive, take_in
from lynchpin.profiles.models import Contribution, LinkedPerson, ProfileRun
from lynchpin.profiles.running import run_profile
from lynchpin.profiles.use_cases.approve_profile_run import approve_profile_run
from lynchpin.profiles.use_cases.contest_fact import contest_fact
from lynchpin_world import Region
from lynchpin_world.feeds.workspace import write_workspace

HALVED = "adult_services"  # the feed whose newest file waits
DECIDED = ("agree", "reject", "agree")


def find(region: Region, colleagues: Colleagues, now: datetime, say: Callable[[str], None]) -> None:
    """Load the extracts, make and approve a run, decide about a few of its candidates; a later run is frozen."""
    with TemporaryDirectory() as folder:
        write_workspace(region, Path(folder), lambda _: None)
        _find(Path(folder) / "extracts", region.as_at, colleagues, now, say)


def _find(extracts: Path, made_on: date, colleagues: Colleagues, now: datetime, say: Callable[[str], None]) -> None:
    sent_at = now - timedelta(days=2)
    with clock.held(sent_at):
        assess(colleagues)
        load_extracts(extracts, made_on - timedelta(days=3), colleagues)
    with clock.held(sent_at + timedelta(hours=1)):  # after the whole one, or it would count as put right
        send_a_broken_file(colleagues)
    say(f"loaded: {len(READ)} partners' extracts, and one that had to be refused")
    agree_on_weights(colleagues, now)
    with clock.held(now - timedelta(days=1)):
        reference = make_run(colleagues, clock.local_date(now))
    with clock.held(now - timedelta(hours=20)):
        approve(colleagues, reference)
        decide_a_few(colleagues)
        contest_a_fact(colleagues)
        answer_doubts(colleagues)
    propose_weights(colleagues, now)
    say(
        "profiled: a run approved, its first candidates decided, a fact contested, doubts answered, a change of weights tried"
    )
    freeze(extracts, colleagues, now)
    say("frozen: a later run over half a school file, which one person has looked into")


def load_extracts(extracts: Path, as_at: date, colleagues: Colleagues) -> None:
    """The file of each feed that is read, by the administrative officer."""
    officer = colleagues.named(f"admin-officer@{DOMAIN}")
    for feed in READ:
        take_in(officer, feed=feed, path=extracts / f"{feed}.csv", as_at=as_at, at=clock.now())
    send_half_a_file(officer, extracts / f"{HALVED}.csv")


def send_half_a_file(officer: Actor, whole: Path) -> None:
    """A newer file with less than half of its rows is stopped, and waits for a second person."""
    lines = whole.read_text("utf-8").splitlines(keepends=True)
    half = whole.with_name(f"half-{whole.name}")
    half.write_text("".join(lines[: len(lines) * 2 // 5]), "utf-8")
    receive(officer, feed=HALVED, path=half, as_at=clock.today(), at=clock.now())


def send_a_broken_file(colleagues: Colleagues) -> None:
    """The housing file comes a second time, with its columns missing."""
    officer = colleagues.named(f"admin-officer@{DOMAIN}")
    with TemporaryDirectory() as folder:
        broken = Path(folder) / "housing.csv"
        broken.write_text("tenancy,rent\n1,2\n", "utf-8")
        try:
            take_in(officer, feed="housing", path=broken, as_at=clock.today(), at=clock.now())
        except Refused:
            return  # kept for the officer to see: that is what it is here for


def make_run(colleagues: Colleagues, today: date) -> str:
    """Commission, make and receive a run."""
    return run_profile(
        colleagues.named(f"profile-owner@{DOMAIN}"),
        impact_assessment=ASSESSMENT,
        cluster_keys=CLUSTERS,
        as_at=today,
    )


def approve(colleagues: Colleagues, reference: str) -> None:
    """A second profile owner approves it."""
    version = ProfileRun.unscoped.get(reference=reference).version
    owner = colleagues.named(f"profile-owner-2@{DOMAIN}")
    approve_profile_run(owner, reference=reference, version=version, at=clock.now())


def decide_a_few(colleagues: Colleagues) -> None:
    """Two families agreed and one not taken further; the others wait for a reviewer."""
    centre = colleagues.named(f"central-support@{DOMAIN}")
    released = Candidate.unscoped.filter(state="released").order_by("pk")[: len(DECIDED)]
    for candidate, decision in zip(list(released), DECIDED, strict=False):
        people = list(LinkedPerson.unscoped.filter(profile_id=candidate.profile_id).order_by("pk"))
        adults = [person.person_key for person in people if person.role == "adult"]
        agreed = decision == "agree" and adults
        decide_candidate(
            centre,
            reference=candidate.reference,
            version=candidate.version,
            decision=decision if agreed else "reject",
            ground="as_shown" if agreed else "helped",
            decision_reason="Read with the school; a visit was wished for." if agreed else "Known, and well supported.",
            stated_reason="We are offering families nearby a chat about what could help." if agreed else "",
            members=[(person.person_key, "") for person in people] if agreed else (),
            first_key=adults[0] if agreed else "",
            at=clock.now(),
        )


def contest_a_fact(colleagues: Colleagues) -> None:
    """A member of a family that waits for a reviewer says that what the school recorded is wrong."""
    centre = colleagues.named(f"central-support@{DOMAIN}")
    waiting = Candidate.unscoped.filter(state="released").values("profile_id")
    facts = Contribution.unscoped.filter(profile_id__in=waiting, kind="fact", feed="education").exclude(person_key="")
    if line := facts.order_by("pk").first():
        contest_fact(
            centre,
            line_id=line.pk,
            claim="wrongly",
            words="They changed school that term, and both schools counted the days.",
            owner=Staff.unscoped.get(pk=centre.staff_id).reference,
            at=clock.now(),
        )
