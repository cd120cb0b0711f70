"""Food bank or emergency payments used more than once in half a year."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="IN4",
    label=Words("Crisis help with food or money", "Cymorth argyfwng gyda bwyd neu arian"),
    meaning=Words(
        "A food bank or the Discretionary Assistance Fund helped at least twice in 6 months.",
        "Helpodd banc bwyd neu'r Gronfa Cymorth Dewisol o leiaf ddwywaith mewn 6 mis.",
    ),
    useful="Once is a bad week; twice is a budget that does not meet, which advice can often mend.",
    lawful="Kept by the service's own workers and partners with the person's knowledge; the agreement names the use.",
    reads=("crisis_help_uses", "last_crisis_help_on"),
    axis=Axis.VULNERABILITY,
    domain="income",
    points=4,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, crisis_help_uses::varchar as value,
            case when crisis_help_uses >= 2 then {points} else 0 end as points,
            coalesce(last_crisis_help_on, observed_on) as observed_on
        from evidence where crisis_help_uses is not null
    """,
)
