"""Benchmarks: each module here measures one promise on this machine and says what it found.

Seconds depend on the machine, so they are shown beside its facts and never asserted in a test. A bench works in
temporary folders and throwaway databases; it never touches the service's own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One promise: what must hold, the command that shows it, what was found, and what a reader must know beside it."""

    line: str
    command: str
    figure: str
    note: str = ""
