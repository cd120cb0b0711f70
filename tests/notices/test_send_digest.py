import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.jobs import send_digests
from lynchpin.notices.use_cases.send_digest import send_digest
from lynchpin.organisations.models import Account
from tests.conftest import NOON
from tests.notices.digesting import kept, waiting, write
from tests.support import recorded, refused
from tests.world.staff import machine


class Down(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


def send(reference):
    return send_digest(machine("clock"), reference=reference, at=clock.now())


def test_a_digest_goes_to_the_colleagues_own_address_and_names_nobody(world, settings):
    settings.SITE_ADDRESS = "https://help.example"
    assert send(reference := write(world.worker, contact_due=waiting(7, 9)))
    (message,) = mail.outbox
    assert message.to == [Account.objects.get(pk=world.worker.user_id).email]
    assert "People on your caseload with a contact due: 2\nhttps://help.example/desk/" in message.body
    assert "https://help.example/notices/told/" in message.body and reference.lower() in str(message.message())
    assert (kept(reference).state, kept(reference).sent_at) == ("sent", NOON)
    assert recorded()[-1] == "notices.digest_sent"


def test_a_digest_is_in_the_language_of_its_reader(world):
    Account.objects.filter(pk=world.worker.user_id).update(language="cy")
    send(write(world.worker, contact_due=waiting(7)))
    assert "Beth sy’n aros amdanoch" in mail.outbox[0].subject
    assert mail.outbox[0].extra_headers["Content-Language"] == "cy"


def test_a_digest_is_sent_once(world):
    send(reference := write(world.worker, contact_due=waiting(7)))
    with refused("digest_moved_on"):
        send(reference)
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_down_loses_nobody_and_nobody_is_told_twice(world, settings):
    for actor in (world.worker, world.lead_worker):
        write(actor, contact_due=waiting(7))
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.notices.test_send_digest.Down"
    assert send_digests(at=NOON).failed == 2
    settings.EMAIL_BACKEND = working
    assert (send_digests(at=NOON).left, send_digests(at=NOON).left) == (2, 0)
    assert len(mail.outbox) == 2


def test_whose_account_ended_meanwhile_gets_none(world):
    reference = write(world.worker, contact_due=waiting(7))
    Account.objects.filter(pk=world.worker.user_id).update(is_active=False)
    assert not send(reference)
    assert kept(reference).state == "dropped" and not mail.outbox and recorded()[-1] == "notices.digest_dropped"


def test_an_unknown_digest_is_missing(world):
    with pytest.raises(NotFound):
        send("D-2222-2222")


def test_sending_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        send_digest(world.central, reference=write(world.worker, contact_due=waiting(7)), at=NOON)
