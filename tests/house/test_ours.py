"""Everything that is kept here was written here: what others wrote comes from their registries at set-up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.house.reading import ROOT

VENDOR = ROOT / "src/lynchpin/site/static/vendor"  # built at set-up, and not kept
WIDEST = 400  # signs in a line: styles and scripts that a tool packed have lines of thousands
KINDS = (".css", ".js", ".svg")
SVGS = {"src/lynchpin/face/static/face/icon.svg", "src/lynchpin/face/static/face/ridge.svg"}


def drawn_or_packed(paths: Iterable[Path]) -> list[str]:
    """Files that nobody here wrote, as far as their lines and names tell."""
    found = [path for path in paths if path.suffix in KINDS and VENDOR not in path.parents]
    names = {path: path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name for path in found}
    packed = (path for path in found if max(map(len, path.read_text("utf-8").splitlines()), default=0) > WIDEST)
    drawn = (path for path in found if path.suffix == ".svg" and names[path] not in SVGS)
    return sorted({names[path] for paths in (packed, drawn) for path in paths})


def test_no_style_script_or_picture_of_others_is_kept(tmp_path):
    assert drawn_or_packed((ROOT / "src").rglob("*")) == []
    theirs = tmp_path / "theirs.css"
    theirs.write_text("a{b:c}" * 100)
    assert drawn_or_packed([theirs]) == ["theirs.css"], "the check cannot fail"
