"""Missed council-tax instalments. Ships off."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="IN2",
    label=Words("Council-tax arrears", "Ôl-ddyledion y dreth gyngor"),
    meaning=Words(
        "At least two instalments were missed, or a reminder was issued.",
        "Methwyd o leiaf ddau randaliad, neu anfonwyd nodyn atgoffa.",
    ),
    useful="Arrears come early in a family's money trouble, before eviction or debt collection.",
    lawful="Council-tax data has no general power of re-use: off until two people cite one and an impact assessment.",
    reads=(
        "missed_instalments",
        "reminder_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="income",
    points=3,
    decay=Decay.EVENT,
    on=False,
    sql="""
        select person_id, feed, record_id, coalesce(missed_instalments::varchar, reminder_on::varchar) as value,
            case when missed_instalments >= 2 or reminder_on is not null then {points} else 0 end as points,
            coalesce(reminder_on, observed_on) as observed_on
        from evidence where missed_instalments is not null or reminder_on is not null
    """,
)
