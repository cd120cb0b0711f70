"""Two or more missed contacts of the Healthy Child Wales Programme. Ships off."""

from lynchpin_vrp.features.factor import EARLY_YEARS_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HE3",
    label=Words("Missed early-years contacts", "Cysylltiadau blynyddoedd cynnar a gollwyd"),
    meaning=Words(
        "At least two health-visiting contacts were missed.",
        "Collwyd o leiaf ddau gyswllt ag ymwelydd iechyd.",
    ),
    useful="The programme reaches every child, so a gap in it is told early.",
    lawful="Health data: off until two people cite a power to disclose and an impact assessment.",
    reads=(
        "contacts_missed",
        "last_missed_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="health",
    points=3,
    decay=Decay.EVENT,
    ages=EARLY_YEARS_AGES,
    on=False,
    sql="""
        select person_id, feed, record_id, contacts_missed::varchar as value,
            case when contacts_missed >= 2 then {points} else 0 end as points, coalesce(last_missed_on, observed_on) as observed_on
        from evidence where contacts_missed is not null
    """,
)
