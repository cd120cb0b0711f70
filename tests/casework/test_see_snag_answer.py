import pytest

from lynchpin.casework.use_cases.see_snag_answer import see_snag_answer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.telling import again, colleague, tell
from tests.casework.test_answer_snag import answer
from tests.support import recorded, refused


def see(world, snag, by=None):
    return see_snag_answer(by or world.worker, snag_id=snag.pk, at=clock.now())


def test_an_answer_that_was_seen_leaves_the_home(world, as_):
    snag = tell(world)
    answer(world, snag)
    browser = as_(world.worker)
    address = f"/casework/missing/{snag.pk}/seen/"
    assert f'action="{address}"' in browser.get("/desk/from-colleagues/").content.decode()
    assert browser.post(address, {}).status_code == 303
    assert address not in browser.get("/desk/from-colleagues/").content.decode()
    assert again(snag.pk).seen_at == clock.now() and recorded()[-1] == "casework.snag_answer_seen"


def test_it_is_seen_once_and_not_before_it_came(world):
    snag = tell(world)
    with refused("snag_not_answered"):
        see(world, snag)
    answer(world, snag)
    see(world, snag)
    with refused("snag_seen_already"):
        see(world, snag)


def test_nobody_sees_it_for_another(world):
    snag = tell(world)
    answer(world, snag)
    with pytest.raises(NotFound):
        see(world, snag, colleague(world))


def test_seeing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        see(world, tell(world), world.cluster_manager)
