"""A child who was reported missing. Ships off; seen by the reviewer only."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="SA3",
    label=Words("Missing episode", "Cyfnod ar goll"),
    meaning=Words(
        "The child was reported missing at least once.",
        "Adroddwyd bod y plentyn ar goll o leiaf unwaith.",
    ),
    useful="A child who goes missing is telling of something; a return conversation should not be the last one.",
    lawful="Notices only: off until two people cite a power to disclose and an impact assessment; "
    "safeguarding procedures come first.",
    reads=("missing_episodes", "last_missing_on"),
    axis=Axis.VULNERABILITY,
    domain="safety",
    points=6,
    decay=Decay.EVENT,
    ages=CHILD_AGES,
    on=False,
    withheld=True,
    sql="""
        select person_id, feed, record_id, missing_episodes::varchar as value,
            case when missing_episodes >= 1 then {points} else 0 end as points,
            coalesce(last_missing_on, observed_on) as observed_on
        from evidence where missing_episodes is not null
    """,
)
