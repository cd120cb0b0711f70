from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover
from lynchpin.pathways.use_cases.decline_handover import decline_handover
from tests.pathways import coming_back
from tests.support import refused


def test_it_is_back_with_the_sender_and_says_why(world):
    coming_back.comes_back_and_says_why(world, decline_handover, "declined")


def test_a_colleague_sees_the_person_no_longer(world):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    sent = coming_back.sent_to_a_colleague(world, colleague)
    coming_back.ends_what_the_colleague_sees(world, decline_handover, sent, colleague)


def test_nobody_declines_for_a_colleague(world):
    sent = coming_back.sent_to_a_colleague(world, world.actor("engagement-worker", cluster="porth"))
    with refused("handover_not_yours"):
        world.handover_step(decline_handover, sent, world.worker, because="No room")


def test_whoever_took_them_on_can_still_decline_and_is_not_asked_to_withdraw(world, as_):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    taken = world.handover_step(acknowledge_handover, coming_back.sent_to_a_colleague(world, colleague), colleague)
    page = f"/pathways/handovers/{taken.reference}/"
    assert f"{page}decline/" in (shown := as_(colleague).get(page).content.decode())
    assert f"{page}withdraw/" not in shown
    assert f"{page}withdraw/" in as_(world.worker).get(page).content.decode(), "the sender takes it back"
    assert world.handover_step(decline_handover, taken, colleague, because="Ill for long").state == "declined"


def test_what_no_return_allows_is_refused(world):
    coming_back.refuses_what_no_return_allows(world, decline_handover, "decline_without_reason")


def test_the_worker_does_it_on_the_page(world, as_):
    coming_back.works_on_its_page(world, as_, "decline", "declined")
