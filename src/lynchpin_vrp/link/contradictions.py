"""Pairs of records that cannot be one person, however much else they share: the rules a model of pairs does not know.

A relative shares surname, home, telephone and e-mail; twins share a birth date too. What tells them apart is a forename, a birth
date far away, or a number of their own. Where two signs disagree, the rules lean towards two people: a child merged with a sibling
is the harm this service must not do (PERFORMANCE 2)."""

from __future__ import annotations

from lynchpin_vrp.engine import Step

LARGEST = 400  # records; in a larger group only its own edges are judged, since all its pairs would be too many

# Names alike in any way that one person's two names can be.
NAMES_AGREE = """(l.forename = r.forename or list_has_any(l.forename_groups, r.forename_groups)
    or jaro_winkler_similarity(l.forename, r.forename) >= 0.88 or damerau_levenshtein(l.forename, r.forename) <= 1
    or l.forename_skeleton = r.forename_skeleton and length(l.forename_skeleton) > 1
    or l.forename = r.surname or l.surname = r.forename
    or contains(l.forename, r.forename) or contains(r.forename, l.forename)
    or contains(' ' || r.middle_names || ' ', ' ' || l.forename || ' ') or contains(' ' || l.middle_names || ' ', ' ' || r.forename || ' '))"""

# Birth dates that one date, badly typed, can become: a digit wrong, two digits changed about, day and month swapped.
DATES_AGREE = """(damerau_levenshtein(l.birth_day, r.birth_day) <= 1
    or substr(l.birth_day, 1, 4) = substr(r.birth_day, 1, 4)
    and substr(l.birth_day, 6, 2) = substr(r.birth_day, 9, 2) and substr(l.birth_day, 9, 2) = substr(r.birth_day, 6, 2)
    or l.birth_year = r.birth_year and (substr(l.birth_day, 6) = '01-01' or substr(r.birth_day, 6) = '01-01')
    or substr(l.birth_day, 6) = substr(r.birth_day, 6) and abs(l.birth_year - r.birth_year) in (1, 10))"""

OTHER_NUMBERS = "coalesce(l.nhs_number != r.nhs_number, false)::int + coalesce(l.upn != r.upn, false)::int + coalesce(l.nino != r.nino, false)::int"
SAME_NUMBERS = "coalesce(l.nhs_number = r.nhs_number, false)::int + coalesce(l.upn = r.upn, false)::int + coalesce(l.nino = r.nino, false)::int"

COMPARED = """select p.uid_l, p.uid_r, {names} as names_agree, {dates} as dates_agree, l.birth_day = r.birth_day as same_date,
    {others} as other_numbers, {same} as same_numbers, l.forename = r.forename as same_forename,
    l.middle_names = r.middle_names as same_middle_names
    from {pairs} as p join comparable as l on l.uid = p.uid_l join comparable as r on r.uid = p.uid_r"""

REASON = """case
    when not names_agree and same_numbers < 2 and not coalesce(same_date and same_middle_names, false) then 'unlike_forenames'
    when not dates_agree and same_numbers < 2 then 'birth_dates_apart'
    when other_numbers > 0 and same_numbers = 0 and not coalesce(same_forename and same_date, false) then 'other_number'
    end"""

PAIRS = Step(
    "pair records of one group",
    ("grouped",),
    "group_pairs",
    f"""with sized as (select *, count(*) over (partition by grp) as size from grouped)
        select l.uid as uid_l, r.uid as uid_r from sized as l join sized as r on l.grp = r.grp and l.uid < r.uid where l.size <= {LARGEST}
        union select uid_l, uid_r from edges""",
)

CONTRADICTIONS = Step(
    "find pairs that cannot be one person",
    ("group_pairs", "comparable"),
    "contradictions",
    f"""select uid_l, uid_r, {REASON} as reason
        from ({COMPARED.format(names=NAMES_AGREE, dates=DATES_AGREE, others=OTHER_NUMBERS, same=SAME_NUMBERS, pairs="group_pairs")})
        where reason is not null""",
)
