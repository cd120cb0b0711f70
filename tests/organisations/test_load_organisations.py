from datetime import date

import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.loading import load
from lynchpin.organisations.models import Organisation, Programme
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from lynchpin.organisations.use_cases.switch_on_programme import switch_on_programme
from lynchpin.reference import open_pack
from tests.support import recorded, trail


def test_the_pack_loads_councils_agencies_providers_and_programmes(world):
    load(open_pack("cwm-taf"), world.system_admin)
    kinds = dict(Organisation.unscoped.values_list("key", "kind"))
    assert (kinds["merthyr_tydfil"], kinds["jobcentre"]) == ("council", "agency")
    assert (kinds["valleys_steps"], kinds["leisure_services"]) == ("voluntary", "provider")
    nest = Programme.unscoped.get(key="nest")
    assert (nest.name_cy, nest.funder_en) == ("Nyth", "Welsh Government")
    assert recorded()[-1] == "organisations.organisations_loaded"


def test_loading_the_pack_again_changes_nothing(world):
    pack = open_pack("cwm-taf")
    load(pack, world.system_admin)
    load(pack, world.system_admin)
    again = trail("organisations.organisations_loaded")[-1]
    assert (again["added"], again["changed"]) == (0, 0)


def test_an_organisation_that_left_the_pack_stays(world):
    load_organisations(world.system_admin, organisations=[])
    assert Organisation.unscoped.filter(key="school").exists()


def test_a_new_end_is_kept_and_nothing_is_deleted(world):
    school = {"key": "school", "name_en": "School", "name_cy": "Ysgol", "kind": "agency"}
    load_organisations(world.system_admin, organisations=[school | {"valid_to": date(2026, 8, 31)}])
    assert Organisation.unscoped.get(key="school").valid_to == date(2026, 8, 31)


def test_a_day_chosen_here_is_not_undone_by_loading_the_pack_again(world):
    pack = open_pack("cwm-taf")
    load(pack, world.system_admin)
    nest = Programme.unscoped.get(key="nest")
    switch_on_programme(world.head_of_service, key="nest", version=nest.version, live_from=date(2026, 9, 1))
    load(pack, world.system_admin)
    assert Programme.unscoped.get(key="nest").live_from == date(2026, 9, 1)


def test_the_head_of_service_loads_nothing(world):
    with pytest.raises(NotPermitted):
        load_organisations(world.head_of_service)
