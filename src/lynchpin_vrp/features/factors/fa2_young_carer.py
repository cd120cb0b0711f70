"""A child known to care for somebody."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="FA2",
    label=Words("Young carer", "Gofalwr ifanc"),
    meaning=Words(
        "The school or children's services know that the child cares for somebody.",
        "Mae'r ysgol neu'r gwasanaethau plant yn gwybod bod y plentyn yn gofalu am rywun.",
    ),
    useful="Young carers have a right to an assessment of their own and seldom ask for one.",
    lawful="Social Services and Well-being (Wales) Act 2014 s.24, carers' assessments; named in the agreement.",
    reads=("young_carer",),
    axis=Axis.VULNERABILITY,
    domain="family",
    points=4,
    decay=Decay.STATE,
    ages=CHILD_AGES,
    sql="""
        select person_id, feed, record_id, young_carer as value,
            case when young_carer = 'Y' then {points} else 0 end as points, observed_on
        from evidence where young_carer is not null
    """,
)
