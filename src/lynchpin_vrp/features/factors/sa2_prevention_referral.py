"""A child referred for prevention or after anti-social behaviour, never for an offence. Ships off."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="SA2",
    label=Words("Referral for prevention", "Atgyfeiriad at waith atal"),
    meaning=Words(
        "Youth justice or the anti-social behaviour team referred the child for prevention.",
        "Atgyfeiriodd cyfiawnder ieuenctid neu'r tîm ymddygiad gwrthgymdeithasol y plentyn at waith atal.",
    ),
    useful="Prevention works best with the whole family; offences and suspicions are not read.",
    lawful="Crime and Disorder Act 1998 s.115 may serve: off until two people cite the power to disclose "
    "and an impact assessment.",
    reads=("prevention_referred_on",),
    axis=Axis.VULNERABILITY,
    domain="safety",
    points=4,
    decay=Decay.EVENT,
    ages=CHILD_AGES,
    on=False,
    sql="""
        select person_id, feed, record_id, prevention_referred_on::varchar as value,
            {points} as points, prevention_referred_on as observed_on
        from evidence where prevention_referred_on is not null
    """,
)
