"""What a linkage shows of itself without any labels: how sure its links are, what parted groups, numbers that disagree, large persons.

None of these says how often it errs; a change of them, or a group that is unlike the others, says where to look. After the measures
that J. C. Doidge and K. L. Harron advise where no truth is known (International Journal of Epidemiology 48 (2019), 2050-2060)."""

from __future__ import annotations

from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.shares import number, share, shares
from lynchpin_vrp.engine import Engine, Step

# A certain link was settled without a score, a decided one by a person; the others by the probability they were given.
CERTAINTY = """case when reason like 'decided%' then 'decided' when reason = 'certain' then 'certain'
    when match_probability >= 0.999 then 'from_999' when match_probability >= 0.99 then 'from_990' else 'below_990' end"""
SIZES = """case when records = 1 then '1' when records <= 5 then '2-5' when records <= 10 then '6-10'
    when records <= 20 then '11-20' else '21+' end"""
NUMBERS = ("nhs_numbers", "upns")

LINKED = Step(
    "set links beside their groups",
    ("links", "persons", "person_groups"),
    "linked",
    f"""select person_id, person_groups.kind, grp, kept, reason, {CERTAINTY} as certainty
        from links join persons on feed = feed_l and record_id = record_id_l join person_groups using (person_id)""",
)


def linking(engine: Engine) -> list[Measure]:
    engine.take(LINKED)
    return [*_certainty(engine), *_parted(engine), *_two_numbers(engine), *_sizes(engine), *_largest(engine)]


def _certainty(engine: Engine) -> list[Measure]:
    return _of_links(engine, "link_certainty", "certainty", "kept")


def _parted(engine: Engine) -> list[Measure]:
    """Of all links that were strong enough, those that stand for nothing, since two of the group cannot be one person."""
    return _of_links(engine, "links_parted", "case when not kept then reason end", "true")


def _of_links(engine: Engine, code: str, part: str, where: str) -> list[Measure]:
    """Shares of links by a part; nobody's links are told where they are those of few people."""
    rows = engine.fetch(
        f"""with chosen as (select *, {part} as part from linked where {where}),
            totals as (select kind, grp, count(*) as links, count(distinct person_id) as people from chosen group by all)
        select part, kind, grp, count(*), any_value(links), any_value(people) from chosen join totals using (kind, grp)
        where part is not null group by part, kind, grp order by part, kind, grp"""
    )
    return [share(code, *row) for row in rows]


def _two_numbers(engine: Engine) -> list[Measure]:
    """People whose records bear two different numbers of a kind of which everybody has one, of all who have any."""
    each = (
        f"""select '{name}', kind, grp, count(*) filter ({name} > 1), count(*) from people
            join person_groups using (person_id) where {name} > 0 group by kind, grp"""
        for name in NUMBERS
    )
    return shares("two_numbers", engine.fetch(f"select * from ({' union all '.join(each)}) order by all"))


def _sizes(engine: Engine) -> list[Measure]:
    rows = engine.fetch(
        f"select {SIZES} as size, '', '', count(*), (select count(*) from people) from people group by size order by min(records)"
    )
    return shares("records_a_person", rows)


def _largest(engine: Engine) -> list[Measure]:
    most, people = engine.fetch("select max(records), count(*) from people")[0]
    return [number("largest_person", "", most, people)] if people else []
