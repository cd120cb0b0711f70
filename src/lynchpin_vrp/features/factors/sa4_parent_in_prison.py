"""A child whose parent is in prison. Ships off; seen by the reviewer only."""

from lynchpin_vrp.features.factor import CHILD_AGES, Axis, Decay, Factor, Words

FACTOR = Factor(
    key="SA4",
    label=Words("Parent in prison", "Rhiant yn y carchar"),
    meaning=Words(
        "An agency or the family said that a parent of the child is in prison.",
        "Dywedodd asiantaeth neu'r teulu fod rhiant i'r plentyn yn y carchar.",
    ),
    useful="These children are counted nowhere and rarely ask; visits, money and shame can be eased.",
    lawful="Told by the prison's family work or by the family: off until two people cite a power to "
    "disclose and an impact assessment.",
    reads=("parent_in_prison",),
    axis=Axis.VULNERABILITY,
    domain="safety",
    points=5,
    decay=Decay.STATE,
    ages=CHILD_AGES,
    on=False,
    withheld=True,
    resembles_ace=True,
    sql="""
        select person_id, feed, record_id, parent_in_prison as value,
            case when parent_in_prison = 'Y' then {points} else 0 end as points, observed_on
        from evidence where parent_in_prison is not null
    """,
)
