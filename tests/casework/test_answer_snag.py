from datetime import timedelta

import pytest

from lynchpin.casework.queries.snags import answers_to_me, snag_counts, snags_waiting
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.answer_snag import answer_snag
from lynchpin.casework.use_cases.join_snags import join_snags
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.tell_snag import tell_snag
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.casework.counting import statements
from tests.casework.telling import again, colleague, tell
from tests.support import refused, trail


def answer(world, snag, by=None, **told):
    given = {"answer": "will-do", "words": "A later bus from Monday", "version": again(snag.pk).version}
    return answer_snag(by or world.cluster_manager, snag_id=snag.pk, at=clock.now(), **given | told)


def test_one_answer_reaches_everybody_who_said_so(world):
    tellers = [colleague(world) for _ in range(3)]
    first, *others = (tell(world, by=teller) for teller in tellers)
    join_snags(world.cluster_manager, snag_id=first.pk, version=1, others=[other.pk for other in others])
    assert answer(world, first) == 3
    for teller in tellers:
        (told,) = answers_to_me(teller)
        assert (told.answer, told.answer_words, told.told) == ("will-do", "A later bus from Monday", 3)
    assert trail("casework.snag_answered")[-1] == {"answer": "will-do", "told": 3}


def test_those_of_other_clusters_whom_the_centre_joined_are_answered_too(world):
    here = tell(world)
    there = world.actor("engagement-worker", cluster="taf-west")
    far = tell_snag(there, kind="not-working", cluster="taf-west", at=clock.now())
    join_snags(world.central, snag_id=here.pk, version=1, others=[far])
    answer(world, here, by=world.actor("cluster-manager", cluster="porth"))
    assert [told.id for told in answers_to_me(there)] == [far]


def test_what_was_answered_or_joined_is_not_answered_again(world):
    first, second = tell(world), tell(world)
    join_snags(world.cluster_manager, snag_id=first.pk, version=1, others=[second.pk])
    with refused("snag_joined_already"):
        answer(world, second)
    answer(world, first)
    with refused("snag_answered_already"):
        answer(world, first)


def test_an_answer_without_words_is_none(world):
    with refused("snag_answer_without_words"):
        answer(world, tell(world), words=" ")


def test_whoever_answers_an_older_page_sees_first_how_many_it_is_for(world):
    first, second = tell(world), tell(world)
    join_snags(world.cluster_manager, snag_id=first.pk, version=1, others=[second.pk])
    with pytest.raises(Stale):
        answer(world, first, version=1)


def test_the_manager_answers_on_the_page_and_it_comes_back_to_the_tellers_home(world, as_):
    snag = tell(world, words="The bus stops at six")
    browser = as_(world.cluster_manager)
    address = f"/casework/missing/{snag.pk}/"
    assert address in browser.get("/desk/").content.decode()
    assert browser.post(address, {"version": snag.version, "answer": "there"}).status_code == 422
    told = {"version": snag.version, "answer": "there", "words": "Dial-a-ride, 07700 900200"}
    assert browser.post(address, told).status_code == 303
    assert "This was answered already." in browser.get(address).content.decode()
    home = as_(world.worker).get("/desk/from-colleagues/").content.decode()
    assert "Dial-a-ride, 07700 900200" in home and "It is there already" in home and "I have seen it" in home


def test_another_cluster_is_not_found_and_the_centre_sees_all(world):
    snag = tell(world)
    elsewhere = world.actor("cluster-manager", cluster="taf-west")
    assert snags_waiting(elsewhere, limit=9) == ()
    with pytest.raises(NotFound):
        answer(world, snag, by=elsewhere)
    assert [each.id for each in snags_waiting(world.central, limit=9)] == [snag.pk]


def test_what_is_told_outside_every_cluster_is_the_centres(world):
    referral = world.routed(area_code=world.OUTSIDE)
    reference = open_case(world.central, referral=referral.reference, at=clock.now())
    given = {"version": world.again(reference).version, "worker_id": world.worker.staff_id, "at": clock.now()}
    allocate_case(world.central, reference=reference, **given)
    tell(world, case=world.again(reference))
    assert snags_waiting(world.cluster_manager, limit=9) == ()
    (told,) = snags_waiting(world.central, limit=9)
    assert told.cluster == ""


def test_answering_needs_its_permission(world, as_):
    snag = tell(world)
    with pytest.raises(NotPermitted):
        answer(world, snag, by=world.worker)
    for address in (f"/casework/missing/{snag.pk}/", "/casework/missing/"):
        assert as_(world.worker).get(address).status_code == 403


def test_counts_since_a_day_are_for_later_rooms(world):
    with clock.held(clock.now() - timedelta(days=40)):
        world.colleagues_since(clock.now())
        tell(world)
    answer(world, tell(world, kind="welsh"))
    tell(world, kind="welsh")
    counted = [(row.kind_key, row.told, row.waiting) for row in snag_counts(world.central, clock.today())]
    assert counted == [("welsh", 2, 1)]


def test_the_list_needs_as_many_statements_for_many_as_for_few(world, as_):
    tell(world)
    browser = as_(world.cluster_manager)
    few = statements(lambda: browser.get("/casework/missing/"))
    for kind in ("welsh", "rule", "access"):
        tell(world, kind=kind, by=colleague(world))
    assert statements(lambda: browser.get("/casework/missing/")) == few <= 15
