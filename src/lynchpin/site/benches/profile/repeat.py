"""The same workspace, settings, seed and day give the same content hash on repeat runs and any number of threads."""

from __future__ import annotations

from pathlib import Path

from lynchpin.site.benches.processes import Ran
from lynchpin.site.benches.profile.finding import Asked, Found, Promise
from lynchpin.site.benches.profile.races import ours, said, twin, workspace

RESIDENTS = 30_000
THREADS = (1, 2, 4)
SAME = Promise(
    "content_hash on repeat runs and with 1, 2 and 4 threads, each run training its own model", "one and the same"
)
PROMISES = (SAME,)


def measure(asked: Asked) -> tuple[Found, ...]:
    """Run copies of one workspace."""
    with workspace(asked.people(RESIDENTS), asked.seed) as folder:
        again = [ours(twin(folder, f"again-{each}")) for each in (1, 2)]
        threaded = {threads: with_threads(twin(folder, f"threads-{threads}"), threads) for threads in THREADS}
    hashes = {str(said(ran)["content_hash"]) for ran in [*again, *threaded.values()]}
    figure = (
        f"{len(hashes)} content hash in {len(again) + len(threaded)} runs: {'held' if len(hashes) == 1 else 'NOT held'}"
    )
    times = ", ".join(f"{threads} threads {ran.seconds:.1f} s" for threads, ran in threaded.items())
    return (Found(SAME, figure, "", f"{asked.people(RESIDENTS):,} people; {times}"),)


def with_threads(folder: Path, threads: int) -> Ran:
    """Profile a workspace whose profile grants so many threads."""
    with (folder / "profile.toml").open("a", encoding="utf-8") as profile:
        profile.write(f"\n[resources]\nthreads = {threads}\n")
    return ours(folder)
