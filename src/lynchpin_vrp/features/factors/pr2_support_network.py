"""People to turn to, by the person's own count."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR2",
    label=Words("People to turn to", "Pobl i droi atynt"),
    meaning=Words(
        "The person said that there are at least two people they can turn to.",
        "Dywedodd y person fod o leiaf ddau o bobl y gallant droi atynt.",
    ),
    useful="Help from family, friends and neighbours comes sooner and stays longer than ours.",
    lawful="Told by the person in a what-matters conversation, with a service statement; only the number is read.",
    reads=("people_to_turn_to",),
    axis=Axis.PROTECTION,
    domain="relationships",
    points=4,
    decay=Decay.STATE,
    sql="""
        select person_id, feed, record_id, people_to_turn_to::varchar as value,
            case when people_to_turn_to >= 2 then {points} else 0 end as points, observed_on
        from evidence where people_to_turn_to is not null
    """,
)
