"""Fixed-term exclusions in the last twelve months, graded."""

from lynchpin_vrp.features.factor import SCHOOL_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED3",
    label=Words("Fixed-term exclusions", "Gwaharddiadau cyfnod penodol"),
    meaning=Words(
        "One exclusion adds 3 points, two add 4, three or more add 6.",
        "Mae un gwaharddiad yn ychwanegu 3 phwynt, dau yn ychwanegu 4, a thri neu fwy yn ychwanegu 6.",
    ),
    useful="Exclusion cuts a child off from the adults who would notice; repeated exclusion more so.",
    lawful="Schools must record exclusions (Education (Pupil Exclusions) (Wales) Regulations 2003); the agreement names the use.",
    reads=(
        "exclusions",
        "last_exclusion_on",
    ),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=6,
    decay=Decay.EVENT,
    ages=SCHOOL_AGES,
    sql="""
        select person_id, feed, record_id, exclusions::varchar as value,
            least({points}, case when exclusions >= 3 then 6 when exclusions = 2 then 4 when exclusions = 1 then 3 else 0 end) as points,
            coalesce(last_exclusion_on, observed_on) as observed_on
        from evidence where exclusions is not null
    """,
)
