"""Walks a demo as each of its people and counts statements: `python -m lynchpin.site.benches.page_walk` prints them as JSON.

A person goes by links alone, so a page is opened only where the service itself leads. Of each address one example is
opened. An address that names a record is a detail page; of one that does not, the page is a list.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from http import HTTPStatus
from typing import Any

from lynchpin.site.commands import start
from lynchpin.site.commands.serve import collect_static

LINK = re.compile(r'href="([^"]+)"')
PERSON = re.compile(r'name="reference" value="([^"]+)".*?Enter as ([^<]+?) ?(?:\(|<)', re.DOTALL)
OURS = re.compile(r"/(?!/|static/)")
HOME, DOOR = "/desk/", "/sign-in/"
BEGINNINGS = (HOME, "/scorecard/")  # a role without a home is led to the public scorecard
BESIDE = ("account_logout", "account_login", "demo_sign_in")
NOT_COUNTED = re.compile(
    r"django_session|organisations_(account|staff|roleassignment|reach)\b|kernel_access|cache_rows|^(BEGIN|COMMIT|SAVEPOINT|RELEASE)"
)


def main() -> int:
    start()
    collect_static()
    rows = [row for reference, name in everyone() for row in walked(reference, name)]
    sys.stdout.write(json.dumps(rows) + "\n")
    return 0


def everyone() -> list[tuple[str, str]]:
    """Reference and name of each person who has an entry by one press."""
    from django.test import Client

    return PERSON.findall(Client(SERVER_NAME="localhost").get(DOOR).content.decode())


def walked(reference: str, name: str) -> Iterator[dict[str, Any]]:
    """What each page that a person can reach by links needs, one example of each."""
    from django.test import Client

    browser = Client(SERVER_NAME="localhost")
    browser.post("/sign-in/demo/", {"reference": reference})
    seen, waiting = set(BESIDE), list(BEGINNINGS)
    for path in waiting:
        page = named(path)
        if page and page[0] not in seen:
            seen.add(page[0])
            answer, statements = opened(browser, path)
            if answer.status_code == HTTPStatus.OK:
                yield {"person": name, "page": page[0], "kind": page[1], "statements": statements}
                waiting += links(answer)


def opened(browser: Any, path: str) -> tuple[Any, int]:
    """A page, and the statements that it needed of its own. A page opened before has its caches."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser.get(path)
    with CaptureQueriesContext(connection) as said:
        answer = browser.get(path)
    return answer, sum(NOT_COUNTED.search(query["sql"]) is None for query in said.captured_queries)


def named(path: str) -> tuple[str, str] | None:
    """The page at an address and its kind; None where there is none."""
    from django.urls import Resolver404, resolve

    try:
        found = resolve(path.split("?")[0])
    except Resolver404:
        return None
    kind = "detail" if found.kwargs else "home" if path == HOME else "list"
    return found.view_name, kind


def links(answer: Any) -> list[str]:
    """Addresses of our own that a page leads to; none from a file."""
    if not answer.headers["Content-Type"].startswith("text/html"):
        return []
    return [unescape(address) for address in LINK.findall(answer.content.decode()) if OURS.match(address)]


if __name__ == "__main__":
    sys.exit(main())
