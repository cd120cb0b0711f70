"""Support for additional learning needs that the school itself records as not yet met. Ships off."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED7",
    label=Words("Unmet additional learning needs", "Anghenion dysgu ychwanegol heb eu diwallu"),
    meaning=Words(
        "The school recorded that support for additional learning needs is not in place.",
        "Cofnododd yr ysgol nad yw cymorth ar gyfer anghenion dysgu ychwanegol yn ei le.",
    ),
    useful="The unmet support is what counts; having additional learning needs never does.",
    lawful="Close to disability, so it is off until an equality impact assessment and a power to share are cited by two people.",
    reads=("aln_unmet",),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=2,
    decay=Decay.STATE,
    ages=SCHOOL_AGES,
    on=False,
    equality_sensitive=True,
    sql="""
        select person_id, feed, record_id, aln_unmet as value,
            case when aln_unmet = 'Y' then {points} else 0 end as points, observed_on
        from evidence where aln_unmet is not null
    """,
)
