"""Copies the design systems' built files out of node_modules into the site's static/vendor, without their owners' brands.

GOV.UK's typeface, crown and crest may be used only on GOV.UK. The build therefore fails, rather than warns, if a
trace of them is left: that is how a changed release is noticed.
Exit codes: 0 done, 1 a file is missing or a trace is left.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src/lynchpin/site/static/vendor"  # not kept in the repository; a wheel carries it
GOVUK = Path("govuk-frontend/dist/govuk")
MOJ = Path("@ministryofjustice/frontend/moj")
STYLESHEETS = {"govuk.css": GOVUK / "govuk-frontend.min.css", "moj.css": MOJ / "moj-frontend.min.css"}
SCRIPTS = {"govuk.js": GOVUK / "govuk-frontend.min.js", "moj.js": MOJ / "moj-frontend.min.js"}

FONT = 'var(--app-font, arial, "Helvetica Neue", sans-serif)'
FEWEST_FONT_STACKS = 50  # each sheet has about 60; far fewer means that the way they are written has changed
TRACES = ("gds transport", "/assets/", "crest", "crown", "sourcemappingurl")
REWRITES = (
    (r"@font-face\s*\{[^}]*GDS Transport[^}]*\}", ""),
    (r"/\*# sourceMappingURL=.*?\*/", ""),
    (r"url\(([\"']?)/assets/images/govuk-crest\.svg\1\)", "none"),
    (r"url\(([\"']?)/assets/(images/icon-[^)\"']+)\1\)", r'url("\2")'),  # relative, so that hashed names still resolve
    (r"[^{}]*(?:crown|crest)[^{}]*\{[^{}]*\}", ""),  # rules for a logotype that is not copied
)


class BrandLeftError(Exception):
    """A file still carries a mark that is not ours to show."""


def debrand_css(name: str, text: str) -> str:
    """The stylesheet with its typeface, crest and source map taken out. Raises BrandLeftError when a trace remains."""
    text, stacks = re.subn(r'"?GDS Transport"?,\s*arial,\s*sans-serif', FONT, text)
    if stacks < FEWEST_FONT_STACKS:
        raise BrandLeftError(
            f"{name}: only {stacks} font stacks were found, at least {FEWEST_FONT_STACKS} were expected"
        )
    for pattern, replacement in REWRITES:
        text = re.sub(pattern, replacement, text)
    return refuse_traces(name, text)


def debrand_js(name: str, text: str) -> str:
    """The script without its source map: hashed static storage refuses links to files that are not there."""
    return refuse_traces(name, re.sub(r"//# sourceMappingURL=.*", "", text))


def refuse_traces(name: str, text: str) -> str:
    """The text itself, or BrandLeftError naming what was found in it."""
    if left := [trace for trace in TRACES if trace in text.lower()]:
        raise BrandLeftError(f"{name}: still contains {', '.join(left)}")
    return text


def copy_icons(modules: Path, out: Path) -> None:
    """Copies plain icons only: no crown, crest or logotype."""
    out.mkdir(parents=True)
    for icon in sorted((modules / MOJ / "assets/images").glob("icon-*.svg")):
        shutil.copyfile(icon, out / icon.name)


def build(modules: Path, out: Path) -> None:
    """Writes every vendor file into `out`, which is emptied first."""
    styles = {name: debrand_css(name, (modules / source).read_text("utf-8")) for name, source in STYLESHEETS.items()}
    scripts = {name: debrand_js(name, (modules / source).read_text("utf-8")) for name, source in SCRIPTS.items()}
    shutil.rmtree(out, ignore_errors=True)
    copy_icons(modules, out / "images")
    for name, text in (styles | scripts).items():
        (out / name).write_text(text, "utf-8")


def main() -> int:
    try:
        build(ROOT / "node_modules", VENDOR)
    except BrandLeftError as trace:
        print(f"The assets were not built. {trace}.", file=sys.stderr)
        return 1
    except FileNotFoundError as missing:
        print(f"The assets were not built: {missing.filename} is missing. Run npm ci first.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
