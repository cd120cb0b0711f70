"""A child or young person with an adult to go to."""

from lynchpin_vrp.features.factor import YOUNG_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR1",
    label=Words("A trusted adult", "Oedolyn y gellir ymddiried ynddo"),
    meaning=Words(
        "The child or young person, or somebody who works with them, named an adult they trust.",
        "Enwodd y plentyn neu'r person ifanc, neu rywun sy'n gweithio gyda nhw, oedolyn y maent yn ymddiried ynddo.",
    ),
    useful="One steady adult is the best-known protection there is, and a plan can build on them.",
    lawful="Told by the child or their worker for support; the name of the adult is not shared, only that "
    "there is one.",
    reads=("trusted_adult",),
    axis=Axis.PROTECTION,
    domain="relationships",
    points=5,
    decay=Decay.STATE,
    ages=YOUNG_AGES,
    sql="""
        select person_id, feed, record_id, trusted_adult as value,
            case when trusted_adult = 'Y' then {points} else 0 end as points, observed_on
        from evidence where trusted_adult is not null
    """,
)
