"""Loading a partner's file: whole, or not at all, and only what was agreed."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import duckdb
import pytest
from django.db import connection, connections
from django.utils.translation import override

from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused
from lynchpin.kernel.reasons import sentence
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from lynchpin.profiles import extracts, file_store
from lynchpin.profiles.choices import QUARANTINE
from lynchpin.profiles.feeding import take_in
from lynchpin.profiles.models import Extract, QuarantinedCell
from lynchpin.profiles.queries import quarantine
from lynchpin.profiles.queries.arrivals import arrival
from lynchpin.profiles.use_cases.accept_extract import accept_extract
from lynchpin.profiles.use_cases.load_feed import load_feed
from lynchpin_vrp.sources.rows import every_reason
from tests.conftest import NOON
from tests.support import recorded, refused, trail
from tests.world.profiles import PUPIL, pupils

TODAY = date(2026, 6, 10)
pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def read(world, path, as_at=TODAY):
    """A file as it arrives: read, and not yet loaded."""
    return arrival(world.admin_officer, "education", path, as_at, file_store.waiting_path())


def load(world, path, *, as_at=TODAY, actor=None):
    """Load a file to wait, as the page does."""
    arrived = read(world, path, as_at)
    return load_feed(actor or world.admin_officer, feed="education", arrival=arrived, as_at=as_at, at=clock.now())


def take(world, path, *, as_at=TODAY):
    """Load a file and accept it."""
    return take_in(world.admin_officer, feed="education", path=path, as_at=as_at, at=clock.now())


def kept(data_folder):
    return sorted(path.name for path in (data_folder / "feeds").rglob("*") if path.is_file())


def counts(reference):
    row = Extract.unscoped.get(reference=reference)
    return row.rows_read, row.rows_accepted, row.rows_unchanged, row.rows_quarantined


def test_a_good_file_is_counted_kept_and_recorded(world, data_folder):
    world.feed()
    reference = take(world, world.file(pupils(3)))
    assert counts(reference) == (3, 3, 0, 0)
    assert kept(data_folder) == [f"{Extract.unscoped.get().sha256}.parquet"]
    assert trail("profiles.feed_loaded")[0] | {"agreement": ""} == {
        "feed": "education",
        "agreement": "",
        "read": 3,
        "accepted": 3,
        "unchanged": 0,
        "quarantined": 0,
        "findings": [],
    }


def test_columns_that_were_not_agreed_are_never_stored(world, data_folder):
    world.feed(agreed=False)
    world.agreement(fields=["forename", "surname", "attendance"])
    take(world, world.file(pupils(1)))
    [name] = kept(data_folder)
    table = duckdb.execute(f"describe select * from '{data_folder}/feeds/education/{name}'").fetchall()
    assert [row[0] for row in table] == ["record_id", "forename", "surname", "attendance"]


def test_the_same_file_again_stores_nothing(world):
    world.feed()
    path = world.file()
    assert load(world, path) == load(world, path)
    assert Extract.unscoped.count() == 1 and recorded()[-1] == "profiles.feed_unchanged"


def test_the_same_rows_in_other_bytes_are_unchanged(world):
    world.feed()
    take(world, world.file(pupils(3)))
    assert counts(load(world, world.file([*pupils(3)[::-1]]))) == (3, 0, 3, 0)


def test_only_rows_that_changed_count_as_accepted(world):
    world.feed()
    take(world, world.file(pupils(3)))
    assert counts(load(world, world.file([*pupils(3)[:2], PUPIL | {"ref": "P9"}]))) == (3, 1, 2, 0)


def test_a_file_older_than_the_newest_is_refused(world):
    world.feed()
    take(world, world.file(pupils(2)))
    with refused("extract_older_than_loaded"):
        load(world, world.file(pupils(3)), as_at=TODAY - timedelta(days=1))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_files_in_any_order_end_at_the_newest(world, order):
    world.feed()
    for age in order:
        try:
            take(world, world.file(pupils(age + 1)), as_at=TODAY - timedelta(days=age))
        except Refused as no:
            assert no.reason.code == "extract_older_than_loaded"
    assert Extract.unscoped.filter(state="applied").order_by("as_at").last().rows_read == 1


def test_no_run_reads_a_file_before_it_is_accepted(world, data_folder):
    world.feed()
    load(world, world.file(pupils(3)))
    assert Extract.unscoped.get().state == "waiting"
    assert kept(data_folder) == [f"{Extract.unscoped.get().sha256}.part"]
    world.assessed()
    with refused("run_without_feeds"):
        world.commissioned_run()


def test_the_next_file_waits_for_the_answer_about_this_one(world):
    world.feed()
    path = world.file(pupils(3))
    first = load(world, path)
    with refused("extract_waits_already"):
        load(world, world.file(pupils(4)))
    assert load(world, path) == first, "the very same file is no next one"


def test_a_file_is_profiled_beside_the_last_one(world):
    world.feed()
    take(world, world.file(pupils(3)))
    load(world, world.file([*pupils(4)[1:], PUPIL | {"ref": "P9", "first": ""}]))
    profile = Extract.unscoped.get(state="waiting").profile
    assert profile["keys"] == {"new": 2, "gone": 1, "changed": 0, "same": 2}
    forename = next(each for each in profile["columns"] if each["column"] == "forename")
    assert (forename["missing"], forename["distinct"]) == (1, 3) and "Mali" not in str(profile)


def test_a_file_beyond_the_bounds_of_its_feed_is_stopped(world):
    world.feed()
    take(world, world.file(pupils(100)))
    reference = load(world, world.file(pupils(200)))
    row = Extract.unscoped.get(reference=reference)
    assert (row.state, row.was_stopped) == ("stopped", True)
    assert row.findings == [{"code": "grown", "column": "", "figure": 200, "bound": 200, "stops": True}]
    assert trail("profiles.feed_loaded")[-1]["findings"] == ["grown"]


def test_a_command_that_loads_a_stopped_file_is_told_so(world):
    world.feed()
    with refused("extract_is_stopped"):
        take(world, world.file([*pupils(8), PUPIL | {"ref": "P99", "born": "2014-02-30"}]))
    assert Extract.unscoped.get().state == "stopped"


def test_a_late_file_is_laid_by_where_its_feed_says_so(world, data_folder):
    world.feed(late_files="keep")
    take(world, world.file(pupils(2)))
    late = load(world, world.file(pupils(3)), as_at=TODAY - timedelta(days=1))
    assert Extract.unscoped.get(reference=late).state == "late" and len(kept(data_folder)) == 2
    [newest] = Extract.unscoped.filter(state="applied")
    assert newest.rows_read == 2


CHANGES = {"operation": "op"}


def changes(world, *rows):
    """A file of changes: (code, ref, forename) a row."""
    path = world.file()
    lines = [f"{ref},{first},Prosser,{code}" for code, ref, first in rows]
    path.write_text("\n".join(["ref,first,last,op", *lines]) + "\n", encoding="utf-8")
    return path


def held(data_folder):
    newest = Extract.unscoped.filter(state="applied").order_by("-as_at", "-pk").first()
    path = data_folder / "feeds" / "education" / f"{newest.sha256}.parquet"
    return duckdb.execute(f"select record_id, forename from '{path}' order by all").fetchall()


def changing_feed(world):
    columns = {"record_id": "ref", "forename": "first", "surname": "last", "operation": "op"}
    world.feed(columns=columns, facts={}, operations={"A": "insert", "C": "update", "D": "remove"})


def test_changes_are_applied_to_the_last_whole(world, data_folder):
    changing_feed(world)
    take(world, changes(world, ("A", "P1", "Mali"), ("A", "P2", "Siân"), ("A", "P3", "Owen")))
    reference = take(world, changes(world, ("C", "P2", "Sian"), ("D", "P3", ""), ("A", "P4", "Bet")))
    assert held(data_folder) == [("P1", "Mali"), ("P2", "Sian"), ("P4", "Bet")]
    assert counts(reference) == (3, 3, 0, 0)


def test_the_same_changes_in_other_bytes_change_nothing(world, data_folder):
    changing_feed(world)
    take(world, changes(world, ("A", "P1", "Mali"), ("A", "P2", "Siân")))
    reference = take(world, changes(world, ("A", "P2", "Siân"), ("A", "P1", "Mali")))
    assert held(data_folder) == [("P1", "Mali"), ("P2", "Siân")] and counts(reference) == (2, 0, 2, 0)


def test_changes_of_unknown_records_are_put_aside(world):
    changing_feed(world)
    rows = [("A", f"P{n}", "Mali") for n in range(20)]
    take(world, changes(world, *rows, ("C", "P99", "Bet"), ("D", "P98", "")))
    assert list(QuarantinedCell.unscoped.order_by("line").values_list("line", "reason")) == [
        (22, "update_unknown"),
        (23, "remove_unknown"),
    ]


def test_a_file_dated_ahead_is_refused(world):
    world.feed()
    with refused("extract_dated_ahead"):
        load(world, world.file(), as_at=TODAY + timedelta(days=1))


# agreements


def test_a_feed_without_an_agreement_loads_nothing(world, data_folder):
    world.feed(agreed=False)
    with refused("agreement_missing"):
        load(world, world.file())
    assert not (data_folder / "feeds").exists()


@pytest.mark.parametrize(
    ("code", "starts", "ends"), [("agreement_not_started", 1, 300), ("agreement_expired", -300, -1)]
)
def test_a_feed_outside_its_agreement_s_dates_loads_nothing(world, code, starts, ends):
    world.feed(agreed=False)
    first, last = TODAY + timedelta(days=starts), TODAY + timedelta(days=ends)
    world.agreement(starts_on=first, ends_on=last, review_on=last)
    with refused(code):
        load(world, world.file())
    assert not Extract.unscoped.exists()


def test_a_revoked_agreement_loads_nothing(world):
    world.feed(agreed=False)
    agreement = world.agreement()
    revoke_agreement(world.data_protection_officer, reference=agreement, version=1, reason="breach", at=clock.now())
    with refused("agreement_revoked"):
        load(world, world.file())


# whole files that are no good

HEADER = b"ref,first,last,born,home,pcode,pupil,changed,att,att_before,excl,term_end\n"
ROW = b"P1,Mali,Prosser,2014-02-03,4 Heol Las,CF40 1AA,,,,,,\n"
BAD_FILES = {
    "extract_empty": b"",
    "extract_has_no_rows": HEADER,
    "extract_encoding": HEADER + ROW.replace(b"Mali", "Siân".encode("latin-1")),
    "extract_holds_nul": HEADER + ROW.replace(b"Mali", b"Ma\0li"),
    "extract_columns_missing": HEADER.replace(b",born", b"") + ROW.replace(b",2014-02-03", b""),
    "extract_columns_doubled": HEADER.strip() + b",last\n" + ROW.strip() + b",Prosser\n",
    "extract_wrong_delimiter": (HEADER + ROW).replace(b",", b";"),
    "extract_is_no_table": b"MZ\x90\x00",
    "extract_misnamed": b"PAR1" + b"\0" * 20,
    "extract_quote_open": HEADER + ROW.replace(b"Mali", b'"Mali'),
    "extract_quote_misplaced": HEADER + ROW.replace(b"Mali", b'"Ma"li'),
    "extract_too_many_bad_rows": HEADER + ROW.replace(b"2014-02-03", b"03/02/2014"),
    "extract_cell_too_long": HEADER + ROW.replace(b"Mali", b"M" * 100_001),
    "extract_too_many_columns": HEADER.strip() + b",x" * 300 + b"\n" + ROW,
}


@pytest.mark.parametrize("code", BAD_FILES)
def test_a_bad_file_is_refused_whole_with_a_sentence(world, tmp_path, data_folder, code):
    world.feed()
    path = tmp_path / "pupils.csv"
    path.write_bytes(BAD_FILES[code])
    with pytest.raises(Refused) as no:
        take_in(world.admin_officer, feed="education", path=path, as_at=TODAY, at=clock.now())
    assert no.value.reason.code == code
    assert sentence(no.value.reason)
    assert kept(data_folder) == []
    held = Extract.unscoped.get()
    assert (held.state, held.refused_code) == ("refused", code) and recorded()[-1] == "profiles.feed_refused"


def test_a_spreadsheet_named_csv_is_told_apart_by_its_content(world, tmp_path):
    import openpyxl

    world.feed()
    path = tmp_path / "pupils.csv"
    openpyxl.Workbook().save(path)
    with refused("extract_is_a_spreadsheet"):
        load(world, path)


def test_missing_columns_are_named_as_the_partner_names_them(world, tmp_path):
    world.feed()
    path = tmp_path / "pupils.csv"
    path.write_bytes(BAD_FILES["extract_columns_missing"])
    with pytest.raises(Refused) as no:
        load(world, path)
    assert no.value.reason.params["columns"] == "born"


# rows that are no good

BAD_ROWS = {
    "date_ambiguous": {"born": "03/02/2014"},
    "date_unreadable": {"born": "last spring"},
    "date_impossible": {"born": "2014-02-30"},
    "date_in_future": {"born": "2031-01-01"},
    "date_before_1900": {"born": "1899-12-31"},
    "not_a_number": {"att": "most days"},
    "number_out_of_range": {"att": "940"},
    "control_character": {"first": "Ma\u202eli"},
    "too_long": {"first": "M" * 101},
    "record_id_empty": {"ref": ""},
    "name_empty": {"first": "", "last": ""},
}
SENT_BY_OTHER_FEEDS = {
    "not_yes_or_no",
    "not_a_code",
    "not_a_tier",
    "not_an_operation",
    "update_unknown",
    "remove_unknown",
}
OF_WHOLE_ROWS = {"row_too_short", "row_too_long", "record_id_repeated"}


@pytest.mark.parametrize("code", BAD_ROWS)
def test_a_bad_row_is_put_aside_without_its_value(world, code):
    world.feed()
    reference = load(world, world.file([*pupils(9), PUPIL | {"ref": "P99"} | BAD_ROWS[code]]))
    assert counts(reference) == (10, 9, 0, 1)
    [cell] = QuarantinedCell.unscoped.all()
    assert (cell.line, cell.reason) == (11, code) and code in QUARANTINE
    stored = " ".join(str(value) for value in vars(cell).values())
    assert not any(value and value in stored for value in BAD_ROWS[code].values())


def test_every_fault_that_the_reader_finds_has_words_and_no_words_are_idle():
    assert set(QUARANTINE) == every_reason() == {*BAD_ROWS, *SENT_BY_OTHER_FEEDS, *OF_WHOLE_ROWS}


@pytest.mark.parametrize("code", sorted(QUARANTINE))
def test_every_fault_is_explained_with_a_hint_in_both_languages(code):
    told = []
    for language in ("en", "cy"):
        with override(language):
            told.append([str(words) for words in QUARANTINE[code]])
    english, welsh = told
    assert all(words.endswith(".") for words in (*english, *welsh))
    assert all(en != cy for en, cy in zip(english, welsh, strict=True)), "a sentence has no Welsh"


def test_many_faults_stand_in_a_list_of_their_own(world, data_folder, monkeypatch):
    monkeypatch.setattr(extracts, "MOST_CELLS", 2)
    world.feed()
    bad = [PUPIL | {"ref": f"Q{n}", "born": "2014-02-30"} for n in range(3)]
    reference = load(world, world.file([*pupils(27), *bad]))
    assert QuarantinedCell.unscoped.count() == 2 and counts(reference)[3] == 3
    assert [line for line, _, _ in quarantine(world.admin_officer, reference).rows()] == [29, 30, 31]
    accept_extract(world.admin_officer, reference=reference, version=1, at=clock.now())
    assert [line for line, _, _ in quarantine(world.admin_officer, reference).rows()] == [29, 30, 31]


def test_both_rows_of_a_repeated_number_are_put_aside(world):
    world.feed()
    load(world, world.file([*pupils(9), PUPIL | {"ref": "P9"}]))
    lines = QuarantinedCell.unscoped.order_by("line").values_list("line", flat=True)
    assert list(lines) == [10, 11]


# cut off in the middle


class CutOffError(Exception):
    """The process ends here."""


def test_a_load_cut_off_at_any_statement_leaves_nothing_half_applied(world, data_folder):
    world.feed()
    officer, path = world.admin_officer, world.file([*pupils(9), PUPIL | {"ref": "P99", "born": "2031-01-01"}])
    for allowed in range(100):
        left = iter(range(allowed))

        def until_cut(execute, sql, params, many, context, left=left):
            if next(left, None) is None:
                raise CutOffError
            return execute(sql, params, many, context)

        try:
            with connection.execute_wrapper(until_cut):
                load(world, path, actor=officer)
            break
        except CutOffError:
            assert not Extract.unscoped.exists() and not QuarantinedCell.unscoped.exists()
            assert "profiles.feed_loaded" not in recorded()
            assert not [name for name in kept(data_folder) if name.endswith(".parquet")]
    assert allowed > 5 and Extract.unscoped.count() == 1 and QuarantinedCell.unscoped.count() == 1


# who may


def test_an_unknown_feed_is_not_found(world):
    with pytest.raises(NotFound):
        take_in(world.admin_officer, feed="rumours", path=world.file(), as_at=TODAY, at=clock.now())


def test_a_role_without_the_permission_loads_nothing(world):
    world.feed()
    without = world.without(world.admin_officer, "profiles.load_feed")
    with pytest.raises(NotPermitted):
        load(world, world.file(), actor=without)
    with pytest.raises(NotPermitted):
        arrival(without, "education", world.file(), TODAY, None)


# other people's work meanwhile


def test_other_people_can_save_while_a_file_is_read(world, data_folder, monkeypatch):
    world.feed()
    officer, partner, path = world.admin_officer, world.actor("referrer", organisation="school"), world.file(pupils(3))
    saved, reading = [], extracts.read_feed

    def while_reading(*given, **named):
        with ThreadPoolExecutor(1) as colleague:
            saved.append(colleague.submit(elsewhere, world, partner).result(timeout=20))
        return reading(*given, **named)

    monkeypatch.setattr(extracts, "read_feed", while_reading)
    take_in(officer, feed="education", path=path, as_at=TODAY, at=clock.now())
    assert saved == [Referral.unscoped.get().reference] and Extract.unscoped.get().rows_read == 3
    assert not list((data_folder / "scratch").iterdir()), "no rows are left lying about"


def test_what_an_ended_process_left_of_people_is_removed_after_a_day(world, data_folder):
    world.feed()
    scratch = data_folder / "scratch"
    for name in ("left.waiting", "fresh.waiting"):
        (scratch / name).parent.mkdir(exist_ok=True)
        (scratch / name).write_text("of people")
    old = clock.now().timestamp() - 2 * 24 * 3600
    os.utime(scratch / "left.waiting", (old, old))
    os.utime(scratch / "fresh.waiting", (old + 2 * 24 * 3600,) * 2)
    take(world, world.file(pupils(3)))
    assert [path.name for path in scratch.iterdir()] == ["fresh.waiting"]


def elsewhere(world, partner):
    """A colleague's work on a connection of its own."""
    try:
        with clock.held(NOON):
            return world.referral(sent_by=partner).reference
    finally:
        connections.close_all()


def test_a_file_read_before_another_was_loaded_is_read_again(world):
    world.feed()
    early = read(world, world.file(pupils(2)))
    take(world, world.file(pupils(3)))
    with refused("extract_read_too_early"):
        load_feed(world.admin_officer, feed="education", arrival=early, as_at=TODAY, at=clock.now())
    assert Extract.unscoped.count() == 1


def test_rows_read_under_another_agreement_are_not_kept(world, data_folder):
    world.feed(agreed=False)
    wide = world.agreement()
    early = read(world, world.file())
    revoke_agreement(world.data_protection_officer, reference=wide, version=1, reason="breach", at=clock.now())
    world.agreement(fields=["forename", "surname"])
    with refused("extract_read_too_early"):
        load_feed(world.admin_officer, feed="education", arrival=early, as_at=TODAY, at=clock.now())
    assert kept(data_folder) == []
