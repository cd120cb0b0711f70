"""A child referred to a counsellor or the single point of access for well-being. Ships off."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HE4",
    label=Words("Referral for a child's well-being", "Atgyfeiriad er lles plentyn"),
    meaning=Words(
        "The school or a health worker referred the child for counselling or well-being support.",
        "Atgyfeiriodd yr ysgol neu weithiwr iechyd y plentyn at gwnsela neu gymorth lles.",
    ),
    useful="Waiting lists are long; what a family can do meanwhile is what this service offers.",
    lawful="Health data of a child: off until two people cite a power to disclose and an impact assessment.",
    reads=("wellbeing_referred_on",),
    axis=Axis.VULNERABILITY,
    domain="health",
    points=4,
    decay=Decay.EVENT,
    ages=CHILD_AGES,
    on=False,
    sql="""
        select person_id, feed, record_id, wellbeing_referred_on::varchar as value,
            {points} as points, wellbeing_referred_on as observed_on
        from evidence where wellbeing_referred_on is not null
    """,
)
