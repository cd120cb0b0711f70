"""Words of other systems: none is lost on the way in, and each of ours has one of theirs on the way out."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause, VoidCause
from lynchpin.frontdoor.vocabularies import FINDHELP, VOCABULARIES

CAUSES = {
    ReferralStatus.RETURNED: set(ReturnCause),
    ReferralStatus.ENDED: set(EndCode),
    ReferralStatus.VOID: set(VoidCause),
}
each = pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)


@each
def test_no_foreign_word_is_lost(vocabulary):
    for word in vocabulary.theirs:
        ours = vocabulary.to_ours(word)
        assert vocabulary.from_ours(ours.status, ours.cause) == word


@each
def test_every_status_and_cause_of_ours_has_one_of_their_words(vocabulary):
    for status in ReferralStatus:
        for cause in CAUSES.get(status, {""}):
            assert vocabulary.from_ours(status, cause) in vocabulary.theirs


@each
def test_a_word_that_ends_or_brings_back_says_how(vocabulary):
    for ours in vocabulary.theirs.values():
        assert ours.cause in CAUSES.get(ours.status, {""})


@each
def test_only_a_persons_own_no_becomes_their_no(vocabulary):
    theirs = {word for word, ours in vocabulary.theirs.items() if ours.status == ReferralStatus.DECLINED_BY_PERSON}
    assert len(theirs) <= 1 and vocabulary.source


@each
def test_a_services_no_is_never_an_end(vocabulary):
    """What a service declines, loses or lets expire is back with us: no foreign word makes an end of it."""
    for cause in ReturnCause:
        word = vocabulary.from_ours(ReferralStatus.RETURNED, cause)
        assert vocabulary.to_ours(word).status not in rules.ENDS - {ReferralStatus.ENDED}


def test_a_word_that_they_do_not_have_is_a_bug():
    with pytest.raises(KeyError):
        FINDHELP.to_ours("sneezed")
