"""Which records are one person: certain ones are settled, Splink weighs the rest, and groups are formed by all that is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link import blocking, contradictions, decisions, doubts, entities, scoring, settle
from lynchpin_vrp.link.components import labels
from lynchpin_vrp.link.decisions import Decision
from lynchpin_vrp.link.guard import agreed, by_group
from lynchpin_vrp.link.settle import keep_arrays
from lynchpin_vrp.link.training import LinkSettings, take_up_model

__all__ = ["LINKS", "Decision", "LinkSettings", "steps"]


def steps(ask: LinkSettings, as_at: date, decided: Sequence[Decision] = ()) -> tuple[Step | Act, ...]:
    """From `comparable` to `persons` (person_id, uid), with `edges`, `joining`, `settled`, `contradictions` and `model` beside it.

    What people `decided` binds; `doubts` and `decisions` say what they could look at and what they said. Raises `Refused` where
    decisions cannot all hold."""
    return (
        *settle.steps(),
        *decisions.steps(decided),
        take_up_model(ask),
        *entities.steps(),
        *blocking.steps(),
        *scoring.steps(),
        *grouping(ask.cut_off, as_at),
        PERSONS,
        *doubts.steps(ask.cut_off, as_at),
    )


def grouping(cut_off: float, as_at: date) -> tuple[Step | Act, ...]:
    """From `edges` and `entities` to `solved` (uid, grp): which entities are one person."""
    least = scoring.bits(cut_off)

    def part(engine: Engine) -> None:
        uids, parts = _looked_into(engine, least)
        keep_arrays(engine, "parted", {"uid": uids, "part": parts})

    return (
        _joining(least),
        Act("keep grouped", ("joining",), "grouped", _group),
        *contradictions.steps(as_at),
        DOUBTFUL,
        Act("keep parted", ("doubtful_edges", "contradictions", "decided", "grouped"), "parted", part),
        SOLVED,
    )


def _group(engine: Engine) -> None:
    ends = engine.arrays("select uid_l, uid_r from joining")
    uids, groups = labels(ends["uid_l"], ends["uid_r"])
    keep_arrays(engine, "grouped", {"uid": uids, "grp": groups})


def _looked_into(engine: Engine, least: float) -> tuple[np.ndarray, np.ndarray]:
    """The groups that anything speaks against, formed again one by one: each entity of theirs and its new group."""
    weighed = by_group(engine.fetch("select grp, uid_l, uid_r, match_weight from doubtful_edges"))
    against = by_group(engine.fetch("select grp, uid_l, uid_r, 0.0 from contradictions"))
    bound = decisions.by_group(engine.fetch(decisions.OF_GROUPS))
    uids: list[int] = []
    parts: list[int] = []
    for grp in weighed.keys() | bound.keys():
        pairs, told = weighed.get(grp, []), bound.get(grp)
        formed = agreed(pairs, [(left, right) for left, right, _ in against.get(grp, ())], least, told)
        touched = {end for left, right, _ in pairs for end in (left, right)} | (told.named if told else set())
        uids += touched
        parts += [formed.of(uid) for uid in touched]
    return np.array(uids, dtype=np.int64), np.array(parts, dtype=np.int64)


def _joining(least: float) -> Step:
    return Step(
        "keep edges that join",
        ("edges", "decided"),
        "joining",
        f"""select uid_l, uid_r from edges where match_weight >= {least}
            union all select uid_l, uid_r from decided anti join (select * from edges where match_weight >= {least})
                using (uid_l, uid_r) where same""",
    )


DOUBTFUL = Step(
    "look into groups that something speaks against",
    ("edges", "grouped", "contradictions", "decided"),
    "doubtful_edges",
    """with inside as (select l.grp, uid_l, uid_r, match_weight from edges
                join grouped as l on l.uid = uid_l join grouped as r on r.uid = uid_r and r.grp = l.grp),
            doubted as (select grp from contradictions union select grp from inside where match_weight < 0
                union select grp from decided join grouped on uid = uid_l)
        select inside.* from inside semi join doubted using (grp)""",
)

SOLVED = Step(
    "settle who is who",
    ("grouped", "parted"),
    "solved",
    "select uid, coalesce(part, grp) as grp from grouped left join parted using (uid)",
)

# A person is known by the first of their records, hashed so that no agency's own number travels; 48 bits, written as P and twelve digits.
PERSONS = Step(
    "give every record its person",
    ("comparable", "settled", "solved"),
    "persons",
    """with placed as (select settled.uid, coalesce(grp, entity) as grp from settled left join solved on solved.uid = entity),
            known as (select grp, min(uid) as first from placed group by grp),
            named as (select grp, (md5_number(feed || ':' || record_id) >> 80)::bigint as person_id
                from known join comparable on comparable.uid = known.first)
        select person_id, uid from placed join named using (grp)""",
)

# Why each link stands or fell: a query of its own, since it is only written.
LINKS_READ = ("edges", "joining", "settled", "contradictions", "decided", "comparable", "persons")
LINKS = """with told as (select uid_l, uid_r, match_weight, coalesce(match_probability, 1.0) as match_probability
                from joining left join edges using (uid_l, uid_r)),
            certain as (select entity as uid_l, uid as uid_r, null as match_weight, 1.0 as match_probability
                from settled where uid != entity),
            every as (select told.*, 'model' as stood from told union all select certain.*, 'certain' from certain),
            known as (select uid, feed, record_id, person_id from comparable join persons using (uid))
        select l.feed as feed_l, l.record_id as record_id_l, r.feed as feed_r, r.record_id as record_id_r, match_weight, match_probability,
            l.person_id = r.person_id as kept,
            case when decided.same then 'decided_same' when not decided.same then 'decided_different'
                when l.person_id = r.person_id then stood else coalesce(contradictions.reason, 'group_contradicts') end as reason
        from every join known as l on l.uid = every.uid_l join known as r on r.uid = every.uid_r
            left join contradictions on contradictions.uid_l = every.uid_l and contradictions.uid_r = every.uid_r
            left join decided on decided.uid_l = every.uid_l and decided.uid_r = every.uid_r"""
