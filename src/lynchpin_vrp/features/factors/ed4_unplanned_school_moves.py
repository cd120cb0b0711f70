"""Two or more unplanned moves of school in two years."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED4",
    label=Words("Unplanned school moves", "Symud ysgol heb ei gynllunio"),
    meaning=Words(
        "The pupil changed school at least twice in 24 months outside the usual times.",
        "Newidiodd y disgybl ysgol o leiaf ddwywaith mewn 24 mis y tu allan i'r adegau arferol.",
    ),
    useful="Each move breaks friendships and hand-overs; two suggest that something else is unsettled.",
    lawful="School rolls are a statutory record; the agreement names the use.",
    reads=(
        "school_moves",
        "last_school_move_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=3,
    decay=Decay.EVENT,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, school_moves::varchar as value,
            case when school_moves >= 2 then {points} else 0 end as points, coalesce(last_school_move_on, observed_on) as observed_on
        from evidence where school_moves is not null
    """,
)
