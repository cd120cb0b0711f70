"""A parent whose spirits are low, by their own or a practitioner's word, without a diagnosis. Ships off."""

from lynchpin_vrp.features.factor import PARENT_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HE1",
    label=Words("Parent's mental health need", "Angen iechyd meddwl rhiant"),
    meaning=Words(
        "A practitioner or the parent said that the parent needs support with mental health. No diagnosis is read.",
        "Dywedodd ymarferydd neu'r rhiant fod angen cymorth ar y rhiant gydag iechyd meddwl. Ni "
        "ddarllenir unrhyw ddiagnosis.",
    ),
    useful="Support for a parent is support for the children; it is best offered before a crisis names it.",
    lawful="Health data and close to disability: off until two people cite a power to disclose, an equality "
    "assessment and an impact assessment.",
    reads=("parent_wellbeing_need",),
    axis=Axis.VULNERABILITY,
    domain="health",
    points=5,
    decay=Decay.STATE,
    ages=PARENT_AGES,
    on=False,
    equality_sensitive=True,
    withheld=True,
    resembles_ace=True,
    sql="""
        select person_id, feed, record_id, parent_wellbeing_need as value,
            case when parent_wellbeing_need = 'Y' then {points} else 0 end as points, observed_on
        from evidence where parent_wellbeing_need is not null
    """,
)
