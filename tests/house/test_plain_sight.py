"""What may be done only in named places is done only there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.house import exemptions
from tests.house.reading import calls, names, room_of, sources, templates

SERVICE = {path: text for path, text in sources().items() if path.startswith("lynchpin/")}


def using(pattern: str, modules: Mapping[str, str]) -> set[str]:
    """Modules in which some name matches, as `names` writes them."""
    return {path for path, text in modules.items() if any(re.search(pattern, name) for name in names(text))}


GUARD = "lynchpin/kernel/guard.py"
RULES = {
    "unscoped reads": (r"\.unscoped$", exemptions.UNSCOPED),
    "a guard at rest": (r"(^|\.)resting$", exemptions.GUARD_AT_REST),
    "the kernel's pen": (r"(^|\.)kernel_pen$", exemptions.KERNEL_PEN),
    "a write window": (
        r"(^|\.)window\.work$",
        {"lynchpin/kernel/use_case.py": "opens one when the permission was asked"},
    ),
    "what the kernel keeps to itself": (r"(^|\.)(window|guard|access|audit|use_case)\._[a-z]\w*$", {}),
    "an actor made by hand": (r"(^|\.)Actor\($", exemptions.ACTORS),
    "raw cursors": (r"\.cursor$", exemptions.RAW_SQL),
    "statements that the guard does not read": (
        r"(^|\.)(callproc|executescript|copy_expert)$|cursor(\(\))?\.copy$",
        {},
    ),
    "SQL of one's own in a query": (
        r"(^|\.)(RawSQL|RunSQL)$|\.(raw|extra)$",
        {"lynchpin/kernel/models.py": "refuses it"},
    ),
    "the driver under a connection": (r"(connections?|get_connection\(.*\)|\])\.connection$", {}),
    "a connection by another name": (r"(^|\.)get_connection$|(^|\.)execute_wrappers$", {GUARD: "puts itself there"}),
    "a driver's own connection": (
        r"^(sqlite3|psycopg)\.connect$",
        {"lynchpin/site/backups.py": "a backup is of the whole database, and is proved beside it"},
    ),
    "a queryset that nothing guards": (r"(^|\.)(QuerySet|Query|RawQuerySet)\($", {}),
    "opening a query without a scope": (r"\._open$|\.query\.opened$", {"lynchpin/kernel/models.py": "defines it"}),
    "drafts": (
        r"(^|\.)Draft(\.objects)?$|(^|\.)Draft\(",
        {"lynchpin/kernel/drafts.py": "only for the account that typed"},
    ),
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
        ("a write window", "with window.work(actor, 'casework'): pass"),
        ("a write window", "from lynchpin.kernel.window import work"),
        ("what the kernel keeps to itself", "guard._resting.set(True)"),
        ("what the kernel keeps to itself", "from lynchpin.kernel.window import _open"),
        ("an actor made by hand", "me = Actor(role='system-admin', grants={}, on=today)"),
        ("raw cursors", "c = connection.cursor()"),
        ("raw cursors", "c = connections['default'].cursor()"),
        ("raw cursors", "c = transaction.get_connection().cursor()"),
        ("raw cursors", "c = database.cursor()"),
        ("statements that the guard does not read", "cursor.callproc('f')"),
        ("statements that the guard does not read", "cursor.executescript('delete from t')"),
        ("statements that the guard does not read", "with cursor.copy('copy t from stdin') as rows: pass"),
        ("SQL of one's own in a query", "from django.db.models.expressions import RawSQL"),
        ("SQL of one's own in a query", "rows = rows.annotate(x=expressions.RawSQL('select 1', ()))"),
        ("SQL of one's own in a query", "rows = Account.objects.raw('select 1')"),
        ("the driver under a connection", "connection.connection.execute('delete from t')"),
        ("the driver under a connection", "connections['default'].connection.execute('delete from t')"),
        ("the driver under a connection", "transaction.get_connection().connection.execute('delete from t')"),
        ("a connection by another name", "c = transaction.get_connection()"),
        ("a connection by another name", "from django.db.transaction import get_connection"),
        ("a connection by another name", "connection.execute_wrappers.clear()"),
        ("a driver's own connection", "c = sqlite3.connect('lynchpin.sqlite3')"),
        ("a queryset that nothing guards", "rows = QuerySet(Case)"),
        ("a queryset that nothing guards", "rows = models.QuerySet(model=Case)"),
        ("a queryset that nothing guards", "rows = sql.Query(Case)"),
        ("opening a query without a scope", "rows = Case.objects._open()"),
        ("opening a query without a scope", "rows.query.opened = True"),
        ("drafts", "from lynchpin.kernel.models import Draft"),
        ("drafts", "rows = Draft.objects.all()"),
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


COUNTS = {"PUBLIC_PAGES": 5, "UNSCOPED": 104, "GUARD_AT_REST": 4, "KERNEL_PEN": 4, "RAW_SQL": 4, "ACTORS": 5}

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
        path
        for path, text in SERVICE.items()
        if re.search(r"\b(post_save|pre_save|post_delete)\b|@receiver\b|django\.dispatch", text)
    }
    assert signals == set()
