import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lynchpin.kernel.errors import NotPermitted
from lynchpin.places.loading import load_file
from lynchpin.places.models import PostcodeArea
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from tests.places.samples import POSTCODES, needs_samples
from tests.places.test_reading_postcodes import FIRST, WELSH_GOVERNMENT
from tests.support import refused, trail
from tests.world.staff import machine

PAGE = reverse("places:load_postcodes")


def test_postcodes_are_kept_in_one_form_and_loaded_again_without_change(world):
    admin = machine("system-admin")
    assert load_postcodes(admin, areas={"cf40 1aa": world.OUTSIDE, "CF40 1AA": world.IN_PORTH})["added"] == 1
    assert load_postcodes(admin, areas={"CF401AA": world.IN_PORTH})["unchanged"] == 1
    assert PostcodeArea.unscoped.get().postcode == "CF401AA"
    assert trail("places.postcodes_loaded")[0]["added"] == 1


def test_a_postcode_that_moved_is_the_only_one_changed(world):
    load_postcodes(world.admin_officer, areas={"CF401AA": world.OUTSIDE, "CF401AB": world.IN_PORTH})
    moved = load_postcodes(world.admin_officer, areas={"CF401AA": world.IN_PORTH, "CF401AB": world.IN_PORTH})
    assert moved == {"added": 0, "changed": 1, "unchanged": 1}
    assert set(PostcodeArea.unscoped.values_list("area_code", flat=True)) == {world.IN_PORTH}


def test_a_lead_worker_loads_no_postcodes(world, as_):
    with pytest.raises(NotPermitted):
        load_postcodes(world.lead_worker, areas={})
    assert as_(world.lead_worker).get(PAGE).status_code == 403


@pytest.mark.parametrize("content", [f"{WELSH_GOVERNMENT}\n{FIRST}\nx\n".encode(), b"\xff\xfe"])
def test_a_wrong_file_leaves_nothing_behind(world, tmp_path, content):
    file = tmp_path / "postcodes.csv"
    file.write_bytes(content)
    with refused("postcodes_wrong_row" if b"LSOA" in content else "place_file_unreadable"):
        load_file("postcodes", file, world.admin_officer)
    assert not PostcodeArea.unscoped.exists()


def test_a_file_that_is_not_there_is_refused(world, tmp_path):
    with refused("place_file_unreadable"):
        load_file("postcodes", tmp_path / "missing.csv", world.admin_officer)


def upload(*lines):
    return {"file": SimpleUploadedFile("postcodes.csv", "\n".join(lines).encode()), "form_key": "k"}


def test_the_page_loads_a_file_and_says_what_came_of_it(world, as_):
    browser = as_(world.admin_officer)
    assert PAGE in browser.get(reverse("places:clusters")).content.decode()
    assert browser.get(PAGE).status_code == 200
    told = browser.post(PAGE, upload(WELSH_GOVERNMENT, FIRST), follow=True).content.decode()
    assert "Postcodes: 1 added, 0 changed, 0 as before." in told


def test_the_page_refuses_a_wrong_file_with_its_line_and_without_its_postcode(world, as_):
    answer = as_(world.admin_officer).post(PAGE, upload(WELSH_GOVERNMENT, FIRST, "CF999ZZ,nowhere"))
    told = answer.content.decode()
    assert answer.status_code == 422 and "Line 3 cannot be read." in told and "CF999ZZ" not in told
    assert not PostcodeArea.unscoped.exists()


def test_the_page_refuses_a_file_that_is_too_large(world, as_, settings):
    settings.FILE_UPLOAD_MAX_BYTES = 10
    answer = as_(world.admin_officer).post(PAGE, upload(WELSH_GOVERNMENT, FIRST))
    assert answer.status_code == 422 and "larger than 200 MB" in answer.content.decode()


@needs_samples
def test_the_published_file_loads_once(world):
    assert load_file("postcodes", POSTCODES, world.admin_officer)["added"] == 1982
    assert load_file("postcodes", POSTCODES, world.admin_officer) == {"added": 0, "changed": 0, "unchanged": 1982}
