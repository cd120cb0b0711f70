"""All contacts of the Healthy Child Wales Programme kept on schedule."""

from lynchpin_vrp.features.factor import EARLY_YEARS_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR10",
    label=Words("Early-years contacts complete", "Cysylltiadau blynyddoedd cynnar yn gyflawn"),
    meaning=Words(
        "All health-visiting contacts took place on schedule.",
        "Digwyddodd pob cyswllt ag ymwelydd iechyd yn brydlon.",
    ),
    useful="It shows a family and a health visitor who know each other.",
    lawful="Protective and mild; the health board's agreement must name it.",
    reads=("contacts_complete",),
    axis=Axis.PROTECTION,
    domain="health",
    points=2,
    decay=Decay.STATE,
    ages=EARLY_YEARS_AGES,
    sql="""
        select person_id, feed, record_id, contacts_complete as value,
            case when contacts_complete = 'Y' then {points} else 0 end as points, observed_on
        from evidence where contacts_complete is not null
    """,
)
