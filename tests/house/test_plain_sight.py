"""What may be done only in named places is done only there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.house import exemptions
from tests.house.reading import attributes, calls, room_of, sources, templates

SERVICE = {path: text for path, text in sources().items() if path.startswith("lynchpin/")}


def using(pattern: str, modules: Mapping[str, str]) -> set[str]:
    """Modules in which some dotted name matches."""
    return {path for path, text in modules.items() if any(re.search(pattern, name) for name, _ in attributes(text))}


RULES = {
    "unscoped reads": (r"\.unscoped$", exemptions.UNSCOPED),
    "a guard at rest": (r"(^|\.)resting$", exemptions.GUARD_AT_REST),
    "the kernel's pen": (r"(^|\.)kernel_pen$", exemptions.KERNEL_PEN),
    "raw cursors": (r"connections?(\[.*\])?\.cursor$", exemptions.RAW_SQL),
    "the environment": (r"os\.(environ|getenv)$", {"lynchpin/site/environment.py": "its one home"}),
    "the machine's clock": (
        r"(timezone\.now|datetime\.now|datetime\.utcnow|date\.today|(^|\.)time\.time)$",
        {"lynchpin/kernel/clock.py": "the one clock"},
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_only_the_listed_modules_use(rule):
    pattern, listed = RULES[rule]
    allowed_elsewhere = (
        {"lynchpin/cli.py", "lynchpin/site/wsgi.py", "lynchpin/demo/command.py"} if rule == "the environment" else set()
    )
    assert using(pattern, SERVICE) - set(listed) - allowed_elsewhere == set()
    assert set(listed) - set(SERVICE) == set(), "listed, but gone"


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("unscoped reads", "rows = Case.unscoped.all()"),
        ("a guard at rest", "with guard.resting(): pass"),
        ("the kernel's pen", "with window.kernel_pen(): pass"),
        ("raw cursors", "c = connection.cursor()"),
        ("raw cursors", "c = connections['default'].cursor()"),
        ("the environment", "x = os.environ['X']"),
        ("the machine's clock", "at = datetime.now()"),
    ],
)
def test_a_break_would_be_seen(rule, broken):
    assert using(RULES[rule][0], {"planted.py": broken}) == {"planted.py"}


def clock_readers(modules: Mapping[str, str]) -> Iterator[str]:
    for path, text in modules.items():
        shelf = path.split("/")[2].removesuffix(".py") if path.count("/") >= 2 else ""
        if shelf in exemptions.CLOCK_READERS or room_of(path) in ("kernel", "demo"):
            continue
        if path == "lynchpin/organisations/actors.py":
            continue  # makes the actor of a request, which carries the day
        if any(name in ("clock.now", "clock.today") for name, _ in calls(text)):
            yield path


def test_only_pages_jobs_and_commands_read_the_clock():
    assert list(clock_readers(SERVICE)) == []
    assert list(clock_readers({"lynchpin/people/rules.py": "today = clock.today()"})), "the check cannot fail"


def test_the_number_of_exemptions_is_known():
    counts = {
        name: len(value) for name, value in vars(exemptions).items() if name.isupper() and isinstance(value, dict)
    }
    assert counts == COUNTS, "an exemption came or went: say so here too"


COUNTS = {"PUBLIC_PAGES": 5, "UNSCOPED": 51, "GUARD_AT_REST": 3, "KERNEL_PEN": 4, "RAW_SQL": 2}

INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|\|\s*safe\b|\{%\s*autoescape off""", re.IGNORECASE
)


def test_no_template_carries_inline_style_or_script_or_trusts_text():
    assert {path for path, text in templates().items() if INLINE.search(text)} == set()
    assert INLINE.search('<p style="x">') and INLINE.search("{{ note|safe }}"), "the check cannot fail"


def test_no_module_marks_text_safe_or_waives_the_forgery_check():
    waived = {
        path
        for path, text in SERVICE.items()
        for name, _ in calls(text)
        if name.split(".")[-1] in ("mark_safe", "csrf_exempt")
    }
    assert {path for path in waived if room_of(path) != "face"} == set()


def test_signals_wire_nothing():
    signals = {
        path for path, text in SERVICE.items() if re.search(r"\b(post_save|pre_save|receiver|post_delete)\b", text)
    }
    assert signals == set()
