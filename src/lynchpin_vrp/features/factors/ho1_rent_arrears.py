"""Eight weeks of rent owed, or notice served."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="HO1",
    label=Words("Rent arrears or notice", "Ôl-ddyledion rhent neu rybudd"),
    meaning=Words(
        "At least eight weeks' rent is owed, or notice was served.",
        "Mae o leiaf wyth wythnos o rent yn ddyledus, neu cyflwynwyd rhybudd.",
    ),
    useful="A home at risk moves everything else; help works best before court.",
    lawful="Held by the landlord to manage the tenancy; Housing (Wales) Act 2014 duties to prevent homelessness, named in the agreement.",
    reads=(
        "arrears_weeks",
        "notice_served_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="housing",
    points=4,
    decay=Decay.STATE,
    sql="""
        select person_id, feed, record_id,
            coalesce(arrears_weeks::varchar, '') || case when notice_served_on is not null then ' notice' else '' end as value,
            case when arrears_weeks >= 8 or notice_served_on is not null then {points} else 0 end as points, observed_on
        from evidence where arrears_weeks is not null or notice_served_on is not null
    """,
)
