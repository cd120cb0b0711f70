"""The school has flagged progress below what it expected of this pupil."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED5",
    label=Words("Progress concern", "Pryder am gynnydd"),
    meaning=Words(
        "The school recorded progress below expectation.",
        "Cofnododd yr ysgol gynnydd islaw'r disgwyl.",
    ),
    useful="A mild sign on its own that gains meaning beside others.",
    lawful="Schools assess progress by law; only the flag is shared, never marks.",
    reads=("progress_concern",),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=2,
    decay=Decay.TERM,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, progress_concern as value,
            case when progress_concern = 'Y' then {points} else 0 end as points, observed_on
        from evidence where progress_concern is not null
    """,
)
