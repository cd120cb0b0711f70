"""Somebody of the family came to a group, club or forum lately."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR6",
    label=Words("Taking part in a group or club", "Cymryd rhan mewn grŵp neu glwb"),
    meaning=Words(
        "The person came to a group, club or forum in the last 3 months.",
        "Daeth y person i grŵp, clwb neu fforwm yn y 3 mis diwethaf.",
    ),
    useful="Belonging somewhere protects, and others there will notice first.",
    lawful="The service's own register of activities, kept with the person's knowledge.",
    reads=("last_group_on",),
    axis=Axis.PROTECTION,
    domain="community",
    points=3,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, last_group_on::varchar as value,
            case when last_group_on >= as_at - interval 3 month then {points} else 0 end as points,
            last_group_on as observed_on
        from evidence cross join asked where last_group_on is not null
    """,
)
