"""A working region on the embedded database: reference data, synthetic people, two years of service, a profile run, then the site."""

from __future__ import annotations

import argparse
import os
import sys
import time

from lynchpin.demo.scale.sizes import SCALES, Scale

RESIDENTS = 6_000
PASSWORD = "cwm-taf-demo-2026"  # noqa: S105  (every demo has the same; demo accounts exist only in a demo)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--residents", type=int, help="people in the region (default 6,000)")
    parser.add_argument(
        "--scale",
        choices=list(SCALES),
        help="a region of benchmark size instead: 5,000 persons, or copied in PostgreSQL up to 20,000 or 50,000 cases",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same region on the same day")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--fresh", action="store_true", help="begin again from nothing")
    parser.add_argument("--no-serve", action="store_true", help="make the region and stop")


def run(options: argparse.Namespace) -> int:
    os.environ["LYNCHPIN_DEMO"] = "true"
    os.environ.setdefault("LYNCHPIN_DATA_DIR", "data/demo")
    from lynchpin.demo import keeping

    if options.fresh:
        keeping.clear()
    size = SCALES[options.scale] if options.scale else Scale(options.residents or RESIDENTS)
    if refusal := keeping.prepare(size, options.seed, PASSWORD, Progress()):
        print(refusal, file=sys.stderr)
        return 1
    keeping.show_accounts(options.port, PASSWORD)
    return 0 if options.no_serve else keeping.serve(options.port)


class Progress:
    """Says each part with the seconds since the start."""

    def __init__(self) -> None:
        self.began = time.perf_counter()

    def __call__(self, text: str) -> None:
        print(f"{time.perf_counter() - self.began:6.1f} s  {text}", flush=True)
