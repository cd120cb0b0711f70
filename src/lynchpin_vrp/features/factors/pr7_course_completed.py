"""A course or qualification completed within a year."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="PR7",
    label=Words("Course or qualification", "Cwrs neu gymhwyster"),
    meaning=Words(
        "The person completed a course or qualification in the last 12 months.",
        "Cwblhaodd y person gwrs neu gymhwyster yn y 12 mis diwethaf.",
    ),
    useful="Finishing something makes the next thing likelier, at work and at home.",
    lawful="Adult education's and providers' own returns; the agreement names the use.",
    reads=("course_completed_on",),
    axis=Axis.PROTECTION,
    domain="learning",
    points=3,
    decay=Decay.EVENT,
    sql="""
        select person_id, feed, record_id, course_completed_on::varchar as value,
            case when course_completed_on >= as_at - interval 12 month then {points} else 0 end as points,
            course_completed_on as observed_on
        from evidence cross join asked where course_completed_on is not null
    """,
)
