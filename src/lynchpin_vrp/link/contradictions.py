"""Pairs of entities that cannot be one person, however much else they share: the rules a model of pairs does not know.

A relative shares surname, home, telephone and e-mail; twins share a birth date too. What tells them apart is a forename, a birth
date far away, or a number of their own. Where two signs disagree, the rules lean towards two people: a child merged with
a sibling is the harm this service must not do (PERFORMANCE 2)."""

from __future__ import annotations

from datetime import date

from lynchpin_vrp.engine import Step
from lynchpin_vrp.link.model import NUMBERS, one_figure, one_slip

LARGEST = 60  # entities; in a larger group only its own edges are judged, since all its pairs would be too many
TWINS_TOGETHER_UNTIL = (
    25  # our own: above this age one birth date and one telephone, e-mail or household mean one person, not twins
)


def steps(as_at: date) -> tuple[Step, ...]:
    """From `grouped` (uid, grp) and `joining` (uid_l, uid_r) to `contradictions` (grp, uid_l, uid_r, reason)."""
    return (PAIRS, ALSO_KNOWN, COMPARED, _contradictions(as_at))


# Two of one forename and birth date contradict nothing, whatever else they say.
PAIRS = Step(
    "pair entities of one group",
    ("grouped", "joining", "entities"),
    "group_pairs",
    f"""with sized as (select grp, uid, one, count(*) over (partition by grp) as size from grouped join entities using (uid))
        select l.grp, l.uid as uid_l, r.uid as uid_r from sized as l join sized as r on l.grp = r.grp and l.uid < r.uid
        where l.size <= {LARGEST} and coalesce(l.one != r.one, true)
        union all select grp, uid_l, uid_r from joining join sized on sized.uid = uid_l where size > {LARGEST}""",
)

# One record with a middle name tells that two forenames of one birth date may be one person's: no twin bears the other's name.
ALSO_KNOWN = Step(
    "note who may go by a middle name",
    ("grouped", "entities"),
    "also_known",
    """select distinct grp, birth_day, forename as one, unnest(string_split(middle_names, ' ')) as other
        from grouped join entities using (uid) where middle_names is not null and birth_day is not null""",
)


def _share(sign: str) -> str:
    """Whether either of two entities' two values of a sign is the other's; null where one has none."""
    return f"(l.{sign} in (r.{sign}, r.other_{sign}) or l.other_{sign} in (r.{sign}, r.other_{sign}))"


# Names alike in any way that one person's two names can be. A name not known contradicts nothing.
NAMES_AGREE = f"""coalesce(l.forename = r.forename or {_share("called")}
    or jaro_winkler_similarity(l.forename, r.forename) >= 0.88 or {one_slip("l.forename", "r.forename")}
    or l.forename_skeleton = r.forename_skeleton and length(l.forename_skeleton) > 1
    or starts_with(l.forename, r.forename) or starts_with(r.forename, l.forename)
    or length(r.forename) > 2 and contains(l.forename, r.forename) or length(l.forename) > 2 and contains(r.forename, l.forename)
    or l.forename = r.surname or l.surname = r.forename
    or list_contains(string_split(coalesce(r.middle_names, ''), ' '), l.forename)
    or list_contains(string_split(coalesce(l.middle_names, ''), ' '), r.forename), true)"""

# Birth dates that one date, badly typed, can become: a digit wrong, figures changed about, only the year known, a few days out,
# and the same a year or ten years out. Brothers and sisters are never days apart.
DATES_AGREE = f"""coalesce(l.birth_day = r.birth_day or {one_figure("l.birth_day", "r.birth_day")}
    or l.birth_year = r.birth_year and month(l.birth_date) = day(r.birth_date) and day(l.birth_date) = month(r.birth_date)
    or l.birth_year = r.birth_year and (l.year_only or r.year_only)
    or abs(date_diff('day', l.birth_date, r.birth_date)) <= 3
    or abs(abs(date_diff('day', l.birth_date, r.birth_date)) - 365) <= 3
    or abs(abs(date_diff('day', l.birth_date, r.birth_date)) - 3652) <= 3, true)"""


def _numbers(sign: str) -> str:
    """How many of the three personal numbers are shared (`sign` empty) or differ (`not`) where both are known."""
    return " + ".join(f"coalesce({sign} {_share(number)}, false)::int" for number in NUMBERS)


COMPARED = Step(
    "compare entities of one group",
    ("group_pairs", "entities", "also_known"),
    "compared",
    f"""select p.grp, p.uid_l, p.uid_r, {NAMES_AGREE} or a.one is not null or b.one is not null as names_agree,
            {DATES_AGREE} as dates_agree,
            {_numbers("")} as same_numbers, {_numbers("not")} as other_numbers,
            coalesce(l.forename = r.forename, false) as same_forename, coalesce(l.birth_day = r.birth_day, false) as same_date,
            coalesce(l.middle_names = r.middle_names, false) as same_middle_names,
            coalesce(l.middle_names != r.middle_names, false) as other_middle_names, coalesce(l.sex != r.sex, false) as other_sex,
            coalesce(l.birth_day != r.birth_day, false) as other_date, least(l.birth_date, r.birth_date) as birth_date,
            coalesce({_share("dwelling")}, false) and coalesce(l.surname = r.surname, false) as same_household,
            coalesce({_share("phone")}, false) as same_phone, coalesce({_share("email")}, false) as same_email
        from group_pairs as p join entities as l on l.uid = p.uid_l join entities as r on r.uid = p.uid_r
            left join also_known as a on a.grp = p.grp and a.birth_day = l.birth_day and a.birth_day = r.birth_day
                and a.one = l.forename and a.other = r.forename
            left join also_known as b on b.grp = p.grp and b.birth_day = l.birth_day and b.birth_day = r.birth_day
                and b.one = r.forename and b.other = l.forename""",
)


def _contradictions(as_at: date) -> Step:
    grown = f"coalesce(birth_date < date '{as_at}' - interval {TWINS_TOGETHER_UNTIL} year, true)"
    middle_name = f"""same_date and (same_middle_names or same_numbers = 1 and not other_middle_names and not other_sex)
        or {grown} and not other_date and not other_middle_names and not other_sex and other_numbers = 0
            and (same_email or same_date and (same_phone or same_household))"""
    return Step(
        "find pairs that cannot be one person",
        ("compared",),
        "contradictions",
        f"""with judged as (select grp, uid_l, uid_r, case
                when not names_agree and same_numbers < 2 and not ({middle_name}) then 'unlike_forenames'
                when not dates_agree and same_numbers < 2 and not (same_numbers = 1 and same_forename) then 'birth_dates_apart'
                when other_numbers > 0 and same_numbers = 0 and not (same_forename and same_date) then 'other_number'
                end as reason from compared)
            select distinct grp, uid_l, uid_r, reason from judged where reason is not null""",
    )
