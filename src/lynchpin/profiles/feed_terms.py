"""Words of partners' files: what becomes of one, why not, what is wrong with a row, and what goes beyond a feed's bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class ExtractState(TextChoices):
    """Only what is applied is read by a run."""

    WAITING = "waiting", _("Waiting to be accepted")
    STOPPED = "stopped", _("Stopped")
    APPLIED = "applied", _("Loaded")
    REFUSED = "refused", _("Refused")
    DECLINED = "declined", _("Sent back")
    LATE = "late", _("Kept, not used")


class LateFiles(TextChoices):
    """What becomes of a file that is older than the one that is held."""

    REFUSE = "refuse", _("Refused")
    KEEP = "keep", _("Kept, and not used")


OF_FEEDS: dict[str, StrPromise] = {
    # why an extract is not loaded
    "feed_is_stopped": _("This feed has been stopped. Ask the profile owner before you load anything."),
    "extract_dated_ahead": _("The file is dated %(day)s, which has not come yet. Check the date you gave."),
    "extract_older_than_loaded": _(
        "A newer file, dated %(day)s, is already loaded. Send the partner's latest file, or leave things as they are."
    ),
    "extract_read_too_early": _(
        "The feed or its agreement changed while this file was being read. Load the file again."
    ),
    "extract_missing": _("The file could not be found. Choose it again."),
    "extract_empty": _("The file is empty. Ask the partner to send it again."),
    "extract_too_large": _(
        "The file is larger than this page can take. Ask the partner for fewer years, or load it by command."
    ),
    "extract_is_a_spreadsheet": _(
        "The file is a spreadsheet that is named .csv. Save it as CSV in UTF-8, or name it .xlsx, then send it again."
    ),
    "extract_is_no_table": _("The file is not a table of rows. Send CSV in UTF-8, an .xlsx workbook or Parquet."),
    "extract_misnamed": _(
        "The name of the file says one kind and its content is another. Rename it and send it again."
    ),
    "extract_workbook_unsafe": _(
        "The workbook holds macros or parts that are not safe to open. Save it as a plain .xlsx or as CSV in UTF-8."
    ),
    "file_broke_off": _(
        "The file was not read through a fault of the service. Send it again; if that does not help, tell those who run it."
    ),
    "extract_unreadable": _("The file is damaged and cannot be read. Ask the partner to send it again."),
    "extract_encoding": _("The file is not saved as UTF-8, so names would be read wrongly. Save it as CSV UTF-8."),
    "extract_holds_nul": _("The file holds characters that no text has. Export it again as CSV in UTF-8."),
    "extract_without_header": _("The file has no line of column names. Add it as the first line."),
    "extract_wrong_delimiter": _("The columns are not separated by commas. Save the file as comma-separated CSV."),
    "extract_columns_missing": _("These columns are missing: %(columns)s. Ask the partner to add them."),
    "extract_columns_doubled": _("These columns are in the file twice: %(columns)s. Leave each in once."),
    "extract_too_many_columns": _("The file has more than %(most)s columns. Send only the columns that were agreed."),
    "extract_too_many_rows": _("The file has more than %(most)s rows. Split it, or load it by command."),
    "extract_cell_too_long": _("A cell on line %(line)s is too long to be one. Check that every quote is closed."),
    "extract_quote_open": _(
        "A quote that is opened on or before line %(line)s is never closed. Mend it and send again."
    ),
    "extract_quote_misplaced": _("A quote on line %(line)s stands where none can be. Mend it and send the file again."),
    "extract_has_no_rows": _("The file has column names and no rows. Ask the partner to send it again."),
    "extract_too_many_bad_rows": _(
        "%(bad)s of %(read)s rows have faults, which is more than a fifth. Nothing was loaded: have the file mended."
    ),
    "extract_waits_already": _(
        "Another file of this feed waits to be accepted. Accept it or send it back before you load the next."
    ),
    # why an extract is not accepted or sent back
    "extract_is_stopped": _(
        "The file is read and goes beyond the bounds of its feed, so it is stopped. Open file %(extract)s: a second person can "
        "accept it."
    ),
    "extract_not_waiting": _(
        "This file does not wait to be accepted any more. Open its page to see what became of it."
    ),
    "extract_rows_missing": _("The rows of this file are not there any more. Send it back, then load it again."),
    "extract_not_stopped": _("This file is not stopped. Accept it on its own page."),
    "extract_needs_a_second_person": _("You loaded this file, and it was stopped. Someone else has to accept it."),
    "extract_needs_a_named_person": _("A named person answers for this, not the service itself. Sign in as yourself."),
    # why the bounds of a feed are not changed
    "bounds_set_already": _("A colleague set these bounds a moment ago. Open the page again."),
    "bounds_out_of_range": _(
        "These bounds cannot be. At most a fifth of the rows may be bad, a file that grows is larger than the last one and one "
        "that shrinks smaller, and no other bound is 0."
    ),
    # why a feed is not declared
    "feed_maps_no_record_id": _(
        "Say which column holds each record's own number. Without it nothing can be told apart."
    ),
    "feed_maps_unknown_columns": _("These are not columns that profiling knows: %(columns)s."),
    "feed_trust_out_of_range": _("Trust is a share above 0 and up to 1."),
    "feed_operations_unknown": _("Each code of a change means insert, update or remove. Check these: %(codes)s."),
    "feed_changes_cannot_be_late": _("A feed that sends changes cannot keep late files: changes follow one another."),
}

# What was wrong with a quarantined row, and how to mend it. The value itself is never kept.
QUARANTINE: dict[str, tuple[StrPromise, StrPromise]] = {
    "control_character": (
        _("The value holds characters that cannot be seen."),
        _("Type the value again, or export the file as CSV in UTF-8."),
    ),
    "too_long": (_("The value is longer than this column can be."), _("Check that columns have not run together.")),
    "not_yes_or_no": (_("The value is neither Y nor N."), _("Write Y or N, or leave the cell empty.")),
    "not_a_code": (_("The value is not one of the agreed codes."), _("Use EFSM, TP or UPM, or leave the cell empty.")),
    "not_a_tier": (
        _("The value is not one of the five tiers."),
        _("Use 1, 2, 3, 4 or 5, or leave the cell empty."),
    ),
    "not_an_operation": (
        _("The row does not say whether it adds, changes or removes a record."),
        _("Use the codes that were agreed for this feed."),
    ),
    "update_unknown": (
        _("The row changes a record that is not held."),
        _("Send the record as a new one, or send the whole file again."),
    ),
    "remove_unknown": (
        _("The row removes a record that is not held."),
        _("Nothing is to do if it was removed before. Otherwise check the record number."),
    ),
    "date_ambiguous": (
        _("The date could be read in two ways."),
        _("Write dates as year-month-day, such as 2017-03-09."),
    ),
    "date_unreadable": (_("The value is not a date."), _("Write dates as year-month-day, such as 2017-03-09.")),
    "date_impossible": (_("There is no such day."), _("Check the day and the month.")),
    "date_in_future": (_("The date is after the date of the file."), _("Check the year, and the date of the file.")),
    "date_before_1900": (_("The date is before 1900."), _("Leave the cell empty where the date is not known.")),
    "not_a_number": (_("The value is not a number."), _("Write figures only, without signs or words.")),
    "number_out_of_range": (_("The number is larger than it can be."), _("Check that columns have not moved.")),
    "record_id_empty": (_("The record has no number of its own."), _("Give every record its number.")),
    "record_id_repeated": (
        _("Another row of the file has the same record number."),
        _("Send each record once. Every row with the number was put aside."),
    ),
    "name_empty": (_("The row has neither a forename nor a surname."), _("Give at least one of the two.")),
    "row_too_short": (_("The row has fewer cells than the header."), _("Check for a missing comma.")),
    "row_too_long": (_("The row has more cells than the header."), _("Put quotes round a value that holds a comma.")),
}

# What in a file goes beyond the bounds of its feed, by the code of profiling's own reader.
FINDINGS: dict[str, StrPromise] = {
    "bad_rows": _("%(figure)s%% of the rows have faults. The bound of this feed is %(bound)s%%."),
    "grown": _("The file is %(figure)s%% of the size of the last one. From %(bound)s%% on it is stopped."),
    "shrunk": _("The file is only %(figure)s%% of the size of the last one. Down from %(bound)s%% it is stopped."),
    "shapes_changed": _(
        "Values of the column %(column)s look unlike those of the last file (drift %(figure)s, bound %(bound)s). It may mean "
        "something else now."
    ),
    "codes_changed": _(
        "The codes of the column %(column)s are used unlike in the last file (drift %(figure)s, bound %(bound)s). They may mean "
        "something else now."
    ),
    "figures_moved": _(
        "Figures or days of the column %(column)s have moved since the last file (drift %(figure)s, bound %(bound)s). Look "
        "whether that can be."
    ),
    "number_shared": _(
        "%(figure)s rows hold the same value of the column %(column)s, which belongs to one person. It may be a filler."
    ),
    "birth_date_shared": _("%(figure)s rows hold the same date of birth. It may be a filler."),
    "value_shared": _(
        "%(figure)s rows hold the same value of the column %(column)s. It may be a hostel or a filler; linking sets it aside."
    ),
}
