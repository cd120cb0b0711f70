"""Statutory involvement that ended in the last two years."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="FA1",
    label=Words("Recent end of statutory involvement", "Ymwneud statudol a ddaeth i ben yn ddiweddar"),
    meaning=Words(
        "Children's services closed a statutory plan in the last 24 months.",
        "Caeodd gwasanaethau plant gynllun statudol yn ystod y 24 mis diwethaf.",
    ),
    useful="Families step down from a plan to nothing; a light hand then keeps the gain.",
    lawful="Social Services and Well-being (Wales) Act 2014 s.15 prevention; seen by the reviewer only.",
    reads=("closed_on",),
    axis=Axis.VULNERABILITY,
    domain="family",
    points=4,
    decay=Decay.EVENT,
    ages=CHILD_AGES,
    withheld=True,
    sql="""
        select person_id, feed, record_id, closed_on::varchar as value,
            case when closed_on >= as_at - interval 24 month then {points} else 0 end as points, closed_on as observed_on
        from evidence cross join asked where closed_on is not null
    """,
)
