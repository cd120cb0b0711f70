import pytest

from lynchpin.casework.queries.snags import snags, snags_waiting
from lynchpin.casework.snag_choices import SnagState
from lynchpin.casework.use_cases.join_snags import join_snags
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.casework.telling import again, colleague, tell
from tests.support import refused, trail


def join(world, snag, *others, by=None, version=None):
    version = version or again(snag.pk).version
    ids = [other.pk for other in others]
    return join_snags(by or world.cluster_manager, snag_id=snag.pk, version=version, others=ids)


def test_those_who_said_the_same_wait_as_one(world):
    first, second, third = (tell(world, by=colleague(world)) for _ in range(3))
    assert join(world, first, second, third) == 3
    assert [again(each.pk).state for each in (first, second, third)] == ["told", "joined", "joined"]
    (listed,) = snags_waiting(world.cluster_manager, limit=10)
    assert (listed.id, listed.told) == (first.pk, 3)
    assert trail("casework.snags_joined")[-1] == {"others": [second.pk, third.pk]}


def test_what_was_joined_before_comes_along(world):
    first, second, third = (tell(world, by=colleague(world)) for _ in range(3))
    join(world, second, third)
    assert join(world, first, second) == 3
    assert again(third.pk).joined_id == first.pk


def test_joining_counts_nobody_twice(world):
    first, second = (tell(world, by=colleague(world)) for _ in range(2))
    join(world, first, second)
    (count,) = snags(world.cluster_manager).counts
    assert (count.kind_key, count.cluster_key, count.told, count.waiting) == ("not-working", "porth", 2, 2)


def test_what_is_of_another_kind_or_joined_already_is_refused(world):
    first, second, other = tell(world), tell(world), tell(world, kind="welsh")
    with refused("snags_differ"):
        join(world, first, other)
    with refused("snag_joins_nothing"):
        join(world, first, first)
    join(world, first, second)
    with refused("snag_joined_already"):
        join(world, second, first)


def test_another_clusters_is_not_joined(world):
    first, elsewhere = tell(world), tell(world)
    manager = world.actor("cluster-manager", cluster="taf-west")
    with pytest.raises(NotFound):
        join(world, first, elsewhere, by=manager)


def test_a_stale_page_joins_nothing(world):
    first, second = tell(world), tell(world)
    join(world, first, second)
    with pytest.raises(Stale):
        join(world, first, tell(world), version=first.version)


def test_joining_needs_its_permission(world, as_):
    first, second = tell(world), tell(world)
    with pytest.raises(NotPermitted):
        join(world, first, second, by=world.worker)
    assert as_(world.worker).get(f"/casework/missing/{first.pk}/join/").status_code == 403


def test_the_manager_ticks_those_that_say_the_same(world, as_):
    first, second = tell(world), tell(world, by=colleague(world), words="Closed at noon")
    browser = as_(world.cluster_manager)
    address = f"/casework/missing/{first.pk}/join/"
    assert address in browser.get(f"/casework/missing/{first.pk}/").content.decode()
    assert "Closed at noon" in browser.get(address).content.decode()
    assert browser.post(address, {"version": first.version}).status_code == 422
    done = browser.post(address, {"version": first.version, "others": [second.pk]})
    assert done.status_code == 303 and again(second.pk).state == SnagState.JOINED
    assert "2 colleagues said so" in browser.get("/casework/missing/").content.decode()
