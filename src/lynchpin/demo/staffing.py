"""The people of the service: every role of the access table, and the posts of each cluster. None of them is real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lynchpin.demo.machine import Colleagues, machine
from lynchpin.kernel import clock
from lynchpin.organisations.use_cases.add_account import add_account
from lynchpin.organisations.use_cases.assign_role import assign_role

DOMAIN = "demo.lynchpin.example"
CLUSTERS = (
    "porth",
    "taf_west",
    "lower_cynon",
    "upper_cynon",
    "upper_rhondda_fach",
    "upper_rhondda_fawr",
    "mid_rhondda",
    "pontypridd",
)
WORKERS_IN_A_CLUSTER = 4
COUNCIL = "rhondda_cynon_taf"
NAMES = (
    "Eleri Vaughan", "Gethin Probert", "Nerys Cadogan", "Idris Penry", "Bethan Maddocks", "Dylan Trahearne", "Carys Gwyther",
    "Emlyn Beynon", "Lowri Prothero", "Huw Meyrick", "Sioned Rosser", "Aled Blainey", "Mair Gethin", "Rhodri Pugh-Hughes",
    "Angharad Sayce", "Iestyn Havard", "Catrin Bowen-Reed", "Owain Prydderch", "Delyth Mabey", "Steffan Goronwy",
    "Elin Cadwgan", "Macsen Tudor", "Gwenno Yorath", "Ifan Ellaway", "Heledd Kemeys", "Tomos Arthen", "Non Gwilt",
    "Llew Bebb", "Ffion Tranter", "Gwilym Jarman", "Esyllt Raglan", "Bryn Cantlay", "Megan Duppa", "Osian Hoddell",
    "Tegwen Walbeoff", "Deio Parselle", "Myfi Scudamore", "Hedd Brydges", "Swyn Tregoning", "Cai Landeg", "Beca Froude",
    "Eira Whatcombe", "Rhun Sandilands", "Mali Corfield", "Elis Dallaway", "Nel Ashenford", "Gruff Longmire", "Anest Hebblethwaite",
    "Jac Winterbourne", "Lili Summerscale", "Efa Thackeray", "Twm Oldacre", "Cadi Fairbrother", "Emrys Goodyear",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """A colleague to be: the account is `<code>@demo…`; `shown` ones are entered by one press."""

    code: str
    role: str
    reach: Mapping[str, Sequence[str]] = field(default_factory=dict)
    organisation: str = COUNCIL
    speaks_welsh: bool = False
    caseload_limit: int = 100
    works_percent: int = 100
    shown: bool = True


def posts() -> Iterator[Post]:
    """Every post of the region."""
    yield from _central()
    for place, pair in enumerate(zip(CLUSTERS[::2], CLUSTERS[1::2], strict=True), start=1):
        yield Post(_numbered("cluster-manager", place), "cluster-manager", {"cluster": pair}, shown=place <= 2)
    for place, cluster in enumerate(CLUSTERS, start=1):
        yield Post(_numbered("lead-worker", place), "lead-worker", {"cluster": (cluster,)}, shown=place <= 2)
        yield from _workers(place, cluster)


def _central() -> Iterator[Post]:
    for role in ("central-support", "admin-officer", "profile-owner"):
        yield Post(role, role, speaks_welsh=True)
        yield Post(f"{role}-2", role, shown=role == "profile-owner")
    for role in ("data-protection-officer", "head-of-service", "safeguarding-lead", "system-admin"):
        yield Post(role, role)
    for role in ("analyst", "board-member", "scrutiny-member"):
        yield Post(role, role)
    yield Post("zone-coordinator", "zone-coordinator", {"zone": ("upper_rhondda_fach_zone",)})
    yield Post("zone-coordinator-2", "zone-coordinator", {"zone": ("gurnos",)})
    yield Post("referrer", "referrer", organisation="school")
    yield Post("referrer-2", "referrer", organisation="housing_association")


def _workers(place: int, cluster: str) -> Iterator[Post]:
    """Four a cluster; the first of the first two clusters are shown. One holds few cases, one is half time, one is new."""
    for number in range(1, WORKERS_IN_A_CLUSTER + 1):
        shown = number == 1 and place <= 2
        code = worker_code(place, number)
        limit, percent = {2: (24, 100), 3: (100, 50)}.get(number, (100, 100))
        yield Post(
            code,
            "engagement-worker",
            {"cluster": (cluster,)},
            speaks_welsh=(place + number) % 3 == 0,
            caseload_limit=limit,
            works_percent=percent,
            shown=shown,
        )


def worker_code(place: int, number: int) -> str:
    """The code of a cluster's first, second, third or fourth engagement worker; clusters and workers count from 1."""
    return _numbered("engagement-worker", place) if number == 1 else f"engagement-worker-{place}{number}"


def _numbered(role: str, place: int) -> str:
    return role if place == 1 else f"{role}-{place}"


def hire(password_hash: str, since: date) -> Colleagues:
    """Add every colleague and grant each one role; all share one password, as this is a demo."""
    colleagues = Colleagues()
    admin, officer = machine("system-admin"), machine("data-protection-officer")
    for name, post in zip(_names(), posts(), strict=False):
        email = f"{post.code}@{DOMAIN}"
        staff_id = add_account(
            admin,
            email=email,
            name=name,
            organisation=post.organisation,
            speaks_welsh=post.speaks_welsh,
            caseload_limit=post.caseload_limit,
            works_percent=post.works_percent,
            password_hash=password_hash,
            is_demo=post.shown,
            at=clock.now(),
        )
        colleagues.add(
            email, staff_id, assign_role(officer, staff_id=staff_id, role=post.role, from_on=since, reach=post.reach)
        )
    return colleagues


def _names() -> Iterator[str]:
    yield from NAMES
    yield from (f"{first.split()[0]} {last.split()[-1]}" for first, last in zip(NAMES, NAMES[7:], strict=False))
