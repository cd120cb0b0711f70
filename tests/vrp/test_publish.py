"""What was there, or what was made, is whole, wherever a process ends; nothing of an ended one is left lying about."""

from __future__ import annotations

import pytest

from lynchpin_vrp import publish
from lynchpin_vrp.publish import put_back, put_in_place, working_folder, write_whole


@pytest.fixture
def folders(tmp_path):
    """One that was made and one that is there."""
    made, there = tmp_path / "made", tmp_path / "out"
    for folder, text in ((made, "new"), (there, "old")):
        folder.mkdir()
        (folder / "told").write_text(text)
    return made, there


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_takes_another_s_place_and_nothing_else_is_left(folders, monkeypatch, can_exchange):
    made, there = folders
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
    put_in_place(made, there)
    assert (there / "told").read_text() == "new" and [each.name for each in there.parent.iterdir()] == ["out"]


def test_a_first_folder_needs_no_place(folders, tmp_path):
    put_in_place(folders[0], tmp_path / "first")
    assert (tmp_path / "first" / "told").read_text() == "new"


def test_a_folder_that_was_moved_aside_by_an_ended_process_comes_back(folders, monkeypatch):
    made, there = folders
    monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
    monkeypatch.setattr(publish.Path, "rename", cut_off_after_one(publish.Path.rename))
    with pytest.raises(KeyboardInterrupt):
        put_in_place(made, there)
    monkeypatch.undo()
    assert not there.exists()
    put_back(there)
    assert (there / "told").read_text() == "old"


def cut_off_after_one(rename):
    done = []

    def once(path, to):
        if done:
            raise KeyboardInterrupt
        done.append(path)
        return rename(path, to)

    return once


def test_a_folder_of_an_ended_process_is_removed_and_one_at_work_is_not(tmp_path):
    left = tmp_path / ".run-left"
    left.mkdir()
    (left / "lock").touch()  # nobody holds it any more
    (left / "records.parquet").write_text("of people")
    with working_folder(tmp_path) as first:
        assert not left.exists()
        with working_folder(tmp_path) as second:
            assert sorted(tmp_path.iterdir()) == sorted([first, second])
    assert not list(tmp_path.iterdir())


def test_a_text_file_is_there_whole_or_as_it_was(tmp_path):
    write_whole(tmp_path / "model.json", "{}")
    write_whole(tmp_path / "model.json", '{"a": 1}')
    assert [each.name for each in tmp_path.iterdir()] == ["model.json"]
    assert (tmp_path / "model.json").read_text() == '{"a": 1}'
