"""How evidence fades, in calendar months before the run's date: events by age, states until they end, terms until the next (DOMAIN 4.4)."""

from __future__ import annotations

from lynchpin_vrp.engine import Step

FULL_MONTHS, HALF_MONTHS, QUARTER_MONTHS = 6, 12, 24  # an event counts 100, 50, 25 per cent, then nothing
STATE_END_MONTHS = 6  # a state counts half for so long after it ended
STATE_SEEN_MONTHS = 12  # our own: a state not seen again for a year is taken to have ended then
TERM_MONTHS = 6  # our own: the longest time from one term's end to the next, and the weeks an extract takes to arrive

EVENT = f"""case when observed_on >= as_at - interval {FULL_MONTHS} month then 100
    when observed_on >= as_at - interval {HALF_MONTHS} month then 50
    when observed_on >= as_at - interval {QUARTER_MONTHS} month then 25 else 0 end"""
ENDED = f"least(coalesce(next_on, date '9999-12-31'), observed_on + interval {STATE_SEEN_MONTHS} month)"
STATE = (
    f"case when {ENDED} > as_at then 100 when {ENDED} >= as_at - interval {STATE_END_MONTHS} month then 50 else 0 end"
)
TERM = f"case when next_on is null and observed_on >= as_at - interval {TERM_MONTHS} month then 100 else 0 end"

DECAYED = Step(
    "let evidence fade",
    ("observations", "factors", "asked"),
    "decayed",
    f"""with dated as (select observations.*, factors.axis, factors.domain, factors.decay as fades, as_at,
            lead(observed_on) over (partition by factor, person_id, observations.feed order by observed_on, record_id) as next_on
            from observations join factors on factors.key = factor cross join asked where observed_on <= as_at)
        select *, case fades when 'E' then {EVENT} when 'S' then {STATE} else {TERM} end as decay from dated where points > 0""",
)

FACTS = Step(
    "keep the strongest evidence of each person, factor and feed",
    ("decayed", "families", "people", "factors"),
    "facts",
    """select family_id, person_id, factor, value, observed_on as evidence_date, decayed.feed, record_id,
            decayed.axis, decayed.domain, 100 * decayed.points as full_points, decayed.decay, decayed.points * decayed.decay as points
        from decayed join families using (person_id) join people using (person_id) join factors on factors.key = factor
        where decayed.decay > 0 and (people.age is null or people.age between factors.youngest and factors.oldest)
        qualify row_number() over (partition by person_id, factor, decayed.feed
            order by decayed.points * decayed.decay desc, observed_on desc, record_id) = 1""",
)
