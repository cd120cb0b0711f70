"""A pupil absent for at least a fifth of two terms running."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED1",
    label=Words("Persistent absence", "Absenoldeb cyson"),
    meaning=Words(
        "Attendance was below 80% in each of the last two terms.",
        "Roedd presenoldeb o dan 80% ym mhob un o'r ddau dymor diwethaf.",
    ),
    useful="Two terms of absence are seldom chance; a family conversation finds the reason sooner than a letter does.",
    lawful="Attendance is kept under the Education Act 1996; the sharing agreement must name its use for early help.",
    reads=(
        "attendance",
        "attendance_previous",
    ),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=6,
    decay=Decay.TERM,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, attendance || ' / ' || attendance_previous as value,
            case when attendance < 80 and attendance_previous < 80 then {points} else 0 end as points, observed_on
        from evidence where attendance is not null
    """,
)
