"""The name that opens a sentence before."""

import pytest

from analysis.reading.openings import opening_name
from tests.analysis.invented_narration import narration


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour Bank cut its forecast. It said so.", "Harbour Bank"),
        ("The Harbour Bank cut its forecast. Rain fell. It said so.", "Harbour Bank"),
        ("Prices fell. It said so.", None),
        ("Harbour Bank’s shares fell. It said so.", None),
        ("Harbour Bank fell. Rain fell. Snow fell. It said so.", None),
    ],
)
def test_opening_name(text, name):
    read = narration(text)
    assert opening_name(read, read.words.index("it")) == name
