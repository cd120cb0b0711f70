"""What tests need of profiles, made by its use cases: agreed feeds, and files to load into them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Staff
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from lynchpin.profiles.feeding import receive, take_in
from lynchpin.profiles.models import (
    Contribution,
    FactContest,
    FamilyProfile,
    Feed,
    ImpactAssessment,
    LinkDecision,
    LinkDoubt,
    ProfileRun,
    ProfilingStop,
    RunFreeze,
)
from lynchpin.profiles.use_cases.answer_contest import answer_contest
from lynchpin.profiles.use_cases.approve_profile_run import approve_profile_run
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run
from lynchpin.profiles.use_cases.confirm_impact_assessment import confirm_impact_assessment
from lynchpin.profiles.use_cases.contest_fact import contest_fact
from lynchpin.profiles.use_cases.decide_link import decide_link
from lynchpin.profiles.use_cases.declare_feed import declare_feed
from lynchpin.profiles.use_cases.end_impact_assessment import end_impact_assessment
from lynchpin.profiles.use_cases.lift_freeze import lift_freeze
from lynchpin.profiles.use_cases.look_into_freeze import look_into_freeze
from lynchpin.profiles.use_cases.propose_resuming import propose_resuming
from lynchpin.profiles.use_cases.receive_profile_run import receive_profile_run
from lynchpin.profiles.use_cases.record_impact_assessment import record_impact_assessment
from lynchpin.profiles.use_cases.resume_profiling import resume_profiling
from lynchpin.profiles.use_cases.stop_profiling import stop_profiling
from lynchpin.profiles.workspaces import folder_of
from tests.world import profiled
from tests.world.staff import machine

Told = Callable[[str], list[dict[str, Any]]]  # feed -> its rows
COLUMNS = {
    "record_id": "ref",
    "forename": "first",
    "surname": "last",
    "birth_date": "born",
    "address": "home",
    "postcode": "pcode",
    "upn": "pupil",
    "updated_on": "changed",
}
FACTS = {"attendance": "att", "attendance_previous": "att_before", "exclusions": "excl", "term_ended_on": "term_end"}
ASSESSMENT = "DPIA-2026-04"
AGREED = (*COLUMNS, *FACTS)
PUPIL = {
    "ref": "P1",
    "first": "Mali",
    "last": "Prosser",
    "born": "2014-02-03",
    "home": "4 Heol Las",
    "pcode": "CF40 1AA",
}


class ProfilesWorld:
    """`world.feed()`, `world.extract(rows)`, `world.commissioner` and `world.approver`."""

    @cached_property
    def admin_officer(self) -> Actor:
        return self.actor("admin-officer")

    @cached_property
    def commissioner(self) -> Actor:
        return self.actor("profile-owner", name="Commissioner")

    @cached_property
    def approver(self) -> Actor:
        return self.actor("profile-owner", name="Approver")

    def feed(self, key: str = "education", *, agreed: bool = True, **given: Any) -> str:
        """A declared feed, under an agreement in force unless `agreed` is False."""
        facts = {"partner": "school", "cadence_days": 31, "trust": Decimal("0.8"), "columns": COLUMNS, "facts": FACTS}
        facts |= {"name_en": key.title(), "name_cy": key.title()} | given
        declare_feed(machine("profile-owner"), key=key, **facts)
        if agreed:
            self.agreement(key)
        return key

    def agreement(self, feed: str = "education", **given: Any) -> str:
        """An agreement for a feed, by default in force for a year either side of today."""
        today = clock.today()
        facts = {
            "kind": "disclosure",
            "partner": "school",
            "purposes": ["early_help"],
            "fields": list(AGREED),
            "legal_basis": ["uk-gdpr-6-1-e"],
            "starts_on": today - timedelta(days=365),
            "ends_on": today + timedelta(days=365),
            "review_on": today + timedelta(days=300),
        } | given
        return sign_agreement(self.data_protection_officer, feed=feed, at=clock.now(), **facts)

    def file(self, rows: Sequence[Mapping[str, Any]] | None = None, *, name: str = "pupils.csv") -> Path:
        """A partner's CSV with its own column names; cells that a row does not give are empty."""
        path = Path(mkdtemp()) / name
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, [*COLUMNS.values(), *FACTS.values()], restval="")
            writer.writeheader()
            writer.writerows(rows if rows is not None else [PUPIL])
        return path

    def extract(
        self, rows: Sequence[Mapping[str, Any]] | None = None, *, feed: str = "education", as_at: date | None = None
    ) -> str:
        """A loaded extract; gives its reference."""
        day = as_at or clock.today()
        return take_in(self.admin_officer, feed=feed, path=self.file(rows), as_at=day, at=clock.now())

    def waiting_file(self, rows: Sequence[Mapping[str, Any]] | None = None) -> str:
        """An education file that was read and waits to be accepted; gives its reference."""
        path = self.file(rows)
        return receive(self.admin_officer, feed="education", path=path, as_at=clock.today(), at=clock.now())

    def stopped_file(self) -> str:
        """The same, with more bad rows than its feed may have."""
        return self.waiting_file([*pupils(8), PUPIL | {"ref": "P99", "born": "2014-02-30"}])

    # runs

    def street(self, rows: Told = profiled.rows) -> None:
        """Three feeds about a street of families, loaded; all but one family live in Porth."""
        areas = {profiled.postcode(n): self.IN_PORTH for n in range(profiled.FAMILIES) if n != profiled.OUTSIDE}
        load_postcodes(machine("system-admin"), areas=areas | {profiled.postcode(profiled.OUTSIDE): self.OUTSIDE})
        for feed, facts in profiled.TOLD.items():
            same = {name: name for name in (*profiled.WHO, *facts)}
            columns, told = ({name: same[name] for name in names} for names in (profiled.WHO, facts))
            self.feed(feed, agreed=False, columns=columns, facts=told)
            self.agreement(feed, fields=list(same))
            self.sent(feed, list(same), rows(feed))

    def sent(self, feed: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
        """A file of a feed of the street, loaded."""
        path = profiled.write_csv(Path(mkdtemp()) / f"{feed}.csv", columns, rows)
        take_in(self.admin_officer, feed=feed, path=path, as_at=clock.today(), at=clock.now())

    def assessment(self, **given: Any) -> str:
        """An impact assessment for Porth that waits to be confirmed; gives its reference."""
        today = clock.today()
        facts = {
            "number": ASSESSMENT,
            "title": "Early help by profiling",
            "answerable": Staff.unscoped.get(pk=self.head_of_service.staff_id).reference,
            "decided_on": today - timedelta(days=30),
            "review_on": today + timedelta(days=180),
            "purposes": ["Early help before the summer", "Early help"],
            "cluster_keys": ["porth"],
            "document_place": "Records, volume 4",
        } | given
        return record_impact_assessment(self.commissioner, at=clock.now(), **facts)

    def assessed(self, **given: Any) -> str:
        """An impact assessment in force; gives its reference."""
        reference = self.assessment(**given)
        confirm_impact_assessment(self.data_protection_officer, reference=reference, version=1, at=clock.now())
        return reference

    def ended_assessment(self, reference: str) -> None:
        """The same, ended."""
        version = ImpactAssessment.unscoped.get(reference=reference).version
        facts = {"reference": reference, "version": version, "ending": "use_ended"}
        end_impact_assessment(self.commissioner, at=clock.now(), **facts)

    def stopped(self, actor: Actor | None = None) -> ProfilingStop:
        """Profiling, stopped."""
        facts = {"reason": "harm", "words": "A worker saw something that cannot be right."}
        reference = stop_profiling(actor or self.head_of_service, at=clock.now(), **facts)
        return ProfilingStop.unscoped.get(reference=reference)

    def proposed_to_go_on(self, actor: Actor | None = None) -> ProfilingStop:
        """The same, and one person proposes to go on."""
        stop = self.stopped()
        told = {"reference": stop.reference, "version": stop.version, "proposal": "The feed was put right."}
        propose_resuming(actor or self.commissioner, at=clock.now(), **told)
        return ProfilingStop.unscoped.get(pk=stop.pk)

    def resumed(self) -> None:
        """The same, and another person let it go on."""
        stop = self.proposed_to_go_on()
        officer = self.data_protection_officer
        resume_profiling(officer, reference=stop.reference, version=stop.version, at=clock.now())

    def commissioned_run(self, **given: Any) -> str:
        """A run over Porth, commissioned; by default over feeds that are declared if they are not yet."""
        if not Feed.unscoped.exists():
            self.feed()
            self.extract()
        if not ImpactAssessment.unscoped.exists():
            self.assessed()
        facts = {
            "purpose": "Early help before the summer",
            "impact_assessment": ASSESSMENT,
            "cluster_keys": ["porth"],
            "as_at": profiled.AS_AT,
        } | given
        return commission_profile_run(self.commissioner, at=clock.now(), **facts)

    def received_run(self, *, rows: Told = profiled.rows, **given: Any) -> str:
        """A run whose answers, really made, were received and wait for approval."""
        self.street(rows) if not Feed.unscoped.exists() else None
        reference = self.commissioned_run(**given)
        profiled.copy_finished_run(folder_of(reference), rows)
        return receive_profile_run(self.commissioner, reference=reference, at=clock.now())

    def frozen_run(self) -> RunFreeze:
        """A run whose files were so late when its answers came that it is frozen."""
        self.street()
        reference = self.commissioned_run()
        profiled.copy_finished_run(folder_of(reference))
        receive_profile_run(self.commissioner, reference=reference, at=clock.now() + timedelta(days=80))
        return RunFreeze.unscoped.get()

    def freeze_looked_into(self, actor: Actor | None = None) -> RunFreeze:
        """The same, and one person has looked."""
        frozen = self.frozen_run()
        told = {"reference": frozen.reference, "version": frozen.version, "words": "The files come again in autumn."}
        look_into_freeze(actor or self.head_of_service, at=clock.now(), **told)
        return RunFreeze.unscoped.get()

    def freeze_lifted(self) -> RunFreeze:
        """The same, and another person lifted it."""
        frozen = self.freeze_looked_into()
        told = {"reference": frozen.reference, "version": frozen.version, "words": "Nothing else differs."}
        lift_freeze(self.data_protection_officer, at=clock.now(), **told)
        return RunFreeze.unscoped.get()

    def approved_run(self, **given: Any) -> str:
        """A run that a second person approved."""
        reference = self.received_run(**given)
        version = ProfileRun.unscoped.get(reference=reference).version
        return approve_profile_run(self.approver, reference=reference, version=version, at=clock.now())

    # records in doubt

    def doubted_run(self) -> str:
        """A received run that doubts four pairs of records: those of three children among themselves, and a grown-up's two."""
        return self.received_run(rows=profiled.doubted_rows)

    def doubt(self, *records: str) -> LinkDoubt:
        """The doubt of the newest run about two records, by their numbers; by default of the grown-up's."""
        if not LinkDoubt.unscoped.exists():
            self.doubted_run()
        wanted = set(records or ("HOX1", "HOX2"))
        doubts = LinkDoubt.unscoped.order_by("-pk")
        return next(each for each in doubts if {each.record_id_l, each.record_id_r} == wanted)

    def answered_link(self, doubt: LinkDoubt | None = None, by: Actor | None = None, **given: Any) -> LinkDecision:
        """A doubt with an answer; by default the grown-up's, as two people."""
        asked = doubt or self.doubt()
        told = {"answer": "different", "why": "records", "words": "Two homes, and two birth dates."} | given
        facts = {"reference": asked.reference, "version": asked.version, "at": clock.now()} | told
        return LinkDecision.unscoped.get(reference=decide_link(by or self.central, **facts))

    def child_joined(self) -> LinkDecision:
        """An answer that two children's records are of one child, which waits for a second look."""
        return self.answered_link(self.doubt("EDX1", "CHX1"), answer="same", words="One child by two names.")

    @cached_property
    def second_central(self) -> Actor:
        return self.actor("central-support", name="Second")

    def line_to_contest(self, profile_id: int = 0) -> Contribution:
        """What a partner recorded about one person: of a profile, or the first absence from school of the newest run."""
        facts = Contribution.unscoped.filter(kind="fact").exclude(person_key="").exclude(feed="").order_by("pk")
        if profile_id:
            return facts.filter(profile_id=profile_id).first()
        run = ProfileRun.unscoped.order_by("-pk").first()
        profiles = FamilyProfile.unscoped.filter(run=run)
        return facts.filter(profile_id__in=profiles.values("pk"), factor="ED1").first()

    def contested(self, line: Contribution | None = None, **given: Any) -> FactContest:
        """A fact of an approved run that a person says is wrong."""
        if line is None and not ProfileRun.unscoped.filter(state="approved").exists():
            self.approved_run()
        owner = Staff.unscoped.get(pk=self.central.staff_id).reference
        facts = {"claim": "not_so", "words": "She was in hospital that term.", "owner": owner} | given
        line_id = (line or self.line_to_contest()).pk
        reference = contest_fact(self.central, line_id=line_id, at=clock.now(), **facts)
        return FactContest.unscoped.get(reference=reference)

    def answered_contest(self, **given: Any) -> FactContest:
        """The same, and its source has answered."""
        contest = self.contested()
        told = {"answer": "corrected", "answer_words": "The code was wrong.", "answerer": "Attendance officer"}
        told |= {"reference": contest.reference, "version": contest.version, "answered_on": clock.today()} | given
        answer_contest(self.central, at=clock.now(), **told)
        return FactContest.unscoped.get(pk=contest.pk)

    def profile_in_need(self) -> FamilyProfile:
        """The family of the newest run with the most against it."""
        return FamilyProfile.unscoped.order_by("-run_id", "-vulnerability").first()


def pupils(count: int, **changes: Any) -> list[dict[str, Any]]:
    """Rows of pupils who differ by number."""
    return [PUPIL | {"ref": f"P{n}", "first": f"Mali{n}"} | changes for n in range(1, count + 1)]
