"""An adult who said, or whose worker heard, that they are alone."""

from lynchpin_vrp.features.factor import ADULT_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="FA4",
    label=Words("Social isolation", "Ynysigrwydd cymdeithasol"),
    meaning=Words(
        "The person, or adult services' single point of access, said that they are isolated.",
        "Dywedodd y person, neu un pwynt mynediad y gwasanaethau i oedolion, eu bod yn ynysig.",
    ),
    useful="Company is what the area has most of to give, and it costs least.",
    lawful="Social Services and Well-being (Wales) Act 2014 s.15 prevention; named in the agreement.",
    reads=("socially_isolated",),
    axis=Axis.VULNERABILITY,
    domain="family",
    points=3,
    decay=Decay.STATE,
    ages=ADULT_AGES,
    sql="""
        select person_id, feed, record_id, socially_isolated as value,
            case when socially_isolated = 'Y' then {points} else 0 end as points, observed_on
        from evidence where socially_isolated is not null
    """,
)
