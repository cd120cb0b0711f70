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
            print(f"{' '.join(row['methods']):14} {row['path']:60} {row['name']:40} {row['permission']}")
    return 0


def routes() -> Iterator[dict[str, Any]]:
    """Methods, path, name, permission (or "public") and what is opened, of each route. HEAD goes with GET and is not told."""
    from django.urls import get_resolver

    yield from _below(get_resolver().url_patterns, "/", "")


def _below(patterns: list[Any], path: str, namespace: str) -> Iterator[dict[str, Any]]:
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _below(pattern.url_patterns, here, inner)
        else:
            page = pattern.callback
            yield {
                "methods": _methods(page),
                "path": here,
                "name": f"{namespace}{pattern.name}",
                "permission": str(getattr(page, "permission", "public")),
                "opens": getattr(page, "opens", ""),
            }


def _methods(page: Any) -> list[str]:
    """What the door takes and does not answer with 405; a library's page says it as a class."""
    named = page.view_class.http_method_names if hasattr(page, "view_class") else page.methods
    return [method.upper() for method in named if method.upper() != "HEAD"]
