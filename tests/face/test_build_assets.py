"""The assets build: a brand that is not ours never reaches a page."""

import pytest

from tools import build_assets

STACKS = '.a{font-family:"GDS Transport",arial,sans-serif}' * 60


def test_font_crest_and_crown_are_taken_out():
    sheet = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/x.woff)}"
        ".crown{content:'x'}.b{background:url(/assets/images/govuk-crest.svg)}"
        ".c{background:url(/assets/images/icon-document.svg)}"
    )
    built = build_assets.debrand_css("govuk.css", STACKS + sheet)
    assert "GDS" not in built and "crown" not in built and "crest" not in built
    assert '.c{background:url("images/icon-document.svg")}' in built


@pytest.mark.parametrize(
    "trace", [".x{src:url(/assets/fonts/y.woff)}", ".x{font:GDS  Transport}.y{font:gds transport}"]
)
def test_a_trace_left_stops_the_build(trace):
    with pytest.raises(build_assets.BrandLeftError):
        build_assets.debrand_css("govuk.css", STACKS + trace)


def test_a_sheet_written_in_a_new_way_stops_the_build():
    with pytest.raises(build_assets.BrandLeftError, match="font stacks"):
        build_assets.debrand_css("govuk.css", "body{font-family:NewFace}")


@pytest.mark.skipif(not (build_assets.ROOT / "node_modules").is_dir(), reason="npm ci has not been run")
def test_the_real_files_are_built_without_a_trace(tmp_path):
    build_assets.build(build_assets.ROOT / "node_modules", tmp_path)
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"govuk.css", "moj.css", "govuk.js", "moj.js", "icon-document.svg"} <= written
    assert not [name for name in written if "logo" in name or "crest" in name]
