"""What messages do by the clock: `lynchpin notices digest`, every quarter of an hour. Done again, it tells nobody twice."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    wanted = "write to colleagues what waits for them, once a day or as they chose, and send what is written"
    parser.add_argument("action", choices=["digest"], help=wanted)


def run(options: argparse.Namespace) -> int:
    start()
    from lynchpin.desk.jobs import write_digests
    from lynchpin.kernel import clock
    from lynchpin.notices.jobs import send_digests

    print(f"{write_digests(at=clock.now())} written.")
    sent = send_digests(at=clock.now())
    print(f"{sent.left} sent, {sent.failed} not taken by the mail server.")
    return 1 if sent.failed else 0
