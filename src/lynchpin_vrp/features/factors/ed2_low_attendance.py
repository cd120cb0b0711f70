"""A pupil below nine days in ten who is not persistently absent."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED2",
    label=Words("Low attendance", "Presenoldeb isel"),
    meaning=Words(
        "Attendance was below 90% this term, without two terms below 80%.",
        "Roedd presenoldeb o dan 90% y tymor hwn, heb ddau dymor o dan 80%.",
    ),
    useful="It is the earliest sign that a school already holds; a first term below 80% counts here, so that no child"
    " falls between the two.",
    lawful="Attendance is kept under the Education Act 1996; the sharing agreement must name its use for early help.",
    reads=(
        "attendance",
        "attendance_previous",
    ),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=3,
    decay=Decay.TERM,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, attendance::varchar as value,
            case when attendance < 90 and not (attendance < 80 and coalesce(attendance_previous < 80, false)) 
        then {points} else 0 end as points, observed_on
        from evidence where attendance is not null
    """,
)
