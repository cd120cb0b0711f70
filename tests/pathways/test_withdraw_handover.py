from lynchpin.pathways.use_cases.withdraw_handover import withdraw_handover
from tests.pathways import coming_back


def test_it_is_back_with_the_sender_and_says_why(world):
    coming_back.comes_back_and_says_why(world, withdraw_handover, "withdrawn")


def test_a_colleague_sees_the_person_no_longer(world):
    sent = coming_back.sent_to_a_colleague(world, world.actor("engagement-worker", cluster="taf-west"))
    coming_back.ends_what_the_colleague_sees(world, withdraw_handover, sent, world.worker)


def test_what_no_return_allows_is_refused(world):
    coming_back.refuses_what_no_return_allows(world, withdraw_handover, "withdrawal_without_reason")


def test_the_worker_does_it_on_the_page(world, as_):
    coming_back.works_on_its_page(world, as_, "withdraw", "withdrawn")
