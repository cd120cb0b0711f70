"""An edition holds once a second person agrees it; its dry run says beforehand what it does, and no small number."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.queries.routing import tried
from lynchpin.frontdoor.queries.suggesting import rules_of, rules_on
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.frontdoor.routing import PACK, agreed, drafted
from tests.support import refused, trail
from tests.world.frontdoor import Profiled

GREEN = ("green", "low")


def region():
    """Six green families and one amber in one cluster, two green ones elsewhere."""
    here = [Profiled(key=f"g{n}", bands=GREEN, vulnerability=900 + n) for n in range(6)]
    return (*here, Profiled(key="a"), *(Profiled(key=f"e{n}", bands=GREEN, cluster="taf-west") for n in range(2)))


def standings(run_reference):
    """Each family's place in its cluster's order, as the run has raised it."""
    found = {}
    for each in Candidate.unscoped.filter(run_reference=run_reference).order_by("standing"):
        found[each.family_key] = (each.cluster_id, 1 + sum(place[0] == each.cluster_id for place in found.values()))
    return found


def test_from_its_day_on_the_next_run_follows_it(world):
    world.matrix()
    agreed(world, drafted(world, valid_from=NOON.date() + timedelta(days=1)))
    assert world.raised(Profiled(bands=GREEN)) == []
    with clock.held(NOON + timedelta(days=1)):
        (found,) = world.raised(Profiled(bands=GREEN))
    assert found.suggested_route == "caseload"
    assert trail("frontdoor.routing_rules_agreed") == [{"edition": 1, "valid_from": "2026-06-11"}]


def test_loading_the_pack_again_leaves_an_agreed_edition_in_force(world):
    world.matrix()
    agreed(world, drafted(world))
    world.matrix()
    assert len(world.raised(Profiled(bands=GREEN))) == 1


def test_whoever_drafted_it_does_not_agree_it(world):
    world.matrix()
    edition = drafted(world)
    with refused("routing_needs_a_second_person"):
        agreed(world, edition, world.commissioner)


def test_an_edition_is_agreed_once_and_not_after_its_day(world):
    world.matrix()
    edition = drafted(world)
    with clock.held(NOON + timedelta(days=1)), refused("routing_from_the_past"):
        agreed(world, edition)
    with refused("routing_agreed_already"):
        agreed(world, agreed(world, edition))


def test_a_stale_form_agrees_nothing(world):
    world.matrix()
    edition = drafted(world)
    edition.version += 1
    with pytest.raises(Stale):
        agreed(world, edition)


def test_an_edition_that_never_was_is_missing(world):
    world.matrix()
    edition = drafted(world)
    edition.number = 9
    with pytest.raises(NotFound):
        agreed(world, edition)


def test_agreeing_needs_its_permission(world):
    world.matrix()
    with pytest.raises(NotPermitted):
        agreed(world, drafted(world), world.central)


def test_a_dry_run_says_what_raising_the_same_run_then_does(world):
    world.matrix()
    world.framework()
    world.said_no(world.referral(name="Lowri Gethin", birth_date=Profiled().people[0][3]))
    calm = (("adult", "Aled", "Bowen", Profiled().people[0][3]),)
    families = [Profiled(key=f"f{n}", bands=GREEN if n % 2 else ("red", "low"), people=calm) for n in range(9)]
    run = world.profiled(*families, Profiled(key="no", bands=GREEN))
    actor = world.commissioner.bound_to("frontdoor.agree_routing_rules")
    edition = drafted(world, cells=PACK | {"red:low": "none", "green:low": "priority"})
    now, then = rules_on(actor, NOON.date()), rules_of(edition)
    foreseen = tried(actor, now, then, NOON).whole
    before = standings(run) or _raised(world, run)
    agreed(world, edition)
    again = _raised_afresh(world, families)
    added, dropped = set(again) - set(before), set(before) - set(again)
    moved = {key for key in set(before) & set(again) if before[key] != again[key]}
    assert (foreseen.added, foreseen.dropped, foreseen.moved) == (len(added), len(dropped), len(moved)) == (4, 5, 0)


def _raised(world, run):
    world.raise_run(run)
    return standings(run)


def _raised_afresh(world, families):
    return _raised(world, world.profiled(*families))


def test_families_of_a_group_come_first_where_the_rules_say_so(world):
    world.matrix()
    world.framework()
    agreed(world, drafted(world, cells=PACK, first=["CG03"]))
    found = world.raised(Profiled(key="rich", vulnerability=2900), Profiled(key="meals", fact="IN1"))
    assert [each.family_key for each in sorted(found, key=lambda each: each.standing)] == ["meals", "rich"]


def test_the_page_shows_the_dry_run_in_counts_and_hides_small_ones(world, as_):
    world.matrix()
    world.raise_run(world.profiled(*region()))
    drafted(world)
    page = as_(world.approver).get("/frontdoor/routing/1/").content.decode()
    assert "8 added to those suggested, 0 dropped, and 0 moved" in page
    assert "Lowri" not in page and page.count("[c]") >= 2, "two elsewhere, and the six beside the total"
    assert statements(lambda: as_(world.approver).get("/frontdoor/routing/1/")) <= 30


def test_whoever_drafted_it_reads_why_another_has_to_agree(world, as_):
    world.matrix()
    drafted(world)
    page = as_(world.commissioner).get("/frontdoor/routing/1/").content.decode()
    assert "Another person has to agree it" in page and "nothing to try it on" in page


def test_the_page_agrees_it(world, as_):
    world.matrix()
    edition = drafted(world)
    sent = {"version": edition.version, "reason": "The board wished it."}
    assert as_(world.approver).post("/frontdoor/routing/1/", sent).status_code == 303
    assert "The board wished it." in as_(world.central).get("/frontdoor/routing/").content.decode()
    assert as_(world.central).get("/frontdoor/routing/1/").status_code == 403
