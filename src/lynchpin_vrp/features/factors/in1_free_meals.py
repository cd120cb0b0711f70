"""Free school meals by income, current."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="IN1",
    label=Words("Free school meals by income", "Prydau ysgol am ddim ar sail incwm"),
    meaning=Words(
        "The pupil is entitled to free school meals because of the family's income.",
        "Mae gan y disgybl hawl i brydau ysgol am ddim oherwydd incwm y teulu.",
    ),
    useful="The steadiest sign of low income that a school holds. "
    "Transitional protection and universal primary meals are other codes and never count; no claim proves nothing.",
    lawful="Held to award the meals; the agreement must name a power to use it again for early help.",
    reads=("free_meals",),
    axis=Axis.VULNERABILITY,
    domain="income",
    points=3,
    decay=Decay.STATE,
    sql="""
        select person_id, feed, record_id, free_meals as value,
            case when free_meals = 'EFSM' then {points} else 0 end as points, observed_on
        from evidence where free_meals is not null
    """,
)
