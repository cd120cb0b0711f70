"""Well-being that the person rated better than before, on a validated scale."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR9",
    label=Words("Improved self-rated well-being", "Gwell lles yn ôl y person"),
    meaning=Words(
        "The person's own rating rose on a validated scale.",
        "Cododd sgôr y person ei hun ar raddfa a ddilyswyd.",
    ),
    useful="The person's own word on how things go is the best there is.",
    lawful="Filled in by the person with a service statement; the scale's answers are not shared, only that it rose.",
    reads=("wellbeing_improved", "wellbeing_measured_on"),
    axis=Axis.PROTECTION,
    domain="health",
    points=3,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, wellbeing_improved as value,
            case when wellbeing_improved = 'Y' then {points} else 0 end as points,
            coalesce(wellbeing_measured_on, observed_on) as observed_on
        from evidence where wellbeing_improved is not null
    """,
)
