"""A parent in treatment for, or referred about, alcohol or drugs. Ships off; seen by the reviewer only."""

from lynchpin_vrp.features.factor import PARENT_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HE2",
    label=Words("Parent in a substance misuse service", "Rhiant mewn gwasanaeth camddefnyddio sylweddau"),
    meaning=Words(
        "A parent who lives with children is in treatment or was referred to it.",
        "Mae rhiant sy'n byw gyda phlant mewn triniaeth neu wedi'i atgyfeirio ati.",
    ),
    useful="Being in treatment is a strength as well; the family around it is what needs a hand.",
    lawful="Health data given in confidence: off until two people cite a power to disclose and an impact assessment.",
    reads=("parent_in_treatment",),
    axis=Axis.VULNERABILITY,
    domain="health",
    points=6,
    decay=Decay.STATE,
    ages=PARENT_AGES,
    on=False,
    withheld=True,
    resembles_ace=True,
    sql="""
        select person_id, feed, record_id, parent_in_treatment as value,
            case when parent_in_treatment = 'Y' then {points} else 0 end as points, observed_on
        from evidence where parent_in_treatment is not null
    """,
)
