"""Builds every gettext catalogue (.po to .mo) with polib, because a fresh machine seldom has msgfmt.

Exit codes: 0 every catalogue was built, 1 one of them cannot be read.
"""

import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent


def catalogues(root: Path) -> list[Path]:
    """Every catalogue of the source tree, in a steady order."""
    return sorted(root.glob("src/**/locale/*/LC_MESSAGES/*.po"))


def build(catalogue: Path) -> None:
    """Writes the .mo beside its .po. Raises OSError or ValueError when the .po cannot be read."""
    polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))


def main(root: Path = ROOT) -> int:
    for catalogue in catalogues(root):
        try:
            build(catalogue)
        except (OSError, ValueError) as fault:
            print(f"{catalogue.relative_to(root)} was not built: {fault}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
