"""Promises that a figure cannot tell: they hold or they do not, and the tests named here fail when they do not."""

from __future__ import annotations

# what must hold -> where it is tested
HELD_BY_TESTS: tuple[tuple[str, str], ...] = (
    ("Each role reaches its first useful result from sign-in.", "tests/journeys"),
    (
        "One journey goes from loading an extract to the scorecard number it changed, as five roles, in English and in Welsh,"
        " with an accessibility check on each page.",
        "tests/journeys",
    ),
    (
        "Real feeds are refused until there are second factors, agreements, a named impact assessment and a proven restore.",
        "tests/site/test_commands.py",
    ),
    (
        "Bad input of every class is refused with a plain sentence in either language.",
        "tests/profiles/test_load_feed.py",
    ),
    ("A stale or doubled form changes nothing.", "tests/kernel/test_use_case.py"),
    ("What is out of somebody's sight answers like what does not exist.", "tests/kernel/test_read_guard.py"),
    (
        "The region is hard enough, and ours is not below plain Splink.",
        "tests/synthetic/test_hardness.py tests/vrp/test_linking_quality.py",
    ),
    ("Four writers at once lose nothing.", "tests/site/test_concurrency.py"),
    (
        "No proposal and no two people at once push a worker past their limit or give them somebody they are kept from.",
        "tests/casework/test_sharing.py tests/casework/test_share_out_cases.py",
    ),
)
