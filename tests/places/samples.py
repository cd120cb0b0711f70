"""Publishers' own files, kept beside the project and not in it. Tests that need them say so when they are absent."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared/data/official-format-samples"
BOUNDARIES = FOLDER / "ons-lsoa11-bgc-merthyr-tydfil.geojson"
RANKS = FOLDER / "wimd-2025-index-and-domain-ranks.csv"

needs_samples = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the publishers' sample files are not beside the project"
)
