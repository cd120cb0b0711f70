"""Which pairs a person should look at: those from which most is learnt, in a bounded number, with why each weighs what it does.

A pair is doubtful where it lies near the cut-off, where it was kept apart although much speaks for it, or joined although something
speaks against. Of each kind the same number is chosen. First come pairs whose answer is least sure, a child's taken for two bits less
sure, since a wrong merge of a child is the worst that linking does; of two people only one pair, since one answer settles them;
and of pairs that agree and differ in the same ways only a few, since the next of them would teach what the last one did."""

from __future__ import annotations

from datetime import date

from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link.explaining import SHARES, explaining
from lynchpin_vrp.link.model import NUMBERS
from lynchpin_vrp.link.scoring import PROBABILITY, bits
from lynchpin_vrp.link.training import LEARNT_FROM, LONE

NEAR = 3.0  # bits to either side of the cut-off: one answer is up to eight times as likely as the other
MOST = 200  # pairs of each kind; our own, some weeks of one colleague's mornings
LOOKED_AT = 1_000  # pairs of each kind of which the ways of agreeing are told, the least sure ones
ALIKE = 8  # pairs of each kind that agree and differ in the same ways
OF_A_CHILD = 2.0  # bits that a child's pair comes earlier
RECORDS_TOLD = 8  # of an entity, by name; of a larger one the others say the same
ADULT_AGE = 18


def steps(cut_off: float, as_at: date) -> tuple[Step | Act, ...]:
    """From `solved` to `doubts`, the pairs to look at, and `decisions`, what was decided beside what weights alone say."""
    least = bits(cut_off)
    return (
        SHARES,
        _pool(least),
        WITHIN,
        _looked(least),
        SINGLED,
        explaining("looked", "entities", "looked_told"),
        explaining("within", "singled", "within_told"),
        _chosen(as_at, least),
        DOUBTS,
        explaining("decided_records", "singled", "decided_told"),
        _judged(least),
    )


def _pool(least: float) -> Step:
    """Pairs of entities of each kind of doubt, with whom each side is taken for, and nothing that was decided already."""
    return Step(
        "find pairs in doubt",
        ("edges", "doubtful_edges", "contradictions", "solved", "decided"),
        "pool",
        f"""with told as (
                select uid_l, uid_r from edges where match_weight between {least - NEAR} and {least + NEAR}
                union select uid_l, uid_r from doubtful_edges where match_weight < 0 or match_weight >= {least}
                union select uid_l, uid_r from contradictions),
            placed as (select told.uid_l, told.uid_r, coalesce(l.grp, told.uid_l) as one, coalesce(r.grp, told.uid_r) as other,
                    match_weight, reason
                from told anti join decided using (uid_l, uid_r)
                    left join edges using (uid_l, uid_r) left join contradictions using (uid_l, uid_r)
                    left join solved as l on l.uid = told.uid_l left join solved as r on r.uid = told.uid_r)
            select *, one = other as joined, case
                when one = other and (reason is not null or coalesce(match_weight, 0) < 0) then 'joined'
                when one != other and match_weight >= {least} then 'parted'
                when reason is null and abs(match_weight - {least}) <= {NEAR} then 'near' end as kind
            from placed where kind is not null""",
    )


def _torn(number: str) -> str:
    """The records of entities that have two values of a personal number, each with its own."""
    return f"""select entity, settled.uid, '{number}' as sign, signs.{number} as value, entities.{number} as one, other_{number} as other
        from entities join settled on entity = entities.uid join signs on signs.uid = settled.uid
        where entities.{number} != other_{number}"""


# Two records settled as one whose personal numbers differ: one was typed wrongly, or two people share a name and a birth date.
WITHIN = Step(
    "find settled records whose numbers differ",
    ("entities", "settled", "signs", "decided_records"),
    "within",
    f"""with torn as ({" union all ".join(map(_torn, NUMBERS))}),
            ends as (select entity, min(uid) filter (value = one) as a, min(uid) filter (value = other) as b
                from torn group by entity, sign)
        select least(a, b) as uid_l, greatest(a, b) as uid_r, entity as one, entity as other, true as joined,
            'other_number' as reason, 'joined' as kind
        from ends where a is not null and b is not null
            and (least(a, b), greatest(a, b)) not in (select (least(uid_l, uid_r), greatest(uid_l, uid_r)) from decided_records)""",
)


