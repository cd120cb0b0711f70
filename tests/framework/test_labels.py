from types import SimpleNamespace

import pytest
from django.utils.translation import override

from lynchpin.kernel.labels import label

ROW = SimpleNamespace(label_en="School", label_cy="Ysgol", name_en="Only English", name_cy="")


@pytest.mark.parametrize(
    ("language", "stem", "words"),
    [("en", "label", "School"), ("cy", "label", "Ysgol"), ("cy", "name", "Only English"), (None, "label", "School")],
)
def test_a_row_is_named_in_the_active_language(language, stem, words):
    with override(language):
        assert label(ROW, stem) == words
