"""Publishers' own files, kept beside the project and not in it. Tests that need them say so when they are absent."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared/data/official-format-samples"
BOUNDARIES = FOLDER / "ons-lsoa11-bgc-merthyr-tydfil.geojson"
POSTCODES = FOLDER / "wimd-2019-postcode-to-lsoa-merthyr-tydfil.csv"
PREPARED_POSTCODES = FOLDER.parent / "postcodes/postcodes_cwm_taf.csv"
RANKS = FOLDER / "wimd-2025-index-and-domain-ranks.csv"

needs_samples = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the publishers' sample files are not beside the project"
)