def _unsure(least: float) -> str:
    """How unsure a pair is, in bits: near ones by how near, parted ones by what speaks for them, joined ones by what speaks against."""
    weight = "coalesce(match_weight, 0)"
    return f"""case kind when 'near' then {NEAR} - abs({weight} - {least})
        when 'parted' then {weight} - {least} else {least} - {weight} end"""


def _looked(least: float) -> Step:
    return Step(
        "take the least sure of each kind",
        ("pool",),
        "looked",
        f"""select * exclude (match_weight) from pool
            qualify row_number() over (partition by kind order by {_unsure(least)} desc, uid_l, uid_r) <= {LOOKED_AT}""",
    )


def _single(engine: Engine) -> None:
    """Make `singled`: records as entities of their own, those few that are spoken of.

    The names of the tables that records are told from are taken over by those few."""
    spoken_of = " union ".join(f"select {end} as uid from {told}" for told in SPOKEN_OF for end in ("uid_l", "uid_r"))
    few = ", ".join(f"{name} as (select * from {name} semi join spoken_of using (uid))" for name in LEARNT_FROM[:2])
    engine.take(Step(SINGLED.name, SINGLED.reads, "singled", f"with spoken_of as ({spoken_of}), {few} {LONE.sql}"))


SPOKEN_OF = ("within", "decided_records")
SINGLED = Act("take records that are spoken of one by one", (*LEARNT_FROM, *SPOKEN_OF), "singled", _single)


def _chosen(as_at: date, least: float) -> Step:
    """The pairs to look at, in the order in which they teach most."""
    young = f"coalesce(birth_date > date '{as_at}' - interval {ADULT_AGE} year, upn is not null)"
    return Step(
        "choose what teaches most",
        ("looked", "looked_told", "within", "within_told", "comparable"),
        "chosen",
        f"""with told as (
                select * from looked join looked_told using (uid_l, uid_r)
                union all by name select * from within join within_told using (uid_l, uid_r)),
            ends as (select uid_l as uid from told union select uid_r from told),
            minors as (select uid from comparable semi join ends using (uid) where {young}),
            aged as (select told.*, uid_l in (from minors) or uid_r in (from minors) as child,
                    list_transform(weights, lambda each: each.level) as ways from told),
            ranked as (select *, {_unsure(least)} + case when child then {OF_A_CHILD} else 0 end as unsure from aged),
            once as (select * from ranked
                qualify row_number() over (partition by least(one, other), greatest(one, other)
                    order by unsure desc, uid_l, uid_r) = 1),
            few as (select * from once
                qualify row_number() over (partition by kind, ways order by unsure desc, uid_l, uid_r) <= {ALIKE}),
            placed as (select *, row_number() over (partition by kind order by unsure desc, uid_l, uid_r) as place from few)
            select *, uid_l || ' ' || uid_r as pair from placed where place <= {MOST}""",
    )


# Both sides by their record keys: the one that a decision will name, and the others that were settled with it.
DOUBTS = Step(
    "hand over what is in doubt",
    ("chosen", "settled", "comparable"),
    "doubts",
    f"""with sides as (select pair, 'l' as side, uid_l as uid, one = other and reason = 'other_number' as lone from chosen
                union all select pair, 'r', uid_r, one = other and reason = 'other_number' from chosen),
            others as (select pair, side, {{'feed': feed, 'record_id': record_id}} as record
                from sides join settled on settled.entity = sides.uid and not sides.lone join comparable on comparable.uid = settled.uid
                where settled.uid != sides.uid
                qualify row_number() over (partition by pair, side order by feed, record_id) < {RECORDS_TOLD}),
            told as (select pair, list(record order by record) filter (side = 'l') as also_l,
                    list(record order by record) filter (side = 'r') as also_r from others group by pair)
        select kind, chosen.place, l.feed as feed_l, l.record_id as record_id_l, r.feed as feed_r, r.record_id as record_id_r, joined,
            coalesce(reason, '') as reason, child, match_weight, {PROBABILITY},
            strangers, relatives, coalesce(also_l, []) as also_l, coalesce(also_r, []) as also_r, weights
        from chosen join comparable as l on l.uid = uid_l join comparable as r on r.uid = uid_r left join told using (pair)""",
)


def _judged(least: float) -> Step:
    """Every decision about records that are here, with what the weights of the two records alone would have said."""
    return Step(
        "set decisions beside what weights say",
        ("decided_records", "decided_told"),
        "decisions",
        f"""select feed_l, record_id_l, feed_r, record_id_r, same, decided_on, match_weight, match_weight >= {least} as weighed_same
            from decided_records join decided_told using (uid_l, uid_r)""",
    )
