"""A goal that the person chose moved up a stage."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR11",
    label=Words("Progress on an own goal", "Cynnydd ar nod personol"),
    meaning=Words(
        "A goal of the person's own moved up at least one stage in the last 3 months.",
        "Symudodd nod y person ei hun i fyny o leiaf un cam yn y 3 mis diwethaf.",
    ),
    useful="Someone who is moving by their own plan needs to be asked, not rescued.",
    lawful="The service's own record of the person's plan, which the person holds too.",
    reads=("goal_moved_up_on",),
    axis=Axis.PROTECTION,
    domain="agency",
    points=3,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, goal_moved_up_on::varchar as value,
            case when goal_moved_up_on >= as_at - interval 3 month then {points} else 0 end as points,
            goal_moved_up_on as observed_on
        from evidence cross join asked where goal_moved_up_on is not null
    """,
)
