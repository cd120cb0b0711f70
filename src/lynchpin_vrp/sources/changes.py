"""A feed that sends changes: each row inserts, updates or removes one record, in the order of the file.

Applying the same changes twice gives the same whole: an insert of a record that is held already replaces it."""

from __future__ import annotations

from pathlib import Path

from lynchpin_vrp.contract import INSERT, OPERATION, OPERATIONS, REMOVE, UPDATE, Feed
from lynchpin_vrp.engine import Step

ODD = "?"  # stands for a code that means none of the three, so that the row is put aside


def understood(feed: Feed) -> tuple[Step, ...]:
    """The raw rows with our word for each operation; a row that removes keeps its record's number and nothing else."""
    codes = {
        **{word: word for word in OPERATIONS},
        **{code.strip().lower(): word for code, word in feed.operations.items()},
    }
    cases = " ".join(f"when '{_quoted(code)}' then '{word}'" for code, word in codes.items())
    word = f"case lower(coalesce({OPERATION}, '')) {cases} else '{ODD}' end"
    kept = ", ".join(
        name if name == "record_id" else f"case when word != '{REMOVE}' then {name} end as {name}"
        for name in feed.mapped
    )
    raw, made = f"raw_{feed.name}", f"understood_{feed.name}"
    sql = f"select line, misshapen, {kept}, word as {OPERATION} from (select *, {word} as word from {raw})"
    return (
        Step(f"understand the changes of {feed.name}", (raw,), made, sql),
        Step(f"read the changes of {feed.name}", (made,), raw, f"select * from {made}", kept=False),
    )


def refused_changes(feed: Feed, whole: Path | None) -> tuple[Step, ...]:
    """Make `whole_<feed>`, the last whole, and put aside updates and removals of records that it does not hold by then."""
    held, good, bad = f"whole_{feed.name}", f"accepted_{feed.name}", f"quarantine_{feed.name}"
    before = f"""coalesce(last_value(case {OPERATION} when '{INSERT}' then true when '{REMOVE}' then false end ignore nulls) over
        (partition by record_id order by line rows between unbounded preceding and 1 preceding), held.record_id is not null)"""
    told = f"""select line, {OPERATION}, {before} as known from {good} left join (select record_id from {held}) as held using (record_id)"""
    unknown = f"""select '{feed.name}' as feed, line, 'record_id' as "column", 'identifier' as value_kind,
        {OPERATION} || '_unknown' as reason from ({told}) where {OPERATION} in ('{UPDATE}', '{REMOVE}') and not known"""
    return (
        Step(f"take up what is held of {feed.name}", (), held, _held(feed, whole)),
        Step(
            f"put aside changes of unknown records of {feed.name}",
            (good, held, bad),
            bad,
            f"from {bad} union all {unknown}",
        ),
    )


def applied(feed: Feed) -> tuple[Step, ...]:
    """Make `changes_<feed>`, the good rows, and `accepted_<feed>`, the whole after them: of one record its last row counts."""
    held, good, made = f"whole_{feed.name}", f"accepted_{feed.name}", f"changes_{feed.name}"
    names = ", ".join(feed.mapped)
    last = f"select * from {made} qualify row_number() over (partition by record_id order by line desc) = 1"
    sql = f"""select line, {names} from ({last}) where {OPERATION} != '{REMOVE}'
        union all select 0 as line, {names} from {held} anti join {made} using (record_id)"""
    return (
        Step(f"hold the changes of {feed.name}", (good,), made, f"select * from {good}"),
        Step(f"apply the changes of {feed.name}", (held, made), f"applied_{feed.name}", sql),
        Step(
            f"accept what they make of {feed.name}",
            (f"applied_{feed.name}",),
            good,
            f"select * from applied_{feed.name}",
            kept=False,
        ),
    )


def _held(feed: Feed, whole: Path | None) -> str:
    """What is held, in the columns that are agreed now; a column that it lacks is empty."""
    if whole is None:
        return f"select {', '.join(f'null::varchar as {name}' for name in feed.mapped)} where false"
    nothing = ", ".join(f"null::varchar as {name}" for name in feed.mapped)
    rows = f"select {nothing} where false union all by name select * from read_parquet('{_quoted(str(whole))}')"
    return f"select {', '.join(feed.mapped)} from ({rows})"


def _quoted(text: str) -> str:
    return text.replace("'", "''")
