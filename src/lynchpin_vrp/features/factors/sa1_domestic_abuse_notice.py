"""A police notice of domestic abuse that named the household. Ships off; seen by the reviewer only."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="SA1",
    label=Words("Domestic abuse notice", "Hysbysiad cam-drin domestig"),
    meaning=Words(
        "A police notice of domestic abuse named somebody of the household.",
        "Enwodd hysbysiad heddlu am gam-drin domestig rywun o'r aelwyd.",
    ),
    useful="Children who live with abuse need a safe offer early; the reviewer must know, so that no visit "
    "or letter adds to the danger.",
    lawful="Notices only, never intelligence: off until two people cite a power to disclose, an Article 10 "
    "condition and an impact assessment.",
    reads=("abuse_notified_on",),
    axis=Axis.VULNERABILITY,
    domain="safety",
    points=8,
    decay=Decay.EVENT,
    on=False,
    withheld=True,
    resembles_ace=True,
    sql="""
        select person_id, feed, record_id, abuse_notified_on::varchar as value,
            {points} as points, abuse_notified_on as observed_on
        from evidence where abuse_notified_on is not null
    """,
)
