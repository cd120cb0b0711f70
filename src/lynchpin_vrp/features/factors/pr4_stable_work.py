"""An adult in the same work for half a year."""

from lynchpin_vrp.features.factor import ADULT_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR4",
    label=Words("Stable work", "Gwaith sefydlog"),
    meaning=Words(
        "An adult of the family has been in work for at least 6 months.",
        "Mae oedolyn o'r teulu wedi bod mewn gwaith ers o leiaf 6 mis.",
    ),
    useful="Work brings income, company and a rhythm; not having it is never counted against anybody here.",
    lawful="Told by the person, or shared by the Jobcentre where an agreement with a power to disclose names it.",
    reads=("in_work_since",),
    axis=Axis.PROTECTION,
    domain="income",
    points=4,
    decay=Decay.STATE,
    ages=ADULT_AGES,
    sql="""
        select person_id, feed, record_id, in_work_since::varchar as value,
            case when in_work_since <= as_at - interval 6 month then {points} else 0 end as points, observed_on
        from evidence cross join asked where in_work_since is not null
    """,
)
