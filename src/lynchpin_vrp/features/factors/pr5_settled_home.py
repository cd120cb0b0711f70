"""Two years in one home, of any tenure, with no arrears known."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR5",
    label=Words("Settled home", "Cartref sefydlog"),
    meaning=Words(
        "The household has been in the same home for at least 24 months with no rent arrears.",
        "Mae'r aelwyd wedi bod yn yr un cartref am o leiaf 24 mis heb ôl-ddyledion rhent.",
    ),
    useful="A settled home keeps schools, friends and neighbours. "
    "It is read from a tenancy, or from the dates at which any feed saw the person at this home, "
    "so that owners and private tenants are not overlooked.",
    lawful="Uses addresses that are already read to link records, and the landlord's tenancy date named in the agreement.",
    reads=(
        "tenancy_started_on",
        "arrears_weeks",
        "notice_served_on",
    ),
    axis=Axis.PROTECTION,
    domain="housing",
    points=3,
    decay=Decay.STATE,
    sql="""
        select person_id, feed, record_id, tenancy_started_on::varchar as value,
            case when tenancy_started_on <= as_at - interval 24 month and coalesce(arrears_weeks, 0) = 0 and notice_served_on is null
                then {points} else 0 end as points, observed_on
        from evidence cross join asked where tenancy_started_on is not null
        union all
        select dwelt.person_id, dwelt.feed, dwelt.record_id, dwelt.since::varchar as value,
            case when dwelt.since <= as_at - interval 24 month then {points} else 0 end as points, dwelt.until as observed_on
        from dwelt cross join asked
        where dwelt.until is not null and not exists (select 1 from evidence as tenancy where tenancy.person_id = dwelt.person_id
            and (tenancy.tenancy_started_on is not null or tenancy.arrears_weeks > 0 or tenancy.notice_served_on is not null))
    """,
)
