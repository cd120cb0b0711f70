"""A pupil in school at least 95 days in a hundred for two terms."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR3",
    label=Words("Steady attendance", "Presenoldeb cyson"),
    meaning=Words(
        "Attendance was 95% or more in each of the last two terms.",
        "Roedd presenoldeb yn 95% neu fwy ym mhob un o'r ddau dymor diwethaf.",
    ),
    useful="A steady routine and daily contact with trusted adults protect.",
    lawful="Attendance is kept under the Education Act 1996; the sharing agreement must name its use for early help.",
    reads=(
        "attendance",
        "attendance_previous",
    ),
    axis=Axis.PROTECTION,
    domain="education",
    points=3,
    decay=Decay.TERM,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, attendance || ' / ' || attendance_previous as value,
            case when attendance >= 95 and attendance_previous >= 95 then {points} else 0 end as points, observed_on
        from evidence where attendance is not null
    """,
)
