"""Two or more moves of home in twelve months."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HO3",
    label=Words("Frequent moves of home", "Symud cartref yn aml"),
    meaning=Words(
        "The household moved at least twice in 12 months.",
        "Symudodd yr aelwyd o leiaf ddwywaith mewn 12 mis.",
    ),
    useful="Moves lose schools, surgeries and neighbours at once.",
    lawful="Held by the landlord to manage tenancies; the agreement names the use.",
    reads=(
        "moves",
        "last_move_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="housing",
    points=3,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, moves::varchar as value,
            case when moves >= 2 then {points} else 0 end as points, coalesce(last_move_on, observed_on) as observed_on
        from evidence where moves is not null
    """,
)
