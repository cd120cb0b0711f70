"""Each test keeps its files in a folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path
