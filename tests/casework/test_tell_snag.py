import pytest

from lynchpin.casework.models import Snag
from lynchpin.casework.rules import SNAG_TRANSITIONS
from lynchpin.casework.snag_choices import SnagState
from lynchpin.casework.use_cases.tell_snag import tell_snag
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.telling import colleague, tell
from tests.support import refused, trail


def test_the_area_and_the_cluster_come_from_the_case_and_nobody_is_named(world):
    case = world.case(worker=world.worker)
    snag = tell(world, case=case, words="The bus stops at six")
    assert (snag.cluster_id, snag.area_id) == ("porth", world.IN_PORTH)
    assert (snag.state, snag.told_by) == (SnagState.TOLD, world.worker.staff_id)
    kept = {field.name for field in Snag._meta.fields}
    assert not kept & {"case", "resident", "resident_id", "case_id"}
    assert trail("casework.snag_told")[-1] == {"kind": "not-working", "cluster": "porth"}


@pytest.mark.parametrize("words", ["{forename} cannot get there", "Ask {surname}.", "{forename}’s school is shut"])
def test_words_that_name_the_person_are_sent_back(world, words):
    case = world.case(worker=world.worker)
    person = world.resident_of(case)
    with refused("snag_names_person"):
        tell(world, case=case, words=words.format(forename=person.forename, surname=person.surname))
    assert Snag.unscoped.count() == 0


def test_away_from_a_case_it_is_about_ones_own_cluster(world):
    given = {"kind": "rule", "at": clock.now()}
    snag = Snag.unscoped.get(pk=tell_snag(world.worker, cluster="porth", **given))
    assert (snag.cluster_id, snag.area_id) == ("porth", None)
    for nowhere in ("", "taf-west"):
        with refused("snag_nowhere"):
            tell_snag(world.worker, cluster=nowhere, **given)


def test_a_kind_that_is_not_offered_is_refused(world):
    with refused("snag_kind_unknown"):
        tell(world, kind="weather")


def test_a_core_offer_line_and_a_customer_group_must_be_ones(world):
    with pytest.raises(NotFound):
        tell(world, line_key="PV99")
    with pytest.raises(NotFound):
        tell(world, group_key="nobody")


def test_it_goes_one_way_from_told_to_seen():
    assert [state for state, after in SNAG_TRANSITIONS.items() if not after] == [SnagState.SEEN]


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        tell(world, by=colleague(world), case=world.case(worker=world.worker))


def test_telling_needs_its_permission(world, as_):
    with pytest.raises(NotPermitted):
        tell(world, by=world.without(world.worker, "casework.tell_snag"), case=world.case(worker=world.worker))
    assert as_(world.cluster_manager).get("/casework/missing/tell/").status_code == 403


def test_two_taps_tell_it_from_the_workers_day(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/missing/"
    assert address in browser.get("/desk/").content.decode(), "the first tap"
    page = browser.get(address)
    assert 'name="kind" value="welsh"' in page.content.decode(), "each kind is a button: the second"
    sent = {"form_key": page.context["form"]["form_key"].value(), "kind": "welsh", "cluster": ""}
    assert [browser.post(address, sent).status_code for _ in range(2)] == [303, 303]
    assert Snag.unscoped.get().kind_id == "welsh"


def test_it_can_be_told_from_the_home_page_without_a_case(world, as_):
    browser = as_(world.worker)
    assert "/casework/missing/tell/" in browser.get("/desk/").content.decode()
    form = browser.get("/casework/missing/tell/").context["form"]
    assert form["cluster"].value() == "porth", "the only one, so nobody is asked"
    assert browser.post("/casework/missing/tell/", {"kind": "rule", "cluster": "porth"}).status_code == 303


def test_a_form_without_a_kind_and_one_that_names_somebody_keep_what_was_typed(world, as_):
    case = world.case(worker=world.worker)
    address = f"/casework/{case.reference}/missing/"
    words = f"{world.resident_of(case).surname} was sent away"
    for kind, told in (("", "Choose what is missing or not working."), ("access", "Leave the person’s name out")):
        page = as_(world.worker).post(address, {"kind": kind, "words": words})
        text = page.content.decode()
        assert page.status_code == 422 and told in text and words in text


def test_lines_and_groups_are_offered_where_there_are_any(world, as_):
    world.framework()
    case = world.case(worker=world.worker)
    page = as_(world.worker).get(f"/casework/{case.reference}/missing/")
    form = page.context["form"]
    line, group = (form.fields[name].choices[1][0] for name in ("line_key", "group_key"))
    snag = tell(world, case=case, line_key=line, group_key=group)
    assert (snag.line_key, snag.group_key) == (line, group)
    assert "Say more exactly" in page.content.decode()
