"""An accepted homelessness presentation in the last twelve months."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HO2",
    label=Words("Homelessness presentation", "Cyflwyno fel digartref"),
    meaning=Words(
        "The council accepted a homelessness presentation in the last 12 months.",
        "Derbyniodd y cyngor gyflwyniad digartrefedd yn y 12 mis diwethaf.",
    ),
    useful="The family has already asked for help with a home; other help should not wait for them to ask again.",
    lawful="Housing (Wales) Act 2014 Part 2 duties, named in the agreement.",
    reads=("homeless_on",),
    axis=Axis.VULNERABILITY,
    domain="housing",
    points=6,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, homeless_on::varchar as value,
            case when homeless_on >= as_at - interval 12 month then {points} else 0 end as points, homeless_on as observed_on
        from evidence cross join asked where homeless_on is not null
    """,
)
