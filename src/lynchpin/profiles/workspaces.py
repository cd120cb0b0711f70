"""A run's working folder: its profile, what profiling makes of it, and what is left when the answer was received."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.profiles.editions import SHIPPED_NUMBER, Scoring, shipped
from lynchpin_vrp import Decision, read_workspace, run, write_decisions
from lynchpin_vrp import Refused as Unworkable

PHASES = ("sources", "clean", "link", "families", "features", "score", "write")
RULES_KEPT = ("amber", "red", "medium", "high", "near", "vulnerability_cap", "protection_cap")
KEPT = "kept"  # evidence without names, on which a change of the scoring is tried
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RunFeed:
    """A feed as a run reads it: our own column names, and no path where nothing may be read."""

    key: str
    path: Path | None
    columns: tuple[str, ...]
    facts: tuple[str, ...]
    trust: float


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def folder_of(reference: str) -> Path:
    return _runs() / reference


def every_folder() -> list[Path]:
    """What there is of any run."""
    return sorted(_runs().iterdir()) if _runs().is_dir() else []


def _runs() -> Path:
    return Path(settings.DATA_DIR) / "runs"


def write_profile(
    folder: Path,
    feeds: Sequence[RunFeed],
    as_at: date,
    scoring: Scoring | None = None,
    decisions: Sequence[Decision] = (),
) -> None:
    """Write `profile.toml`, by default with the scoring as shipped, and what people decided about records beside it.

    Columns were renamed when extracts were kept, so every name maps to itself.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"as_at = {as_at.isoformat()}", *(line for feed in feeds for line in _feed_lines(feed))]
    lines += _scoring_lines(scoring or shipped())
    (folder / "profile.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_decisions(folder / "state" / "decisions.csv", decisions)


def make(folder: Path, progress: Progress = silent) -> None:
    """Run the profile of a folder into its `out`. Raises `Refused` when profiling cannot work with what it was given."""
    try:
        workspace = read_workspace(folder)
        as_at = workspace.dated(None)
        run(workspace.feeds, workspace.settings, as_at=as_at, out=workspace.out, listen=_phases_told_to(progress))
    except Unworkable as fault:
        raise Refused(Reason("run_could_not_link")) from fault


def manifest(folder: Path) -> Mapping[str, object]:
    """What a finished run says of itself. Raises `Refused` when it did not finish."""
    file = folder / "out" / "manifest.json"
    if not file.is_file():
        raise Refused(Reason("run_results_missing"))
    return json.loads(file.read_text(encoding="utf-8"))


def rules_of(folder: Path) -> dict[str, int]:
    """The band floors and caps, in whole points, that a folder's run was scored by."""
    told = asdict(read_workspace(folder).settings.rules)
    return {name: int(told[name]) for name in RULES_KEPT}


def scoring_of(folder: Path) -> tuple[int, str]:
    """The number and the hash of the edition that a folder's run was scored by."""
    told = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))["scoring"]
    return told["edition"], told["sha256"]


def put_away(folder: Path) -> None:
    """Leave of a received run its manifest and what was kept for trying changes on, which names nobody."""
    shutil.move(folder / "out" / "manifest.json", folder / "manifest.json")
    for path in folder.iterdir():
        if path.name not in (KEPT, "manifest.json"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def clear(folder: Path) -> None:
    """Leave nothing of a run's people but its manifest, which holds counts and hashes."""
    told = [folder / "out" / "manifest.json", folder / "manifest.json"]  # the first until answers are received
    text = next((file.read_text(encoding="utf-8") for file in told if file.is_file()), "")
    shutil.rmtree(folder, ignore_errors=True)
    if text:
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(text, encoding="utf-8")


def _feed_lines(feed: RunFeed) -> list[str]:
    path = [f"path = {json.dumps(str(feed.path))}"] if feed.path else []
    return [
        "",
        "[[feeds]]",
        f"name = {json.dumps(feed.key)}",
        *path,
        f"trust = {feed.trust}",
        "[feeds.columns]",
        *(f'{name} = "{name}"' for name in feed.columns),
        "[feeds.facts]",
        *(f'{name} = "{name}"' for name in feed.facts),
    ]


def _scoring_lines(scoring: Scoring) -> list[str]:
    head = ["", "[scoring]", f"edition = {scoring.number}", f'sha256 = "{scoring.sha256}"']
    if scoring.number == SHIPPED_NUMBER:
        return head
    rules = ["", "[rules]", *(f"{name} = {value}" for name, value in asdict(scoring.scoring_rules()).items())]
    return [*head, *rules, *(line for key, told in scoring.overrides().items() for line in _factor_lines(key, told))]


def _factor_lines(key: str, told: Mapping[str, object]) -> list[str]:
    values = {name: str(value).lower() if isinstance(value, bool) else value for name, value in told.items()}
    return ["", f"[factors.{key}]", *(f"{name} = {value}" for name, value in values.items() if value is not None)]


def _phases_told_to(progress: Progress) -> Callable[[str, str, int], None]:
    """Steps run two at a time, so phases overlap: a phase is told once, when those before it were, and no bar goes back."""
    furthest = -1

    def listen(phase: str, _step: str, _rows: int) -> None:
        nonlocal furthest
        if phase in PHASES and PHASES.index(phase) == furthest + 1:
            furthest += 1
            progress(furthest, len(PHASES))

    return listen
