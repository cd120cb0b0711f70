"""A young person who has left school and is not in education, work or training, or may not stay in it."""

from lynchpin_vrp.features.factor import POST_16_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="ED6",
    label=Words("Young people's engagement", "Ymgysylltiad pobl ifanc"),
    meaning=Words(
        "Tier 1 or 2 (not known, or not ready to work or learn) adds 6 points, tier 3 (looking) adds 4, "
        "tier 4 (at risk of leaving) adds 2.",
        "Mae haen 1 neu 2 (anhysbys, neu heb fod yn barod i weithio neu ddysgu) yn ychwanegu 6 phwynt, "
        "haen 3 (yn chwilio) 4, a haen 4 (mewn perygl o adael) 2.",
    ),
    useful="The tiers say who is slipping from view after sixteen, when no school would notice.",
    lawful="Education and Skills Act 2008 and the Youth Engagement and Progression Framework; the agreement "
    "names the use.",
    reads=("careers_tier",),
    axis=Axis.VULNERABILITY,
    domain="education",
    points=6,
    decay=Decay.STATE,
    ages=POST_16_AGES,
    sql="""
        select person_id, feed, record_id, 'tier ' || careers_tier as value,
            least({points}, case when careers_tier <= 2 then 6 when careers_tier = 3 then 4
                when careers_tier = 4 then 2 else 0 end) as points, observed_on
        from evidence where careers_tier is not null
    """,
)
