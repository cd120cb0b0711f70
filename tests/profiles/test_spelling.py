"""A file in capitals is read as people write; what somebody wrote with care stays as it is."""

import pytest

from lynchpin.profiles import spelling
from lynchpin.profiles.models import LinkedPerson


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("KATIE", "Katie"),
        ("SIÂN WYN-JONES", "Siân Wyn-Jones"),
        ("O'BRIEN", "O'Brien"),
        ("MCRAE", "McRae"),
        ("RHYS AP GRUFFYDD", "Rhys ap Gruffydd"),
        ("MAC", "Mac"),
        ("MC", "Mc"),
        ("deLaney", "deLaney"),
        ("van der Berg", "van der Berg"),
        ("李", "李"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_people_write_it(told, written):
    assert spelling.name(told) == written


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("62 HEOL MAES YR EOS, PENRHIWCEIBER", "62 Heol Maes yr Eos, Penrhiwceiber"),
        ("Y BWTHYN, 12A ST MARY'S ROAD", "Y Bwthyn, 12A St Mary's Road"),
        ("4 Heol Las", "4 Heol Las"),
    ],
)
def test_an_address_in_capitals_is_written_as_people_write_it(told, written):
    assert spelling.address(told) == written


def test_no_family_of_a_run_is_kept_in_capitals(world, monkeypatch):
    monkeypatch.setattr(
        "lynchpin.profiles.results.PEOPLE",
        "select family_id, person_id, role, upper(forename) as forename, upper(surname) as surname, birth_date, sex,"
        " upper(address) as address, postcode from read_parquet(?)",
    )
    world.approved_run()
    kept = list(LinkedPerson.unscoped.values_list("forename", "surname", "address"))
    assert kept and not any(text.isupper() for row in kept for text in row)
