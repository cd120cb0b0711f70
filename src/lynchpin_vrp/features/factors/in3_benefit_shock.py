"""A new claim, a cap or a sanction, from the Jobcentre's share. Ships off."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="IN3",
    label=Words("Sudden change of benefit", "Newid sydyn mewn budd-dal"),
    meaning=Words(
        "A new Universal Credit claim, a benefit cap or a sanction was recorded.",
        "Cofnodwyd hawliad newydd am Gredyd Cynhwysol, cap ar fudd-daliadau neu sancsiwn.",
    ),
    useful="Income that changes in a week unsettles rent and food in the next; advice then prevents debt.",
    lawful="English rules on sharing benefit data do not reach Wales: off until two people cite a power to "
    "disclose and an impact assessment.",
    reads=("benefit_changed_on",),
    axis=Axis.VULNERABILITY,
    domain="income",
    points=3,
    decay=Decay.EVENT,
    on=False,
    sql="""
        select person_id, feed, record_id, benefit_changed_on::varchar as value,
            {points} as points, benefit_changed_on as observed_on
        from evidence where benefit_changed_on is not null
    """,
)
