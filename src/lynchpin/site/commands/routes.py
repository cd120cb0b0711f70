"""Every address, with its page, its permission and what it opens."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    start()
    rows = list(routes())
    if options.json:
        print(json.dumps(rows, indent=1))
    else:
        for row in rows:
            print(f"{row['path']:60} {row['name']:40} {row['permission']}")
    return 0


def routes() -> Iterator[dict[str, str]]:
    """Path, name, permission (or "public") and what is opened, of each route."""
    from django.urls import get_resolver

    yield from _below(get_resolver().url_patterns, "/", "")


def _below(patterns: list[Any], path: str, namespace: str) -> Iterator[dict[str, str]]:
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _below(pattern.url_patterns, here, inner)
        else:
            page = pattern.callback
            permission = str(getattr(page, "permission", "public"))
            yield {
                "path": here,
                "name": f"{namespace}{pattern.name}",
                "permission": permission,
                "opens": getattr(page, "opens", ""),
            }
