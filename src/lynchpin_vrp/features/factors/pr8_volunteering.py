"""Hours given to others in the last three months."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR8",
    label=Words("Volunteering or time banking", "Gwirfoddoli neu fancio amser"),
    meaning=Words(
        "The person gave at least 4 hours in 3 months.",
        "Rhoddodd y person o leiaf 4 awr mewn 3 mis.",
    ),
    useful="People who give are known and needed, and have others to ask.",
    lawful="The service's own time bank, kept with the person's knowledge.",
    reads=("volunteer_hours", "last_volunteered_on"),
    axis=Axis.PROTECTION,
    domain="community",
    points=2,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, volunteer_hours::varchar as value,
            case when volunteer_hours >= 4 then {points} else 0 end as points,
            coalesce(last_volunteered_on, observed_on) as observed_on
        from evidence where volunteer_hours is not null
    """,
)
