"""A death or a parting in the family, told with its date."""

from lynchpin_vrp.features.factor import Axis, Decay, Factor, Words

FACTOR = Factor(
    key="FA3",
    label=Words("Bereavement or separation", "Profedigaeth neu wahanu"),
    meaning=Words(
        "The family told the school or the service of a death or a separation, with its date.",
        "Dywedodd y teulu wrth yr ysgol neu'r gwasanaeth am farwolaeth neu wahanu, gyda'r dyddiad.",
    ),
    useful="Loss is ordinary and passes, and a hand at the right time shortens it; it fades from the score "
    "as it does in life.",
    lawful="Told by the family for support; the agreement names the use. It is never counted as an adverse experience.",
    reads=("loss_reported_on",),
    axis=Axis.VULNERABILITY,
    domain="family",
    points=3,
    decay=Decay.EVENT,
    resembles_ace=True,
    sql="""
        select person_id, feed, record_id, loss_reported_on::varchar as value,
            {points} as points, loss_reported_on as observed_on
        from evidence where loss_reported_on is not null
    """,
)
