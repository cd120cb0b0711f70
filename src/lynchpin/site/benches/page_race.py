"""Times the pages of every day beside the least that a page costs: `python -m lynchpin.site.benches.page_race SCALE` prints JSON.

It makes a demo of that scale in its own database first, serves it as the service is served, and asks for each page and
for the bench page in turn, one after another.
"""

from __future__ import annotations

import http.client
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from http import HTTPStatus
from statistics import median
from typing import Any

from lynchpin.site.benches.page_walk import opened
from lynchpin.site.benches.processes import free_port, program, run, seconds_until, started
from lynchpin.site.commands import start
from lynchpin.site.commands.serve import collect_static

REQUESTS, ROUNDS = 200, 5
PATIENCE = 60
FLOOR, QUEUE, HOME = "/bench/", "/frontdoor/queue/", "/desk/"
OVERVIEW = re.compile(r'href="(/desk/people/[^"/]+/)"')
COORDINATOR, WORKER = "central-support@demo.lynchpin.example", "engagement-worker@demo.lynchpin.example"
SIGNED_IN_BY = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class Pace:
    """A page: statements of its own, and its p50 beside the bench page's, both in milliseconds, median of all rounds."""

    page: str
    statements: int
    ratio: float
    own: float
    floor: float


def main() -> int:
    run([program("lynchpin"), "demo", "--scale", sys.argv[1], "--no-serve"])
    start()
    collect_static()
    port = free_port()
    with started(served(port)) as service:
        seconds_until(service, port, "/healthz", PATIENCE)
        found = [asdict(pace) for pace in paces(port)]
    sys.stdout.write(json.dumps({"sizes": sizes(), "pages": found}) + "\n")
    return 0


def served(port: int) -> list[str]:
    """The command that serves as `lynchpin serve` does, without the jobs."""
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    return [
        *granian,
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--log-level",
        "warning",
        "lynchpin.site.wsgi:application",
    ]


def paces(port: int) -> Iterator[Pace]:
    """The co-ordinator's queue, the worker's day, and the overview of the first person on it."""
    centre, worker = signed_in(COORDINATOR), signed_in(WORKER)
    day = worker.get(HOME).content.decode()
    person = OVERVIEW.search(day)
    yield pace("the co-ordinator's queue", centre, QUEUE, port)
    yield pace("the worker's day", worker, HOME, port)
    if person:
        yield pace("a person's overview", worker, person[1], port)


def signed_in(email: str) -> Any:
    """A browser of a colleague."""
    from django.test import Client

    from lynchpin.organisations.models import Account

    browser = Client(SERVER_NAME="localhost")
    browser.force_login(Account.objects.get(email=email), backend=SIGNED_IN_BY)
    return browser


def pace(name: str, browser: Any, path: str, port: int) -> Pace:
    """One page: its statements, counted in this process, and its time over the wire beside the bench page's."""
    answer, statements = opened(browser, path)
    if answer.status_code != HTTPStatus.OK:
        raise LookupError(f"{path} answered {answer.status_code}")
    cookie = f"sessionid={browser.cookies['sessionid'].value}"
    rounds = [(p50(port, FLOOR, cookie), p50(port, path, cookie)) for _ in range(ROUNDS)]
    ratio = median(own / floor for floor, own in rounds)
    floor, own = (1000 * median(column) for column in zip(*rounds, strict=True))
    return Pace(name, statements, ratio, own, floor)


def p50(port: int, path: str, cookie: str) -> float:
    """Seconds of the middle one of many requests, one after another on one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        return median(seconds(connection, path, cookie) for _ in range(REQUESTS))
    finally:
        connection.close()


def seconds(connection: http.client.HTTPConnection, path: str, cookie: str) -> float:
    """How long one answer took, to its last byte."""
    began = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != HTTPStatus.OK:
        raise LookupError(f"{path} answered {answer.status}")
    return time.perf_counter() - began


def sizes() -> dict[str, int]:
    """How large the region is."""
    from lynchpin.casework.models import Case, Contact
    from lynchpin.people.models import Resident
    from lynchpin.profiles.models import LinkedPerson

    kept = {"persons": Resident, "linked persons": LinkedPerson, "cases": Case, "contacts": Contact}
    return {name: model.unscoped.count() for name, model in kept.items()}


if __name__ == "__main__":
    sys.exit(main())
